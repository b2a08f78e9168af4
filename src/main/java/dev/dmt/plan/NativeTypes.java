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
import dev.dmt.schema.NamedType;
import dev.dmt.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the target's type of each column; what only the source's engine knows goes in its portable form. */
final class NativeTypes {
    private final PlanInputs inputs;
    private final TargetDialect dialect;

    NativeTypes(PlanInputs inputs) {
        this.inputs = inputs;
        this.dialect = inputs.dialect();
    }

    NativeType of(TableDraft draft, Column column, ColumnReading reading) {
        ColumnUse use = use(draft, column);
        if (!(reading.type() instanceof LogicalType.Native foreign)) {
            return dialect.types().nativeType(reading.type(), use);
        }
        if (foreign.engine().equals(dialect.engine())) {
            return own(draft, foreign, use);
        }
        if (foreign.portable() instanceof LogicalType.Unknown) {
            return NativeType.refused(
                    foreign.sql() + " is a type of " + foreign.engine() + " alone; say in migration.types what it is to"
                            + " be (text takes its values as " + foreign.engine() + " writes them)",
                    foreign);
        }
        return told(dialect.types().nativeType(foreign.portable(), use), foreign);
    }

    /** A type that somebody made must be created in the target before a column can have it. */
    private NativeType own(TableDraft draft, LogicalType.Native own, ColumnUse use) {
        Optional<NamedType> named = OwnObjects.named(inputs, own.sql());
        if (named.isPresent() && named.get().definition().isEmpty()) {
            return NativeType.refused(
                    own.sql() + " is a " + named.get().kind() + " that dmt does not create in the target; name another"
                            + " type under migration.types: text keeps its values as text",
                    own);
        }
        NativeType type = dialect.types().nativeType(own, use);
        return new NativeType(draft.ownNames().in(type.sql()), type.fidelity(), type.reason(), type.held());
    }

    private NativeType told(NativeType portable, LogicalType.Native foreign) {
        if (portable.fidelity() != Fidelity.EXACT) {
            return portable;
        }
        return NativeType.widened(
                portable.sql(),
                foreign.sql() + " of " + foreign.engine() + " is carried as " + foreign.portable() + demands(foreign),
                portable.held());
    }

    private String demands(LogicalType.Native foreign) {
        return OwnObjects.named(inputs, foreign.sql())
                .map(NamedType::demands)
                .filter(text -> !text.isEmpty())
                .map("; what it demands is not kept: "::concat)
                .orElse("");
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

    private static ColumnUse use(TableDraft draft, Column column) {
        boolean keyed = isKeyed(draft.source(), column.name());
        return draft.profile().columns().stream()
                .filter(profile -> profile.column().equals(column.name()))
                .map(profile -> new ColumnUse(
                        keyed,
                        profile.longest(),
                        Math.toIntExact(profile.fact(ColumnProfile.WHOLE_DIGITS)),
                        Math.toIntExact(profile.fact(ColumnProfile.SCALE))))
                .findFirst()
                .orElseGet(() -> new ColumnUse(keyed, 0));
    }
}
