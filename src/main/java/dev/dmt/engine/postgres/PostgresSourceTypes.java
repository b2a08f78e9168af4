package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.WireColumn;
import dev.dmt.engine.expression.ExpressionReader;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** PostgreSQL holds its columns to their types: the declaration decides, and data only where a moment is beyond counting. */
final class PostgresSourceTypes implements SourceTypes {
    private static final ExpressionReader EXPRESSIONS = new ExpressionReader(new PostgresReading());

    private final UserTypes users;

    PostgresSourceTypes(UserTypes users) {
        this.users = users;
    }

    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        String where = table.name() + "." + column.name();
        LogicalType declared = DeclaredType.of(column.nativeType(), users);
        if (override.isPresent()) {
            return demanded(where, column, profile, declared, override.get());
        }
        if (declared.kind() == TypeKind.UNKNOWN) {
            return reading(
                    declared,
                    List.of(),
                    where + " has the type " + column.nativeType()
                            + ", which is not one of PostgreSQL's own; name another" + " under migration.types: {\""
                            + where + "\": \"text\"} keeps its values as text");
        }
        Optional<String> beyond = beyond(profile);
        if (beyond.isPresent()) {
            return reading(
                    new LogicalType.Native(
                            EngineName.POSTGRES.text(), column.nativeType(), new LogicalType.Text(OptionalInt.empty())),
                    List.of(beyond.get() + ": carried as text"),
                    "");
        }
        return new ColumnReading(declared, DeclaredType.form(column.nativeType(), users), false, notes(profile), 0, "");
    }

    /** What no other engine has in a column of this type. */
    private static Optional<String> beyond(ColumnProfile profile) {
        long moments = profile.fact(SourceProfiler.BEYOND);
        if (moments > 0) {
            return Optional.of(moments + " values are infinite or beyond the year 294000");
        }
        long numbers = profile.fact(SourceProfiler.NO_NUMBERS);
        return numbers > 0 ? Optional.of(numbers + " values are NaN or infinite") : Optional.empty();
    }

    private static List<String> notes(ColumnProfile profile) {
        long floats = profile.fact(SourceProfiler.NO_FLOATS);
        return floats > 0 ? List.of(floats + " values are NaN or infinite, which not every engine holds") : List.of();
    }

    private ColumnReading demanded(
            String where, Column column, ColumnProfile profile, LogicalType declared, LogicalType wanted) {
        if (!convertible(declared, wanted)) {
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
        List<String> notes = new ArrayList<>();
        if (wanted.kind() != declared.kind()) {
            notes.add(column.nativeType() + " read as " + wanted + ", as the config says");
        }
        String form =
                wanted.kind() == TypeKind.TEXT ? ReadingForm.AS_IS : DeclaredType.form(column.nativeType(), users);
        return new ColumnReading(wanted, form, false, notes, 0, "");
    }

    private static boolean convertible(LogicalType declared, LogicalType wanted) {
        if (wanted.equals(declared) || wanted.equals(DeclaredType.portable(declared))) {
            return wanted.kind() != TypeKind.UNKNOWN;
        }
        TypeKind from = DeclaredType.portable(declared).kind();
        return switch (wanted.kind()) {
            case TEXT -> true;
            case NATIVE -> ((LogicalType.Native) wanted).engine().equals(EngineName.POSTGRES.text());
            case DECIMAL -> from == TypeKind.DECIMAL || from == TypeKind.INTEGER;
            case UUID, JSON, XML -> from == wanted.kind() || from == TypeKind.TEXT;
            case BOOLEAN, INTEGER, FLOAT, BINARY, DATE, TIME, INTERVAL, BITS, GEOMETRY -> from == wanted.kind();
            case TIMESTAMP ->
                declared instanceof LogicalType.Timestamp timestamp
                        && timestamp.zoned() == ((LogicalType.Timestamp) wanted).zoned();
            case ENUMERATION, SET, ARRAY, ROW_VERSION, UNKNOWN -> false;
        };
    }

    /**
     * Of one type on both sides, and one whose binary form is its value and has been the same since the oldest
     * server; what is spelled with a schema is a user's or an extension's, and may have another number there.
     */
    @Override
    public boolean givesUntouched(String targetEngine, WireColumn column) {
        return targetEngine.equals(EngineName.POSTGRES.text())
                && column.declared().equals(column.nativeType())
                && !column.declared().startsWith("xml")
                && column.declared().indexOf('.') < 0
                && DeclaredType.of(column.declared()).kind() != TypeKind.UNKNOWN;
    }

    private static ColumnReading reading(LogicalType type, List<String> notes, String problem) {
        return new ColumnReading(type, ReadingForm.AS_IS, false, notes, 0, problem);
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return EXPRESSIONS.read(expressionSql, table);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return EXPRESSIONS.readDefault(defaultSql);
    }
}
