package dev.dmt.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text form of a {@link LogicalType}, as it stands in plan.yaml and in the config's type overrides. */
final class LogicalTypeText {
    static final int MICROSECONDS = 6;

    private static final String FORMS = "boolean, integer(8|16|24|32|64), unsigned(8|16|24|32), decimal, decimal(p,s),"
            + " float(32|64), text, text(n), char(n), national text(n), national char(n), binary, binary(n),"
            + " fixed binary(n), date, time, time(n), timestamp, timestamp(n), timestamp with zone,"
            + " timestamp(n) with zone, interval, uuid, json, jsonb, xml, enum('a', 'b'), set('a', 'b'), bits(n),"
            + " varying bits(n), array(type), geometry, geometry(srid), geography, row version";
    private static final Pattern NAME = Pattern.compile("[a-z]+(?: [a-z]+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER = Pattern.compile("\\s*'((?:[^']|'')*)'\\s*(,|$)");
    private static final Pattern COLLATED = Pattern.compile("(?: charset (\\S+))?(?: collate (\\S+))?");
    private static final String WITH_ZONE = "with zone";

    private LogicalTypeText() {}

    static LogicalType parse(String text) {
        String stripped = text.strip();
        int open = stripped.indexOf('(');
        int close = closing(stripped, open);
        String name = (open < 0 ? stripped : stripped.substring(0, open)).strip();
        String argument =
                open < 0 || close < 0 ? "" : stripped.substring(open + 1, close).strip();
        String rest = close < 0 ? "" : stripped.substring(close + 1);
        try {
            return of(name, argument, rest, text);
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static LogicalType of(String name, String argument, String rest, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("enum") && !argument.isEmpty()) {
            return new LogicalType.Enumeration(
                    Optional.of(name.substring("enum".length()).strip()).filter(n -> !n.isEmpty()),
                    members(argument, text));
        } else if (lower.equals("native")) {
            return nativeType(argument, rest.strip(), text);
        } else if (!NAME.matcher(lower).lookingAt()) {
            throw unknown(text);
        }
        Optional<LogicalType> textType = textType(lower, argument, rest, text);
        if (textType.isPresent()) {
            return textType.get();
        }
        String whole = (lower + " " + rest.strip().toLowerCase(Locale.ROOT)).strip();
        return argument.isEmpty() ? withoutArgument(whole, text) : withArgument(whole, argument, text);
    }

    private static LogicalType withoutArgument(String name, String text) {
        return switch (name) {
            case "boolean" -> new LogicalType.Bool();
            case "integer" -> new LogicalType.Int(64);
            case "decimal" -> new LogicalType.Decimal(OptionalInt.empty(), 0);
            case "float" -> new LogicalType.Floating(64);
            case "binary" -> new LogicalType.Binary();
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time();
            case "timestamp" -> new LogicalType.Timestamp(false);
            case "timestamp " + WITH_ZONE -> new LogicalType.Timestamp(true);
            case "interval" -> new LogicalType.Interval();
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            case "jsonb" -> new LogicalType.Json(true);
            case "xml" -> new LogicalType.Xml();
            case "geometry", "geography" -> new LogicalType.Geometry(name.equals("geography"), OptionalInt.empty());
            case "row version" -> new LogicalType.RowVersion();
            default -> throw unknown(text);
        };
    }

    private static LogicalType withArgument(String name, String argument, String text) {
        return switch (name) {
            case "integer", "unsigned" -> new LogicalType.Int(Integer.parseInt(argument), name.equals("integer"));
            case "float" -> new LogicalType.Floating(Integer.parseInt(argument));
            case "decimal" -> decimal(argument);
            case "binary", "fixed binary" ->
                new LogicalType.Binary(OptionalInt.of(Integer.parseInt(argument)), name.startsWith("fixed"));
            case "time" -> new LogicalType.Time(Integer.parseInt(argument));
            case "timestamp" -> new LogicalType.Timestamp(false, Integer.parseInt(argument));
            case "timestamp " + WITH_ZONE -> new LogicalType.Timestamp(true, Integer.parseInt(argument));
            case "set" -> new LogicalType.Members(members(argument, text));
            case "bits", "varying bits" -> new LogicalType.Bits(Integer.parseInt(argument), name.startsWith("varying"));
            case "array" -> new LogicalType.Array(parse(argument));
            case "geometry", "geography" ->
                new LogicalType.Geometry(name.equals("geography"), OptionalInt.of(Integer.parseInt(argument)));
            case "unknown" -> new LogicalType.Unknown(argument);
            default -> throw unknown(text);
        };
    }

    private static Optional<LogicalType> textType(String name, String argument, String rest, String text) {
        boolean national = name.startsWith("national ");
        String[] words = (national ? name.substring("national ".length()) : name).split(" ", 2);
        boolean fixed = words[0].equals("char");
        if (!fixed && !words[0].equals("text")) {
            return Optional.empty();
        }
        String collated = argument.isEmpty() && words.length == 2
                ? " " + text.strip().substring(name.length() - words[1].length())
                : rest;
        Matcher matcher = COLLATED.matcher(collated);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        OptionalInt length = argument.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(argument));
        return Optional.of(new LogicalType.Text(length, fixed, national)
                .collated(Optional.ofNullable(matcher.group(1)), Optional.ofNullable(matcher.group(2))));
    }

    private static LogicalType decimal(String argument) {
        int comma = argument.indexOf(',');
        if (comma < 0) {
            return new LogicalType.Decimal(Integer.parseInt(argument), 0);
        }
        return new LogicalType.Decimal(
                Integer.parseInt(argument.substring(0, comma).strip()),
                Integer.parseInt(argument.substring(comma + 1).strip()));
    }

    private static LogicalType nativeType(String argument, String rest, String text) {
        int comma = argument.indexOf(',');
        if (comma < 1 || argument.substring(comma + 1).isBlank()) {
            throw unknown(text);
        }
        String engine = argument.substring(0, comma).strip();
        String sql = argument.substring(comma + 1).strip();
        return rest.startsWith("as ")
                ? new LogicalType.Native(engine, sql, parse(rest.substring("as ".length())))
                : new LogicalType.Native(engine, sql);
    }

    private static List<String> members(String argument, String text) {
        List<String> members = new ArrayList<>();
        Matcher matcher = MEMBER.matcher(argument);
        int end = 0;
        while (end < argument.length() && matcher.find(end) && matcher.start() == end) {
            members.add(matcher.group(1).replace("''", "'"));
            end = matcher.end();
        }
        if (end < argument.length()) {
            throw unknown(text);
        }
        return members;
    }

    /** The parenthesis that closes the first one; those within quotes do not count. */
    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = Math.max(open, 0); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static String ofText(LogicalType.Text type) {
        return (type.national() ? "national " : "")
                + (type.fixed() ? "char" : "text")
                + (type.length().isPresent() ? "(" + type.length().getAsInt() + ")" : "")
                + type.charset().map(" charset "::concat).orElse("")
                + type.collation().map(" collate "::concat).orElse("");
    }

    static String ofPrecision(int precision) {
        return precision == MICROSECONDS ? "" : "(" + precision + ")";
    }

    static void requirePrecision(int precision) {
        if (precision < 0 || precision > 9) {
            throw new IllegalArgumentException("a second has 0 to 9 digits, not " + precision);
        }
    }

    static String ofMembers(String name, List<String> members) {
        return members.stream()
                .map(member -> "'" + member.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    static String ofNative(LogicalType.Native type) {
        return "native(" + type.engine() + ", " + type.sql() + ")"
                + (type.portable().kind() == TypeKind.UNKNOWN ? "" : " as " + type.portable());
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("'" + text + "' is no logical type; one of " + FORMS);
    }
}
