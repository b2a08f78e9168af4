package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.LogicalType.Native;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a type means, from how information_schema spells it. */
record DeclaredType(String spelled, Optional<String> collation) {
    private static final Pattern FORM =
            Pattern.compile("(\\w+)\\s*(?:\\((.*)\\))?\\s*(unsigned)?\\s*(zerofill)?.*", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'");
    private static final int UNSIGNED_DIGITS = 20;

    static LogicalType of(String spelled, Optional<String> collation) {
        return new DeclaredType(spelled.strip(), collation).logical();
    }

    private LogicalType logical() {
        Matcher matcher = FORM.matcher(spelled);
        if (!matcher.matches()) {
            return new LogicalType.Unknown(spelled);
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String arguments = Optional.ofNullable(matcher.group(2)).orElse("");
        boolean unsigned = matcher.group(3) != null;
        LogicalType type = plain(name, arguments, unsigned);
        // How a number is filled with zeros is its own engine's affair.
        return matcher.group(4) != null && !(type instanceof Native) ? own(spelled, type) : type;
    }

    private LogicalType plain(String name, String arguments, boolean unsigned) {
        return switch (name) {
            case "tinyint" -> arguments.equals("1") && !unsigned ? new LogicalType.Bool() : whole(8, unsigned);
            case "bool", "boolean" -> new LogicalType.Bool();
            case "smallint" -> whole(16, unsigned);
            case "mediumint" -> whole(24, unsigned);
            case "int", "integer" -> whole(32, unsigned);
            case "bigint" ->
                unsigned ? own(spelled, new LogicalType.Decimal(UNSIGNED_DIGITS, 0)) : new LogicalType.Int(64);
            case "decimal", "numeric" -> decimal(arguments, unsigned);
            case "float" -> floating(32, arguments, unsigned);
            case "double", "real" -> floating(64, arguments, unsigned);
            case "bit" -> bits(arguments);
            case "year" -> own(spelled, new LogicalType.Int(16));
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time(digits(arguments));
            case "datetime" -> new LogicalType.Timestamp(false, digits(arguments));
            case "timestamp" -> own(spelled, new LogicalType.Timestamp(true, digits(arguments)));
            default -> texts(name, arguments);
        };
    }

    private LogicalType texts(String name, String arguments) {
        return switch (name) {
            case "char" -> text(arguments, true);
            case "varchar" -> text(arguments, false);
            case "longtext" -> collated(new LogicalType.Text(OptionalInt.empty()));
            case "tinytext", "text", "mediumtext" ->
                own(
                        spelled
                                + ColumnSpelling.of(
                                        (LogicalType.Text) collated(new LogicalType.Text(OptionalInt.empty()))),
                        new LogicalType.Text(OptionalInt.empty()));
            case "binary" -> new LogicalType.Binary(length(arguments), true);
            case "varbinary" -> new LogicalType.Binary(length(arguments), false);
            case "tinyblob" -> new LogicalType.Binary(OptionalInt.of(255), false);
            case "blob" -> new LogicalType.Binary(OptionalInt.of(65_535), false);
            case "mediumblob" -> new LogicalType.Binary(OptionalInt.of(16_777_215), false);
            case "longblob" -> new LogicalType.Binary();
            case "enum" -> listed(new LogicalType.Enumeration(Optional.empty(), members(arguments)));
            case "set" -> listed(new LogicalType.Members(members(arguments)));
            default -> others(name);
        };
    }

    private LogicalType others(String name) {
        return switch (name) {
            case "json" -> new LogicalType.Json(true);
            case "uuid" -> own(spelled, new LogicalType.Uuid());
            case "inet4" -> own(spelled, new LogicalType.Text(OptionalInt.of(15)));
            case "inet6" -> own(spelled, new LogicalType.Text(OptionalInt.of(45)));
            case "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection",
                    "geomcollection" -> new LogicalType.Geometry(false, OptionalInt.empty());
            default -> new LogicalType.Unknown(spelled);
        };
    }

    /** With its collation, which tells what of it is equal. */
    private LogicalType listed(LogicalType type) {
        String spelling = collation
                .map(name -> ColumnSpelling.of(name.substring(0, Math.max(0, name.indexOf('_'))), name))
                .orElse("");
        return spelling.isEmpty() ? type : own(spelled + spelling, type);
    }

    private static LogicalType whole(int bits, boolean unsigned) {
        return new LogicalType.Int(bits, !unsigned);
    }

    private LogicalType decimal(String arguments, boolean unsigned) {
        String[] parts = arguments.isEmpty() ? new String[] {"10"} : arguments.split(",");
        LogicalType type = new LogicalType.Decimal(
                Integer.parseInt(parts[0].strip()), parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 0);
        return unsigned ? own(spelled, type) : type;
    }

    /** One with digits of its own is rounded by its own engine alone. */
    private LogicalType floating(int bits, String arguments, boolean unsigned) {
        LogicalType type = new LogicalType.Floating(bits);
        return unsigned || !arguments.isEmpty() ? own(spelled, type) : type;
    }

    private LogicalType bits(String arguments) {
        int length = arguments.isEmpty() ? 1 : Integer.parseInt(arguments);
        return length == 1 ? own(spelled, new LogicalType.Bool()) : new LogicalType.Bits(length, false);
    }

    /** One bit, which its own engine tells from a small number. */
    static boolean isOneBit(LogicalType type) {
        return type instanceof Native own && own.sql().startsWith("bit");
    }

    private LogicalType text(String arguments, boolean fixed) {
        return collated(new LogicalType.Text(length(arguments), fixed, false));
    }

    private LogicalType collated(LogicalType.Text text) {
        return collation
                .filter(name -> name.indexOf('_') > 0)
                .<LogicalType>map(
                        name -> text.collated(Optional.of(name.substring(0, name.indexOf('_'))), Optional.of(name)))
                .orElse(text);
    }

    private static OptionalInt length(String arguments) {
        return OptionalInt.of(arguments.isEmpty() ? 1 : Integer.parseInt(arguments));
    }

    private static int digits(String arguments) {
        return arguments.isEmpty() ? 0 : Integer.parseInt(arguments);
    }

    private static List<String> members(String arguments) {
        List<String> members = new ArrayList<>();
        Matcher matcher = MEMBER.matcher(arguments);
        while (matcher.find()) {
            members.add(matcher.group(1).replace("''", "'"));
        }
        return members;
    }

    private static Native own(String spelled, LogicalType portable) {
        return new Native(EngineName.MYSQL.text(), spelled, portable);
    }

    /** The kind of what a column's values are, the portable one where the type is its own engine's. */
    static TypeKind kind(LogicalType type) {
        return type instanceof Native own ? own.portable().kind() : type.kind();
    }
}
