package dev.dmt.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.dmt.schema.LogicalType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text is a value of a type in the one form that every target reads alike. */
final class WrittenForm {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?))?(Z|\\+00:00)?");
    private static final JsonFactory JSON = new JsonFactory();

    private WrittenForm() {}

    static boolean isOf(LogicalType type, String text) {
        return switch (type.kind()) {
            case DATE -> text.length() == "0000-00-00".length() && isDate(text);
            case TIME -> isTime(text);
            case TIMESTAMP -> isMoment(text, ((LogicalType.Timestamp) type).zoned());
            case UUID -> UUID.matcher(text).matches();
            case JSON -> isJson(text);
            case BOOLEAN,
                    INTEGER,
                    DECIMAL,
                    FLOAT,
                    TEXT,
                    BINARY,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> false;
        };
    }

    /** A zoned column's default must name its zone, an unzoned one's must not. */
    private static boolean isMoment(String text, boolean zoned) {
        Matcher moment = MOMENT.matcher(text);
        return moment.matches()
                && isDate(moment.group(1))
                && (moment.group(2) == null || isTime(moment.group(2)))
                && (moment.group(3) != null) == zoned;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return TIME.matcher(text).matches() && LocalTime.parse(text).isBefore(LocalTime.MAX);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isJson(String text) {
        if (text.contains("\\u")) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            int documents = 0;
            int depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                documents += depth == 0 ? 1 : 0;
            }
            return documents == 1 && depth == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
