package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column's declared type says: SQLite takes any text for one, so only known words mean something.
 *
 * @param name in upper case, without arguments
 */
record DeclaredType(Family family, String name, OptionalInt first, OptionalInt second) {
    private static final Pattern ARGUMENTS =
            Pattern.compile("\\(\\s*\\+?(\\d{1,6})\\s*(?:,\\s*\\+?(\\d{1,6})\\s*)?\\)");
    private static final Set<String> DECIMALS =
            Set.of("NUMERIC", "DECIMAL", "DEC", "NUMBER", "MONEY", "SMALLMONEY", "CURRENCY", "FIXED");
    private static final Set<String> WHOLES = Set.of("LONG", "SERIAL", "BIGSERIAL", "SMALLSERIAL", "LONGLONG", "YEAR");
    private static final Set<String> UUIDS = Set.of("UUID", "GUID", "UNIQUEIDENTIFIER");
    private static final Pattern MOMENT_NAME =
            Pattern.compile("(?i).*(_at|_on|date|time|timestamp|_ts|_time)|.*[a-z](At|On)|(date|time|ts)_?.*");

    /** What a declared type is about. */
    enum Family {
        INTEGER,
        REAL,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        TIME,
        JSON,
        UUID,
        TEXT,
        BLOB,
        /** No declared type, ANY, or a word that means nothing: the data decide. */
        ANY
    }

    static DeclaredType of(String declared) {
        Matcher arguments = ARGUMENTS.matcher(declared);
        boolean found = arguments.find();
        OptionalInt first = found ? OptionalInt.of(Integer.parseInt(arguments.group(1))) : OptionalInt.empty();
        OptionalInt second = found && arguments.group(2) != null
                ? OptionalInt.of(Integer.parseInt(arguments.group(2)))
                : OptionalInt.empty();
        String name = declared.replaceAll("\\(.*?\\)", " ")
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
        return new DeclaredType(family(name), name, first, second);
    }

    /** True where numbers are kept as texts of their digits. */
    boolean numbersAsText() {
        return family == Family.DECIMAL && name.endsWith("TEXT");
    }

    /** True where a moment names its zone. */
    boolean zoned() {
        return name.contains("TIMESTAMPTZ") || name.contains("WITH TIME ZONE");
    }

    /** True where a moment has more digits than microseconds. */
    boolean fine() {
        return first.isPresent() && first.getAsInt() > 6 && first.getAsInt() <= 9;
    }

    /** The type that dmt itself has named so as it wrote an extract, where no other program would. */
    Optional<LogicalType> kept() {
        return switch (name) {
            case "INTERVAL_TEXT" -> Optional.of(new LogicalType.Interval());
            case "XML_TEXT" -> Optional.of(new LogicalType.Xml());
            case "BIT_TEXT", "VARBIT_TEXT" ->
                first.isPresent()
                        ? Optional.of(new LogicalType.Bits(first.getAsInt(), name.startsWith("VAR")))
                        : Optional.empty();
            case "GEOMETRY_BLOB", "GEOGRAPHY_BLOB" ->
                Optional.of(new LogicalType.Geometry(name.startsWith("GEOG"), first));
            default -> Optional.empty();
        };
    }

    /** True where the column's name sounds like a moment. */
    static boolean namesMoment(String column) {
        return MOMENT_NAME.matcher(column).matches();
    }

    private static Family family(String name) {
        String word = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
        if (word.startsWith("BOOL") || word.equals("LOGICAL")) {
            return Family.BOOLEAN;
        } else if (word.startsWith("JSON")) {
            return Family.JSON;
        } else if (UUIDS.contains(word)) {
            return Family.UUID;
        } else if (name.contains("TIMESTAMP") || name.contains("DATETIME")) {
            return Family.TIMESTAMP;
        } else if (word.equals("DATE") || word.startsWith("DATE_")) {
            return Family.DATE;
        } else if (word.equals("TIME") || word.equals("TIMETZ")) {
            return Family.TIME;
        }
        return plain(name, word);
    }

    private static Family plain(String name, String word) {
        if (DECIMALS.contains(word) || word.equals("DECIMAL_TEXT")) {
            return Family.DECIMAL;
        } else if (WHOLES.contains(word)) {
            return Family.INTEGER;
        } else if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return Family.REAL;
        } else if (name.contains("INT")) {
            return name.contains("POINT") || name.contains("INTERVAL") ? Family.ANY : Family.INTEGER;
        } else if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return Family.TEXT;
        } else if (word.equals("STRING") || word.equals("ENUM")) {
            return Family.TEXT;
        } else if (name.contains("BLOB") || name.contains("BINARY") || word.equals("BYTEA") || word.equals("IMAGE")) {
            return Family.BLOB;
        }
        return Family.ANY;
    }
}
