package dev.dmt.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalInt;

/** What a column's values mean, free of any engine. Its YAML form is its text, read back by {@link #parse}. */
public sealed interface LogicalType {
    TypeKind kind();

    record Bool() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.BOOLEAN;
        }

        @JsonValue
        @Override
        public String toString() {
            return "boolean";
        }
    }

    /** A whole number of 16, 32 or 64 bits, signed. */
    record Int(int bits) implements LogicalType {
        public Int {
            if (bits != 16 && bits != 32 && bits != 64) {
                throw new IllegalArgumentException("an integer has 16, 32 or 64 bits, not " + bits);
            }
        }

        @Override
        public TypeKind kind() {
            return TypeKind.INTEGER;
        }

        @JsonValue
        @Override
        public String toString() {
            return "integer(" + bits + ")";
        }
    }

    /** An exact decimal; without a precision it is unbounded. */
    record Decimal(OptionalInt precision, int scale) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.DECIMAL;
        }

        @JsonValue
        @Override
        public String toString() {
            return precision.isPresent() ? "decimal(" + precision.getAsInt() + "," + scale + ")" : "decimal";
        }
    }

    /** An IEEE 754 number of 32 or 64 bits. */
    record Floating(int bits) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.FLOAT;
        }

        @JsonValue
        @Override
        public String toString() {
            return "float(" + bits + ")";
        }
    }

    /** Text, bounded in characters where a length is given. */
    record Text(OptionalInt length) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.TEXT;
        }

        @JsonValue
        @Override
        public String toString() {
            return length.isPresent() ? "text(" + length.getAsInt() + ")" : "text";
        }
    }

    record Binary() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.BINARY;
        }

        @JsonValue
        @Override
        public String toString() {
            return "binary";
        }
    }

    record Date() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.DATE;
        }

        @JsonValue
        @Override
        public String toString() {
            return "date";
        }
    }

    /** A time of day in microseconds. */
    record Time() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.TIME;
        }

        @JsonValue
        @Override
        public String toString() {
            return "time";
        }
    }

    /** A moment in microseconds: an instant where zoned, a wall-clock reading where not. */
    record Timestamp(boolean zoned) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.TIMESTAMP;
        }

        @JsonValue
        @Override
        public String toString() {
            return zoned ? "timestamp with zone" : "timestamp";
        }
    }

    record Uuid() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.UUID;
        }

        @JsonValue
        @Override
        public String toString() {
            return "uuid";
        }
    }

    /** A JSON document; binary where the target may normalise it (jsonb). */
    record Json(boolean binary) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.JSON;
        }

        @JsonValue
        @Override
        public String toString() {
            return binary ? "jsonb" : "json";
        }
    }

    /**
     * A type that only its own engine takes: its values are carried as the text in which the engine writes them.
     *
     * @param engine the engine's name
     * @param sql the type as the engine spells it, with its arguments
     */
    record Native(String engine, String sql) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.NATIVE;
        }

        @JsonValue
        @Override
        public String toString() {
            return "native(" + engine + ", " + sql + ")";
        }
    }

    /** A type dmt does not know: refused unless the config overrides it. */
    record Unknown(String nativeName) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.UNKNOWN;
        }

        @JsonValue
        @Override
        public String toString() {
            return "unknown(" + nativeName + ")";
        }
    }

    /** Reads a type's text form; throws {@link IllegalArgumentException} on anything else. */
    @JsonCreator
    static LogicalType parse(String text) {
        return LogicalTypeText.parse(text);
    }
}
