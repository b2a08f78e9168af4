package dev.dmt.plan;

import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetDialect;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.util.stream.Stream;

/** Chooses the target's type of each column; what only the source's engine knows goes in its portable form. */
final class NativeTypes {
    private final TargetDialect dialect;

    NativeTypes(TargetDialect dialect) {
        this.dialect = dialect;
    }

    NativeType of(TableDraft draft, Column column, ColumnReading reading) {
        ColumnUse use = new ColumnUse(isKeyed(draft.source(), column.name()), longest(draft, column));
        if (!(reading.type() instanceof LogicalType.Native foreign)
                || foreign.engine().equals(dialect.engine())) {
            return dialect.types().nativeType(reading.type(), use);
        }
        if (foreign.portable() instanceof LogicalType.Unknown) {
            return NativeType.refused(
                    foreign.sql() + " is a type of " + foreign.engine() + " alone; say in migration.types what it is to"
                            + " be (text takes its values as " + foreign.engine() + " writes them)",
                    foreign);
        }
        return told(dialect.types().nativeType(foreign.portable(), use), foreign);
    }

    private static NativeType told(NativeType portable, LogicalType.Native foreign) {
        if (portable.fidelity() != Fidelity.EXACT) {
            return portable;
        }
        return NativeType.widened(
                portable.sql(),
                foreign.sql() + " of " + foreign.engine() + " is carried as " + foreign.portable(),
                portable.held());
    }

    private static boolean isKeyed(Table table, String column) {
        Stream<String> keys = Stream.concat(
                Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                        .flatMap(key -> key.columns().stream()),
                table.foreignKeys().stream().flatMap(key -> key.columns().stream()));
        Stream<String> parts = table.indexes().stream()
                .flatMap(index -> index.parts().stream())
                .map(IndexPart::text);
        return Stream.concat(keys, parts).anyMatch(name -> name.equalsIgnoreCase(column));
    }

    private static long longest(TableDraft draft, Column column) {
        return draft.profile().columns().stream()
                .filter(profile -> profile.column().equals(column.name()))
                .mapToLong(ColumnProfile::longest)
                .findFirst()
                .orElse(0);
    }
}
