package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.RowOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the total order in which a table's rows can be read. */
final class RowOrders {
    private static final List<String> ALIASES = List.of("rowid", "_rowid_", "oid");
    private static final Set<String> BUILT_IN_COLLATIONS = Set.of("binary", "nocase", "rtrim");

    private RowOrders() {}

    /** The rowid by a name that no column hides; else a key without NULLs whose collations SQLite itself knows; else none. */
    static RowOrder of(List<Column> columns, Optional<Key> primaryKey, List<Key> uniqueKeys, boolean withoutRowid) {
        Map<String, Column> byName = new HashMap<>();
        columns.forEach(c -> byName.put(AsciiCase.fold(c.name()), c));
        if (!withoutRowid) {
            Optional<String> alias = Stream.concat(
                            ALIASES.stream().filter(a -> !byName.containsKey(a)),
                            columns.stream().filter(Column::identity).map(Column::name))
                    .findFirst();
            if (alias.isPresent()) {
                return new RowOrder(RowOrder.Kind.ROWID, List.of(alias.get()));
            }
        }
        return Stream.concat(primaryKey.stream(), uniqueKeys.stream())
                .filter(key -> key.columns().stream().allMatch(c -> usable(byName.get(AsciiCase.fold(c)))))
                .findFirst()
                .map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                .orElse(new RowOrder(RowOrder.Kind.NONE, List.of()));
    }

    private static boolean usable(@Nullable Column column) {
        return column != null
                && !column.nullable()
                && column.collation()
                        .map(c -> BUILT_IN_COLLATIONS.contains(c.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }
}
