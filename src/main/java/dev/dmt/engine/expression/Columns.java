package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;

/** The columns that an expression may name. */
record Columns(List<Column> all, ReadingRules rules) {
    Columns {
        all = List.copyOf(all);
    }

    /** By its name as it is, else without regard to case where that names one. */
    Operand named(String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> ignoringCase(name))
                .map(this::operand)
                .orElseThrow(() -> new Refusal("it names " + name + ", which is no column of the table"));
    }

    private Optional<Column> ignoringCase(String name) {
        List<Column> found = all.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Operand operand(Column column) {
        LogicalType type = rules.type(column.nativeType());
        return new Operand(
                new Expression.ColumnReference(column.name()),
                Optional.of(type),
                type.kind() == TypeKind.TEXT ? rules.collation(column) : Collation.EXACT);
    }
}
