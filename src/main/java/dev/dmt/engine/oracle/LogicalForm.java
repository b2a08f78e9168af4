package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.engine.ColumnUse;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** What a declared type means. */
final class LogicalForm {
    static final int DIGITS_OF_LONG = 18;
    private static final int DIGITS_OF_INT = 9;
    private static final int DIGITS_OF_SHORT = 4;
    private static final String ENGINE = EngineName.ORACLE.text();

    private LogicalForm() {}

    /** The portable form where Oracle would hold it as well again, else the declaration itself with that form. */
    static LogicalType of(DeclaredType declared) {
        LogicalType portable = portable(declared);
        return isOwn(declared, portable) ? new LogicalType.Native(ENGINE, declared.spelled(), portable) : portable;
    }

    private static boolean isOwn(DeclaredType declared, LogicalType portable) {
        return switch (declared.stored()) {
            // Nobody declares a LONG any more; object types and files of the server are refused.
            case LONG, LONG_RAW, OTHER, SHAPE -> false;
            // The zone in which each value was written has no portable form.
            case ZONED -> true;
            // A few digits or bytes more in the declaration are worth less than a plain type for everybody.
            case NUMBER -> !(portable instanceof LogicalType.Int) && !isMadeAgain(declared, portable);
            case CHARACTERS ->
                declared.isNational()
                        || declared.length().orElse(0)
                                > (declared.isFixed() ? OracleTypes.FIXED_CHARACTERS : OracleTypes.SURE_CHARACTERS);
            case BINARY_FLOAT,
                    BINARY_DOUBLE,
                    CLOB,
                    RAW,
                    BLOB,
                    DATE,
                    TIMESTAMP,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    ROWID,
                    XML,
                    JSON,
                    BOOLEAN -> !isMadeAgain(declared, portable) || declared.isNational();
        };
    }

    private static boolean isMadeAgain(DeclaredType declared, LogicalType portable) {
        return new OracleTypes().nativeType(portable, ColumnUse.PLAIN).sql().equals(declared.spelled());
    }

    static LogicalType portable(DeclaredType declared) {
        return switch (declared.stored()) {
            case NUMBER -> number(declared);
            case BINARY_FLOAT -> new LogicalType.Floating(32);
            case BINARY_DOUBLE -> new LogicalType.Floating(64);
            case CHARACTERS -> new LogicalType.Text(declared.length(), declared.isFixed(), declared.isNational());
            case CLOB -> new LogicalType.Text(OptionalInt.empty(), false, declared.isNational());
            case LONG -> new LogicalType.Text(OptionalInt.empty());
            case RAW -> new LogicalType.Binary(declared.length(), false);
            case LONG_RAW, BLOB -> new LogicalType.Binary();
            case DATE -> new LogicalType.Timestamp(false, 0);
            case TIMESTAMP -> new LogicalType.Timestamp(false, declared.fraction());
            case ZONED, LOCAL -> new LogicalType.Timestamp(true, declared.fraction());
            case MONTHS, SECONDS -> new LogicalType.Interval();
            case ROWID -> new LogicalType.Text(OptionalInt.empty());
            case XML -> new LogicalType.Xml();
            case JSON -> new LogicalType.Json(true);
            case BOOLEAN -> new LogicalType.Bool();
            case SHAPE, OTHER -> new LogicalType.Unknown(declared.spelled());
        };
    }

    private static LogicalType number(DeclaredType declared) {
        OptionalInt scale = declared.scale();
        if (scale.isEmpty()) {
            return new LogicalType.Decimal(OptionalInt.empty(), 0);
        }
        int digits = declared.precision().orElse(OracleTypes.MOST_DIGITS);
        int fraction = scale.getAsInt();
        if (fraction <= 0) {
            return whole(digits - fraction);
        }
        // More digits after the point than there are digits: the first of them are zeros.
        return new LogicalType.Decimal(Math.max(digits, fraction), fraction);
    }

    private static LogicalType whole(int digits) {
        if (digits > DIGITS_OF_LONG) {
            return new LogicalType.Decimal(digits, 0);
        }
        return new LogicalType.Int(digits <= DIGITS_OF_SHORT ? 16 : digits <= DIGITS_OF_INT ? 32 : 64);
    }
}
