package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a type means, from how the server spells it where no schema is on the path: what is a user's then has a dot. */
final class DeclaredType {
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String ARRAY = "[]";

    private DeclaredType() {}

    /** Of the server's own. */
    static LogicalType of(String spelled) {
        return of(spelled, UserTypes.NONE);
    }

    static LogicalType of(String spelled, UserTypes users) {
        if (spelled.endsWith(ARRAY)) {
            LogicalType element = portable(of(element(spelled), users));
            return known(spelled, element, new LogicalType.Array(element));
        }
        Optional<UserType> user = user(spelled, users);
        if (user.isPresent()) {
            return ofUser(spelled, user.get(), users);
        }
        Matcher arguments = ARGUMENTS.matcher(spelled);
        if (!arguments.find()) {
            return plain(spelled);
        }
        String name = arguments.replaceFirst("").strip();
        if (name.equals("numeric")) {
            return decimal(spelled, arguments.group(1).split(","));
        }
        return DIGITS.matcher(arguments.group(1)).matches()
                ? measured(name, spelled, Integer.parseInt(arguments.group(1)))
                : new LogicalType.Unknown(spelled);
    }

    /** How its values are read for another engine: {@link ReadingForm}. */
    static String form(String spelled, UserTypes users) {
        if (spelled.endsWith(ARRAY)) {
            return ReadingForm.JSON;
        }
        Optional<UserType> user = user(spelled, users);
        if (user.isPresent()) {
            UserType type = user.get();
            return type.isDomain()
                    ? form(type.base(), users)
                    : ofUser(spelled, type, users) instanceof LogicalType.Native own
                                    && own.portable().kind() == TypeKind.JSON
                            ? ReadingForm.JSON
                            : ReadingForm.AS_IS;
        }
        return spelled.equals("inet") ? ReadingForm.WRITTEN : ReadingForm.AS_IS;
    }

    /** What stands for it in another engine. */
    static LogicalType portable(LogicalType type) {
        return type instanceof LogicalType.Native own ? own.portable() : type;
    }

    private static Optional<UserType> user(String spelled, UserTypes users) {
        return users.find(spelled)
                .or(() -> users.find(ARGUMENTS.matcher(spelled).replaceFirst("").strip()));
    }

    private static String element(String spelled) {
        return spelled.substring(0, spelled.length() - ARRAY.length());
    }

    private static LogicalType ofUser(String spelled, UserType type, UserTypes users) {
        return switch (type.form()) {
            case "e" ->
                own(spelled, new LogicalType.Enumeration(Optional.of(type.name().name()), type.members()));
            case "d" -> {
                LogicalType base = portable(of(type.base(), users));
                yield known(spelled, base, base);
            }
            case "c" -> own(spelled, new LogicalType.Json(false));
            default -> own(spelled, ofExtension(type.name().name(), spelled));
        };
    }

    private static LogicalType ofExtension(String name, String spelled) {
        return switch (name) {
            case "hstore" -> new LogicalType.Json(false);
            case "geometry", "geography" -> {
                Matcher srid = DIGITS.matcher(spelled.substring(spelled.indexOf('(') + 1));
                yield new LogicalType.Geometry(
                        name.equals("geography"),
                        spelled.indexOf('(') >= 0 && srid.find()
                                ? OptionalInt.of(Integer.parseInt(srid.group()))
                                : OptionalInt.empty());
            }
            default -> new LogicalType.Text(OptionalInt.empty());
        };
    }

    private static LogicalType known(String spelled, LogicalType part, LogicalType portable) {
        return part.kind() == TypeKind.UNKNOWN ? new LogicalType.Unknown(spelled) : own(spelled, portable);
    }

    private static LogicalType plain(String name) {
        return switch (name) {
            case "smallint" -> new LogicalType.Int(16);
            case "integer" -> new LogicalType.Int(32);
            case "bigint" -> new LogicalType.Int(64);
            case "numeric" -> new LogicalType.Decimal(OptionalInt.empty(), 0);
            case "real" -> new LogicalType.Floating(32);
            case "double precision" -> new LogicalType.Floating(64);
            case "boolean" -> new LogicalType.Bool();
            case "text", "character varying" -> new LogicalType.Text(OptionalInt.empty());
            case "bytea" -> new LogicalType.Binary();
            case "date" -> new LogicalType.Date();
            case "time without time zone" -> new LogicalType.Time();
            case "timestamp without time zone" -> new LogicalType.Timestamp(false);
            case "timestamp with time zone" -> new LogicalType.Timestamp(true);
            case "interval" -> new LogicalType.Interval();
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            case "jsonb" -> new LogicalType.Json(true);
            case "xml" -> new LogicalType.Xml();
            default -> servers(name, name);
        };
    }

    /** Those of the server's own that no other has. */
    private static LogicalType servers(String name, String spelled) {
        return ServerType.find(name)
                .<LogicalType>map(portable -> own(spelled, portable))
                .orElseGet(() -> new LogicalType.Unknown(spelled));
    }

    private static LogicalType measured(String name, String spelled, int measure) {
        return switch (name) {
            case "character varying" -> new LogicalType.Text(OptionalInt.of(measure));
            case "character" -> new LogicalType.Text(OptionalInt.of(measure), true, false);
            case "time without time zone" -> new LogicalType.Time(measure);
            case "timestamp without time zone" -> new LogicalType.Timestamp(false, measure);
            case "timestamp with time zone" -> new LogicalType.Timestamp(true, measure);
            case "bit", "bit varying" -> new LogicalType.Bits(measure, name.endsWith("varying"));
            default -> servers(name, spelled);
        };
    }

    /** A scale below zero, or beyond the digits, means fewer digits before or after the point than it would elsewhere. */
    private static LogicalType decimal(String spelled, String[] arguments) {
        int precision = Integer.parseInt(arguments[0].strip());
        int scale = arguments.length == 1 ? 0 : Integer.parseInt(arguments[1].strip());
        if (scale < 0) {
            return own(spelled, new LogicalType.Decimal(precision - scale, 0));
        }
        return scale > precision
                ? own(spelled, new LogicalType.Decimal(scale, scale))
                : new LogicalType.Decimal(precision, scale);
    }

    private static LogicalType own(String spelled, LogicalType portable) {
        return new LogicalType.Native(EngineName.POSTGRES.text(), spelled, portable);
    }
}
