package dev.dmt.engine.sqlite.ddl;

import java.util.Locale;

/** What is known of the values of an expression before any data is seen. */
enum ValueClass {
    NULL,
    BOOLEAN,
    INTEGER,
    REAL,
    TEXT,
    BLOB,
    /** The answer of typeof, which may only be compared with a literal. */
    TYPE_NAME,
    UNKNOWN;

    /** By the rules of affinity. Where SQLite says NUMERIC (dates, booleans, decimals, ...) nothing is known. */
    static ValueClass ofDeclaredType(String declaredType) {
        String type = declaredType.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return INTEGER;
        } else if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        } else if (type.contains("BLOB")) {
            return BLOB;
        } else if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return REAL;
        }
        return UNKNOWN;
    }

    /** A truth value is the number 1 or 0 in SQLite. */
    boolean isNumeric() {
        return this == INTEGER || this == REAL || this == BOOLEAN;
    }

    boolean isOpen() {
        return this == NULL || this == UNKNOWN;
    }

    boolean isTextual() {
        return this == TEXT || isOpen();
    }

    /** Whether values of both may be compared, or be answers of one expression, without SQLite converting any. */
    boolean fits(ValueClass other) {
        if (this == TYPE_NAME || other == TYPE_NAME) {
            return false;
        }
        return this == other || isOpen() || other.isOpen() || (isNumeric() && other.isNumeric());
    }

    /** The class of an expression that gives either the one or the other. */
    ValueClass either(ValueClass other) {
        if (this == other || other == NULL) {
            return this;
        }
        return this == NULL ? other : UNKNOWN;
    }
}
