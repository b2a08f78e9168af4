package dev.dmt.engine.mssql;

import dev.dmt.config.EngineName;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceTypes;
import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL Server holds its columns to their types: the declaration decides. */
final class MssqlSourceTypes implements SourceTypes {
    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        String where = table.name() + "." + column.name();
        LogicalType declared = DeclaredType.of(column.nativeType()
                + column.collation().map(" COLLATE "::concat).orElse(""));
        if (override.isPresent()) {
            return demanded(where, column, profile, declared, override.get());
        }
        if (declared.kind() == TypeKind.UNKNOWN) {
            return reading(
                    column,
                    declared,
                    List.of(),
                    where + " has the type " + column.nativeType() + unknown(column)
                            + "; name another under migration.types: {\"" + where
                            + "\": \"text\"} keeps its values as text");
        }
        return reading(column, declared, notes(column), "");
    }

    private static String unknown(Column column) {
        return column.nativeType().equals("sql_variant")
                ? ", in which each value has a type of its own"
                : ", which dmt does not know";
    }

    private static List<String> notes(Column column) {
        return switch (NativeName.parse(column.nativeType()).base()) {
            case "datetimeoffset" -> List.of("other engines keep its instants, and not its offsets");
            case "datetime" -> List.of("its moments are thirds of a hundredth of a second, carried in milliseconds");
            case "text", "ntext" -> List.of("its type is of old; another SQL Server gets the one that replaces it");
            default -> List.of();
        };
    }

    private static ColumnReading demanded(
            String where, Column column, ColumnProfile profile, LogicalType declared, LogicalType wanted) {
        LogicalType portable = declared instanceof LogicalType.Native own ? own.portable() : declared;
        if (!convertible(portable, wanted)) {
            return reading(
                    column,
                    wanted,
                    List.of(),
                    where + " is " + column.nativeType() + " and cannot be read as " + wanted
                            + "; migration.types: text takes every value");
        }
        if (wanted instanceof LogicalType.Text text
                && text.length().isPresent()
                && profile.longest() > text.length().getAsInt()) {
            return reading(
                    column,
                    wanted,
                    List.of(),
                    where + " cannot be " + wanted + ": its longest value has " + profile.longest()
                            + " characters; give it a larger bound under migration.types");
        }
        List<String> notes = new ArrayList<>();
        if (wanted.kind() != portable.kind()) {
            notes.add(column.nativeType() + " read as " + wanted + ", as the config says");
        }
        return reading(column, wanted, notes, "");
    }

    private static boolean convertible(LogicalType declared, LogicalType wanted) {
        TypeKind from = declared.kind();
        return switch (wanted.kind()) {
            case TEXT -> true;
            case NATIVE -> ((LogicalType.Native) wanted).engine().equals(EngineName.MSSQL.text());
            case DECIMAL -> from == TypeKind.DECIMAL || from == TypeKind.INTEGER;
            case UUID, JSON, XML -> from == wanted.kind() || from == TypeKind.TEXT;
            case BOOLEAN -> from == TypeKind.BOOLEAN;
            case BINARY -> from == TypeKind.BINARY || from == TypeKind.ROW_VERSION || from == TypeKind.GEOMETRY;
            case INTEGER, FLOAT, DATE, TIME, GEOMETRY, ROW_VERSION -> from == wanted.kind();
            case TIMESTAMP ->
                declared instanceof LogicalType.Timestamp held
                        && held.zoned() == ((LogicalType.Timestamp) wanted).zoned();
            case INTERVAL, ENUMERATION, SET, BITS, ARRAY, UNKNOWN -> false;
        };
    }

    private static ColumnReading reading(Column column, LogicalType type, List<String> notes, String problem) {
        return new ColumnReading(type, column.nativeType(), false, notes, 0, problem);
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return MssqlExpressions.parse(expressionSql, table);
    }

    @Override
    public Collation collation(Column column) {
        return column.collation().map(MssqlCollations::of).orElse(Collation.EXACT);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return MssqlExpressions.parseDefault(defaultSql);
    }
}
