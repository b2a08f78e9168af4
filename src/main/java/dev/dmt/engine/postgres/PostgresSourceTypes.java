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

/** PostgreSQL holds its columns to their types: the declaration decides, and data only where a moment is beyond counting. */
final class PostgresSourceTypes implements SourceTypes {
    private static final ExpressionReader EXPRESSIONS = new ExpressionReader(new PostgresReading());

    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        String where = table.name() + "." + column.name();
        LogicalType declared = DeclaredType.of(column.nativeType());
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
        if (profile.fact(SourceProfiler.BEYOND) > 0) {
            return reading(
                    new LogicalType.Native(EngineName.POSTGRES.text(), column.nativeType()),
                    List.of(profile.fact(SourceProfiler.BEYOND)
                            + " values are infinite or beyond the year 294000: carried" + " as text"),
                    "");
        }
        return reading(declared, List.of(), "");
    }

    private static ColumnReading demanded(
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
        return reading(wanted, notes, "");
    }

    private static boolean convertible(LogicalType declared, LogicalType wanted) {
        TypeKind from = declared.kind();
        return switch (wanted.kind()) {
            case TEXT -> true;
            case NATIVE -> ((LogicalType.Native) wanted).engine().equals(EngineName.POSTGRES.text());
            case DECIMAL -> from == TypeKind.DECIMAL || from == TypeKind.INTEGER;
            case UUID, JSON -> from == wanted.kind() || from == TypeKind.TEXT;
            case BOOLEAN, INTEGER, FLOAT, BINARY, DATE, TIME -> from == wanted.kind();
            case INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, GEOMETRY, ROW_VERSION -> false;
            case TIMESTAMP -> declared.equals(wanted);
            case UNKNOWN -> false;
        };
    }

    /** Of one type on both sides, and one whose binary form is its value and has been the same since the oldest server. */
    @Override
    public boolean givesUntouched(String targetEngine, WireColumn column) {
        return targetEngine.equals(EngineName.POSTGRES.text())
                && column.declared().equals(column.nativeType())
                && !column.declared().startsWith("xml")
                && DeclaredType.of(column.declared()).kind() != TypeKind.UNKNOWN;
    }

    private static ColumnReading reading(LogicalType type, List<String> notes, String problem) {
        return new ColumnReading(type, "as_is", false, notes, 0, problem);
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
