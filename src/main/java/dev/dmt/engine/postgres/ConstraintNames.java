package dev.dmt.engine.postgres;

import dev.dmt.schema.Check;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Names for what the source left without one: always the same, so that a repeated statement finds its own work. */
final class ConstraintNames {
    private ConstraintNames() {}

    static String primaryKey(Table table, Key key) {
        return named(key.name(), List.of(table.name().name()), "pkey");
    }

    static String uniqueKey(Table table, Key key) {
        return named(key.name(), with(table, key.columns()), "key");
    }

    static String foreignKey(Table table, ForeignKey key) {
        return named(key.name(), with(table, key.columns()), "fkey");
    }

    static String check(Table table, Check check) {
        String digest = Integer.toHexString(check.expressionSql().hashCode());
        return named(check.name(), List.of(table.name().name(), digest), "check");
    }

    static String index(Table table, Index index) {
        return named(
                index.name(),
                with(table, index.parts().stream().map(IndexPart::text).toList()),
                "idx");
    }

    private static String named(String given, List<String> parts, String suffix) {
        return given.isEmpty() ? PostgresIdentifiers.derive(parts, suffix) : PostgresIdentifiers.shorten(given);
    }

    private static List<String> with(Table table, List<String> more) {
        List<String> parts = new ArrayList<>(more.size() + 1);
        parts.add(table.name().name());
        parts.addAll(more);
        return parts;
    }
}
