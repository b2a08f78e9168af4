package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.schema.LogicalType;

/** Which stored values can be read as which logical type. */
final class Conversion {
    private Conversion() {}

    static boolean isPossible(DeclaredType declared, LogicalType wanted) {
        Stored stored = declared.stored();
        return switch (wanted.kind()) {
            case TEXT -> stored != Stored.OTHER && !isBytes(stored);
            case NATIVE -> ((LogicalType.Native) wanted).engine().equals(EngineName.ORACLE.text());
            case BOOLEAN -> stored == Stored.BOOLEAN || stored == Stored.NUMBER;
            case INTEGER, DECIMAL -> stored == Stored.NUMBER;
            case FLOAT -> stored == Stored.NUMBER || stored == Stored.BINARY_FLOAT || stored == Stored.BINARY_DOUBLE;
            case BINARY -> isBytes(stored);
            case DATE -> stored == Stored.DATE || stored == Stored.TIMESTAMP;
            case TIME -> stored == Stored.SECONDS;
            case TIMESTAMP ->
                ((LogicalType.Timestamp) wanted).zoned()
                        ? stored == Stored.ZONED || stored == Stored.LOCAL
                        : stored == Stored.DATE || stored == Stored.TIMESTAMP;
            case INTERVAL -> stored == Stored.MONTHS || stored == Stored.SECONDS;
            case UUID -> stored == Stored.RAW || stored == Stored.CHARACTERS;
            case JSON -> stored == Stored.JSON || isText(stored);
            case XML -> stored == Stored.XML || isText(stored);
            case ENUMERATION, SET -> stored == Stored.CHARACTERS;
            case BITS, ARRAY, GEOMETRY, ROW_VERSION, UNKNOWN -> false;
        };
    }

    private static boolean isBytes(Stored stored) {
        return stored == Stored.RAW || stored == Stored.LONG_RAW || stored == Stored.BLOB;
    }

    private static boolean isText(Stored stored) {
        return stored == Stored.CHARACTERS || stored == Stored.CLOB || stored == Stored.LONG;
    }
}
