package dev.dmt.engine.oracle;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceTypes;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Oracle holds its columns to their types: the declaration decides, and data only where a column counts. */
final class OracleSourceTypes implements SourceTypes {
    /** What a reading's form begins with; the declared type follows. */
    static final String AS_IT_IS = "as_is";

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        String where = table.name() + "." + column.name();
        DeclaredType declared = DeclaredType.of(column.nativeType());
        if (override.isPresent()) {
            return demanded(where, declared, profile, override.get());
        }
        if (column.identity()) {
            return identity(where, declared, profile);
        }
        LogicalType type = LogicalForm.of(declared);
        if (type.kind() == TypeKind.UNKNOWN) {
            return reading(declared, type, List.of(), unknown(where, declared));
        }
        return reading(declared, collated(type, column), notes(declared, profile), "");
    }

    private static LogicalType collated(LogicalType type, Column column) {
        return type instanceof LogicalType.Text text && column.collation().isPresent()
                ? text.collated(text.charset(), column.collation())
                : type;
    }

    private static String unknown(String where, DeclaredType declared) {
        String way = declared.stored() == Stored.SHAPE
                ? "; migration.types: {\"" + where + "\": \"text\"} takes its shapes as WKT, without their SRID"
                : declared.name().equals("BFILE")
                        ? ", which points at a file of the server: leave the column out, or load the files into a BLOB"
                        : ", which dmt cannot read; move it into a column of a plain type";
        return where + " has the type " + declared.spelled() + way;
    }

    private static List<String> notes(DeclaredType declared, ColumnProfile profile) {
        List<String> notes = new ArrayList<>();
        boolean filled = !profile.classes().isEmpty();
        switch (declared.stored()) {
            case NUMBER -> {
                if (declared.scale().isEmpty() && filled && profile.fact(SourceProfiler.FRACTION) == 0) {
                    notes.add("all its values are whole: an integer or decimal under migration.types would say so");
                }
            }
            case DATE -> {
                if (filled && profile.fact(SourceProfiler.CLOCK) == 0) {
                    notes.add("all its values are at midnight: `date` under migration.types would say so");
                }
            }
            case ZONED -> notes.add("other engines keep the instant, not the zone that each value was written in");
            case LONG -> notes.add("LONG is carried as CLOB is");
            case LONG_RAW -> notes.add("LONG RAW is carried as BLOB is");
            case ROWID -> notes.add("it points at rows of the source, where no row of the target is");
            default -> {
                return notes;
            }
        }
        return notes;
    }

    /** What counts is whole, whatever it is declared. */
    private static ColumnReading identity(String where, DeclaredType declared, ColumnProfile profile) {
        LogicalType type = LogicalForm.portable(declared);
        if (type.kind() == TypeKind.INTEGER) {
            return reading(declared, type, List.of(), "");
        }
        boolean whole =
                profile.fact(SourceProfiler.FRACTION) == 0 && fits(profile.minimum()) && fits(profile.maximum());
        return whole
                ? reading(
                        declared,
                        new LogicalType.Int(64),
                        List.of(declared.spelled() + " counts by an identity and holds whole numbers of 64 bits alone"),
                        "")
                : reading(
                        declared,
                        LogicalForm.of(declared),
                        List.of(where + " is an identity column with values that are no whole numbers of 64 bits:"
                                + " it does not count in the target"),
                        "");
    }

    private static boolean fits(Optional<String> value) {
        return value.map(BigDecimal::new)
                .map(number -> number.abs().compareTo(LARGEST) <= 0)
                .orElse(true);
    }

    private static ColumnReading demanded(
            String where, DeclaredType declared, ColumnProfile profile, LogicalType wanted) {
        if (!Conversion.isPossible(declared, wanted)) {
            return reading(
                    declared,
                    wanted,
                    List.of(),
                    where + " is " + declared.spelled() + " and cannot be read as " + wanted
                            + (Conversion.isPossible(declared, text())
                                    ? "; migration.types: text takes every value"
                                    : ""));
        }
        if (wanted instanceof LogicalType.Text text
                && text.length().isPresent()
                && profile.longest() > text.length().getAsInt()) {
            return reading(
                    declared,
                    wanted,
                    List.of(),
                    where + " cannot be " + wanted + ": its longest value has " + profile.longest()
                            + " characters; give it a larger bound under migration.types");
        }
        return reading(
                declared, wanted, List.of(declared.spelled() + " read as " + wanted + ", as the config says"), "");
    }

    private static LogicalType text() {
        return new LogicalType.Text(OptionalInt.empty());
    }

    private static ColumnReading reading(DeclaredType declared, LogicalType type, List<String> notes, String problem) {
        return new ColumnReading(type, AS_IT_IS + ":" + declared.spelled(), false, notes, 0, problem);
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return OracleExpressions.parse(expressionSql, table);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return OracleExpressions.parseDefault(defaultSql);
    }
}
