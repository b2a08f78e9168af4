package dev.dmt.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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

    /**
     * A whole number of 8, 16, 24, 32 or 64 bits. Of 64 bits only signed: what has no sign and 64 bits is a
     * {@link Decimal} of 20 digits, which no long could hold.
     */
    record Int(int bits, boolean signed) implements LogicalType {
        private static final Set<Integer> WIDTHS = Set.of(8, 16, 24, 32, 64);

        public Int {
            if (!WIDTHS.contains(bits) || (bits == 64 && !signed)) {
                throw new IllegalArgumentException("an integer has 8, 16, 24, 32 or 64 bits, signed if 64, not "
                        + (signed ? "" : "unsigned ") + bits);
            }
        }

        /** Signed. */
        public Int(int bits) {
            this(bits, true);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.INTEGER;
        }

        @JsonValue
        @Override
        public String toString() {
            return (signed ? "integer(" : "unsigned(") + bits + ")";
        }
    }

    /** An exact decimal; without a precision it is unbounded. */
    record Decimal(OptionalInt precision, int scale) implements LogicalType {
        public Decimal(int precision, int scale) {
            this(OptionalInt.of(precision), scale);
        }

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

    /**
     * Text, bounded in characters where a length is given.
     *
     * @param fixed padded with blanks to its length
     * @param national declared to hold Unicode in a database whose other texts may not
     * @param charset the character set it is declared with, where its engine declares one; values are UTF-8 here all the same
     * @param collation the collation it is declared with, in its own engine's words
     */
    record Text(
            OptionalInt length, boolean fixed, boolean national, Optional<String> charset, Optional<String> collation)
            implements LogicalType {
        public Text(OptionalInt length) {
            this(length, false, false, Optional.empty(), Optional.empty());
        }

        public Text(OptionalInt length, boolean fixed, boolean national) {
            this(length, fixed, national, Optional.empty(), Optional.empty());
        }

        public Text collated(Optional<String> newCharset, Optional<String> newCollation) {
            return new Text(length, fixed, national, newCharset, newCollation);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.TEXT;
        }

        @JsonValue
        @Override
        public String toString() {
            return LogicalTypeText.ofText(this);
        }
    }

    /**
     * Bytes, bounded where a length is given.
     *
     * @param fixed padded with zero bytes to its length
     */
    record Binary(OptionalInt length, boolean fixed) implements LogicalType {
        public Binary() {
            this(OptionalInt.empty(), false);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.BINARY;
        }

        @JsonValue
        @Override
        public String toString() {
            return (fixed ? "fixed binary" : "binary") + (length.isPresent() ? "(" + length.getAsInt() + ")" : "");
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

    /**
     * A time of day.
     *
     * @param precision digits of a second, 0 to 9
     */
    record Time(int precision) implements LogicalType {
        public Time {
            LogicalTypeText.requirePrecision(precision);
        }

        /** In microseconds. */
        public Time() {
            this(LogicalTypeText.MICROSECONDS);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.TIME;
        }

        @JsonValue
        @Override
        public String toString() {
            return "time" + LogicalTypeText.ofPrecision(precision);
        }
    }

    /**
     * A moment: an instant where zoned, a wall-clock reading where not.
     *
     * @param precision digits of a second, 0 to 9
     */
    record Timestamp(boolean zoned, int precision) implements LogicalType {
        public Timestamp {
            LogicalTypeText.requirePrecision(precision);
        }

        /** In microseconds. */
        public Timestamp(boolean zoned) {
            this(zoned, LogicalTypeText.MICROSECONDS);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.TIMESTAMP;
        }

        @JsonValue
        @Override
        public String toString() {
            return "timestamp" + LogicalTypeText.ofPrecision(precision) + (zoned ? " with zone" : "");
        }
    }

    /** A span of time as ISO 8601 writes it, P1Y2M3DT4H5M6.789S: months, days and seconds apart, each with a sign of its own. */
    record Interval() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.INTERVAL;
        }

        @JsonValue
        @Override
        public String toString() {
            return "interval";
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

    record Xml() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.XML;
        }

        @JsonValue
        @Override
        public String toString() {
            return "xml";
        }
    }

    /**
     * One of a list of texts.
     *
     * @param name the type's own name, where its engine has named types
     */
    record Enumeration(Optional<String> name, List<String> members) implements LogicalType {
        public Enumeration {
            members = List.copyOf(members);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.ENUMERATION;
        }

        @JsonValue
        @Override
        public String toString() {
            return LogicalTypeText.ofMembers("enum" + name.map(" "::concat).orElse(""), members);
        }
    }

    /** Some of a list of texts, joined by commas in the order of the list. */
    record Members(List<String> members) implements LogicalType {
        public Members {
            members = List.copyOf(members);
        }

        @Override
        public TypeKind kind() {
            return TypeKind.SET;
        }

        @JsonValue
        @Override
        public String toString() {
            return LogicalTypeText.ofMembers("set", members);
        }
    }

    /** A string of bits, as the digits 0 and 1. */
    record Bits(int length, boolean varying) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.BITS;
        }

        @JsonValue
        @Override
        public String toString() {
            return (varying ? "varying bits(" : "bits(") + length + ")";
        }
    }

    /** A list of values of one type, as a JSON array. */
    record Array(LogicalType element) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.ARRAY;
        }

        @JsonValue
        @Override
        public String toString() {
            return "array(" + element + ")";
        }
    }

    /**
     * A shape, as EWKB with its reference system.
     *
     * @param geography on the globe rather than in a plane
     * @param srid the reference system that the column demands, empty where it takes any
     */
    record Geometry(boolean geography, OptionalInt srid) implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.GEOMETRY;
        }

        @JsonValue
        @Override
        public String toString() {
            return (geography ? "geography" : "geometry") + (srid.isPresent() ? "(" + srid.getAsInt() + ")" : "");
        }
    }

    /** Eight bytes that the database changes with each change of the row. */
    record RowVersion() implements LogicalType {
        @Override
        public TypeKind kind() {
            return TypeKind.ROW_VERSION;
        }

        @JsonValue
        @Override
        public String toString() {
            return "row version";
        }
    }

    /**
     * A type that only its own engine takes: its values are carried as the text in which the engine writes them.
     *
     * @param engine the engine's name
     * @param sql the type as the engine spells it, with its arguments
     * @param portable as what its values are read for another engine; {@link Unknown} where nothing else can hold them
     */
    record Native(String engine, String sql, LogicalType portable) implements LogicalType {
        public Native {
            if (portable instanceof Native) {
                throw new IllegalArgumentException("what is portable is of no engine");
            }
        }

        /** For its own engine alone. */
        public Native(String engine, String sql) {
            this(engine, sql, new Unknown(sql));
        }

        @Override
        public TypeKind kind() {
            return TypeKind.NATIVE;
        }

        @JsonValue
        @Override
        public String toString() {
            return LogicalTypeText.ofNative(this);
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
