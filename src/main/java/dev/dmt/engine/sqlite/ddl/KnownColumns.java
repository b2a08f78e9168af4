package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that an expression may name, with what is known of each. */
final class KnownColumns {
    private final Map<String, Operand> columns = new HashMap<>();
    private final String qualifier;

    private KnownColumns(String qualifier) {
        this.qualifier = qualifier;
    }

    static KnownColumns named(Set<String> names) {
        KnownColumns known = new KnownColumns("");
        names.forEach(name -> known.add(name, ValueClass.UNKNOWN, false));
        return known;
    }

    static KnownColumns of(Table table) {
        KnownColumns known = new KnownColumns(table.name().name());
        for (Column column : table.columns()) {
            boolean foldsCase = column.collation()
                    .filter(c -> !AsciiCase.equal(c, "BINARY"))
                    .isPresent();
            known.add(column.name(), ValueClass.ofDeclaredType(column.nativeType()), foldsCase);
        }
        return known;
    }

    Optional<Operand> find(String name) {
        return Optional.ofNullable(columns.get(AsciiCase.fold(name)));
    }

    boolean isQualifier(String name) {
        return !qualifier.isEmpty() && AsciiCase.equal(qualifier, name);
    }

    private void add(String name, ValueClass valueClass, boolean foldsCase) {
        columns.put(AsciiCase.fold(name), new Operand(new Expression.ColumnReference(name), valueClass, foldsCase));
    }
}
