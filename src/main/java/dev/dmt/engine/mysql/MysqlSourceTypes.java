package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.ZeroDatePolicy;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceTypes;
import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import dev.dmt.schema.TypeKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The declaration decides, but where MySQL lets values in that the declaration does not mean. */
final class MysqlSourceTypes implements SourceTypes {
    static final String AS_IS = "as_is";
    static final String ZERO_OR_NULL = "zero" + ColumnReading.OR_NULL;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        String where = table.name() + "." + column.name();
        LogicalType declared = DeclaredType.of(column.nativeType(), column.collation());
        if (override.isPresent()) {
            return dated(new Demand(where, column, profile, declared).as(override.get()), profile, policies);
        }
        if (declared.kind() == TypeKind.UNKNOWN) {
            return reading(
                    declared,
                    List.of(),
                    where + " has the type " + column.nativeType() + ", which dmt does not know; name another under"
                            + " migration.types: {\"" + where + "\": \"text\"} keeps its values as text");
        }
        return dated(fitting(column, profile, declared), profile, policies);
    }

    private static ColumnReading fitting(Column column, ColumnProfile profile, LogicalType declared) {
        if (declared.kind() == TypeKind.BOOLEAN && !isTruth(profile)) {
            return widened(
                    new LogicalType.Int(8), column.nativeType() + " holds other numbers than 0 and 1: no truth values");
        }
        if (declared.kind() == TypeKind.BOOLEAN && column.identity()) {
            return widened(new LogicalType.Int(8), column.nativeType() + " counts: no truth values");
        }
        if (column.nativeType().startsWith("bigint") && declared instanceof LogicalType.Native own) {
            boolean fits = profile.maximum()
                    .map(digits -> new BigInteger(digits).compareTo(LARGEST) <= 0)
                    .orElse(true);
            LogicalType portable = fits ? new LogicalType.Int(64) : own.portable();
            return reading(new LogicalType.Native(own.engine(), own.sql(), portable), List.of(), "");
        }
        if (profile.fact(TableProfiler.BEYOND_A_DAY) > 0) {
            return reading(
                    new LogicalType.Native(EngineName.MYSQL.text(), column.nativeType(), new LogicalType.Interval()),
                    List.of(profile.fact(TableProfiler.BEYOND_A_DAY) + " values are no times of a day: spans of time"),
                    "");
        }
        if (profile.fact(TableProfiler.NO_MEMBER) > 0) {
            return widened(
                    new LogicalType.Text(OptionalInt.empty()),
                    profile.fact(TableProfiler.NO_MEMBER) + " values are none of the members, which the server keeps as"
                            + " an empty text");
        }
        if (declared.kind() == TypeKind.JSON) {
            return reading(
                    declared,
                    List.of("what a document means is kept; blanks, the order of keys, repeated keys and the writing of"
                            + " numbers are the target's (migration.types: text keeps it to the letter)"),
                    "");
        }
        return reading(declared, List.of(), "");
    }

    private static boolean isTruth(ColumnProfile profile) {
        return profile.minimum().map(digits -> !digits.startsWith("-")).orElse(true)
                && profile.maximum()
                        .map(digits -> digits.equals("0") || digits.equals("1"))
                        .orElse(true);
    }

    /** To its own engine a column with zero dates goes as text; to another as the policy says. */
    private static ColumnReading dated(ColumnReading reading, ColumnProfile profile, MigrationConfig policies) {
        long zeros = profile.fact(TableProfiler.ZERO_DATES);
        TypeKind kind = DeclaredType.kind(reading.type());
        if (zeros == 0 || (kind != TypeKind.DATE && kind != TypeKind.TIMESTAMP)) {
            return reading;
        }
        boolean nulled = policies.zeroDates() == ZeroDatePolicy.NULL;
        List<String> notes = new ArrayList<>(reading.notes());
        notes.add(
                nulled
                        ? "LOSSY: " + zeros
                                + " zero dates, or others of no calendar, become NULL, as migration.zero_dates says"
                        : zeros
                                + " values are zero dates, or others of no calendar, which no other engine has: a row with one fails there;"
                                + " migration.zero_dates: null makes them NULL");
        return new ColumnReading(
                nulled ? reading.type() : own(reading.type()),
                nulled ? ZERO_OR_NULL : AS_IS,
                reading.widened(),
                notes,
                zeros,
                reading.problem());
    }

    private static LogicalType own(LogicalType type) {
        if (type instanceof LogicalType.Native) {
            return type;
        }
        String sql = type instanceof LogicalType.Timestamp timestamp
                ? "datetime" + (timestamp.precision() == 0 ? "" : "(" + timestamp.precision() + ")")
                : "date";
        return new LogicalType.Native(EngineName.MYSQL.text(), sql, type);
    }

    private static ColumnReading widened(LogicalType type, String note) {
        return new ColumnReading(type, AS_IS, true, List.of(note), 0, "");
    }

    private static ColumnReading reading(LogicalType type, List<String> notes, String problem) {
        return new ColumnReading(type, AS_IS, false, notes, 0, problem);
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return MysqlExpressions.parse(expressionSql, table);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return MysqlExpressions.parseDefault(defaultSql);
    }

    /** A type that the config demands. */
    private record Demand(String where, Column column, ColumnProfile profile, LogicalType declared) {
        ColumnReading as(LogicalType wanted) {
            if (!convertible(wanted)) {
                return reading(
                        wanted,
                        List.of(),
                        where + " is " + column.nativeType() + " and cannot be read as " + wanted
                                + "; migration.types: text takes every value");
            }
            if (wanted instanceof LogicalType.Text text
                    && text.length().isPresent()
                    && profile.longest() > text.length().getAsInt()) {
                return reading(
                        wanted,
                        List.of(),
                        where + " cannot be " + wanted + ": its longest value has " + profile.longest()
                                + " characters; give it a larger bound under migration.types");
            }
            return reading(
                    wanted,
                    wanted.kind() == declared.kind()
                            ? List.of()
                            : List.of(column.nativeType() + " read as " + wanted + ", as the config says"),
                    "");
        }

        private boolean convertible(LogicalType wanted) {
            TypeKind from = DeclaredType.kind(declared);
            boolean number = from == TypeKind.INTEGER || from == TypeKind.BOOLEAN;
            return switch (wanted.kind()) {
                case TEXT -> from != TypeKind.BINARY && from != TypeKind.GEOMETRY;
                case NATIVE -> ((LogicalType.Native) wanted).engine().equals(EngineName.MYSQL.text());
                case DECIMAL -> from == TypeKind.DECIMAL || number;
                case INTEGER -> number || column.nativeType().startsWith("bigint");
                case BOOLEAN -> number && isTruth(profile);
                case UUID -> from == wanted.kind() || from == TypeKind.TEXT || isSixteenBytes();
                case JSON, XML -> from == wanted.kind() || from == TypeKind.TEXT;
                case FLOAT -> from == wanted.kind() || from == TypeKind.DECIMAL || number;
                case TIMESTAMP, DATE, TIME, BINARY, BITS, GEOMETRY, ENUMERATION, SET -> from == wanted.kind();
                case INTERVAL -> from == TypeKind.TIME;
                case ARRAY, ROW_VERSION, UNKNOWN -> false;
            };
        }

        private boolean isSixteenBytes() {
            return declared instanceof LogicalType.Binary binary
                    && binary.length().orElse(0) == 16;
        }
    }

    @Override
    public Collation collation(Column column) {
        return column.collation().map(MysqlCollations::of).orElse(Collation.EXACT);
    }
}
