package dev.dmt.schema;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a {@link LogicalType}, as it stands in plan.yaml and in the config's type overrides. */
final class LogicalTypeText {
    private static final Pattern FORM = Pattern.compile("([a-z ]+?)\\s*(?:\\(\\s*(.*?)\\s*\\))?");

    private LogicalTypeText() {}

    static LogicalType parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw unknown(text);
        }
        String argument = matcher.group(2);
        return argument == null ? withoutArgument(matcher.group(1), text) : withArgument(matcher.group(1), text);
    }

    private static LogicalType withoutArgument(String name, String text) {
        return switch (name) {
            case "boolean" -> new LogicalType.Bool();
            case "integer" -> new LogicalType.Int(64);
            case "decimal" -> new LogicalType.Decimal(OptionalInt.empty(), 0);
            case "float" -> new LogicalType.Floating(64);
            case "text" -> new LogicalType.Text(OptionalInt.empty());
            case "binary" -> new LogicalType.Binary();
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time();
            case "timestamp" -> new LogicalType.Timestamp(false);
            case "timestamp with zone" -> new LogicalType.Timestamp(true);
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            case "jsonb" -> new LogicalType.Json(true);
            default -> throw unknown(text);
        };
    }

    private static LogicalType withArgument(String name, String text) {
        String argument =
                text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')).strip();
        try {
            return switch (name) {
                case "integer" -> new LogicalType.Int(Integer.parseInt(argument));
                case "float" -> new LogicalType.Floating(Integer.parseInt(argument));
                case "text" -> new LogicalType.Text(OptionalInt.of(Integer.parseInt(argument)));
                case "decimal" -> decimal(argument);
                case "native" -> nativeType(argument, text);
                case "unknown" -> new LogicalType.Unknown(argument);
                default -> throw unknown(text);
            };
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static LogicalType decimal(String argument) {
        int comma = argument.indexOf(',');
        if (comma < 0) {
            return new LogicalType.Decimal(OptionalInt.of(Integer.parseInt(argument)), 0);
        }
        int precision = Integer.parseInt(argument.substring(0, comma).strip());
        return new LogicalType.Decimal(
                OptionalInt.of(precision),
                Integer.parseInt(argument.substring(comma + 1).strip()));
    }

    private static LogicalType nativeType(String argument, String text) {
        int comma = argument.indexOf(',');
        String sql = argument.substring(comma + 1).strip();
        if (comma < 1 || sql.isEmpty()) {
            throw unknown(text);
        }
        return new LogicalType.Native(argument.substring(0, comma).strip(), sql);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("'" + text + "' is no logical type; one of boolean, integer(16|32|64),"
                + " decimal, decimal(p,s), float(32|64), text, text(n), binary, date, time, timestamp,"
                + " timestamp with zone, uuid, json, jsonb");
    }
}
