package dev.dmt.plan;

import java.util.List;

/** Says where texts that were equal are not any more, or the other way round. */
final class CollationNotes {
    private static final String KIND = "collation";

    private CollationNotes() {}

    static void ofColumn(TableDraft draft, String column) {
        Equality equality = draft.equality(column);
        String name = column
                + (equality.source().name().isEmpty()
                        ? ""
                        : " COLLATE " + equality.source().name());
        if (equality.unknown()) {
            draft.omit(KIND, name, "the target has no such collation: comparisons and ORDER BY change", "");
        }
        if (!equality.lost().isEmpty()) {
            draft.omit(
                    KIND,
                    name,
                    "comparisons and ORDER BY ignore " + equality.lost() + " in the source, not in the target",
                    equality.source().ignoresCase()
                            ? "compare lower(" + column + ") in queries, or give the column a collation of the target's"
                            : "");
        }
        if (!equality.gained().isEmpty()) {
            draft.omit(
                    KIND,
                    name,
                    "comparisons and ORDER BY ignore " + equality.gained() + " in the target, not in the source",
                    "");
        }
    }

    /** Of a primary key, a unique key or a unique index. */
    static void ofKey(TableDraft draft, List<String> columns) {
        for (String column : columns) {
            Equality equality = draft.equality(column);
            if (equality.unknown() || !equality.lost().isEmpty()) {
                draft.omit(
                        KIND,
                        String.join(", ", columns),
                        "unique by the collation " + equality.source().name() + " in the source, exactly in the target",
                        "");
            }
            if (!equality.gained().isEmpty()) {
                draft.omit(
                        KIND,
                        String.join(", ", columns),
                        "the target ignores " + equality.gained() + " of " + column
                                + ": values that differ in nothing else are distinct in the source and clash here",
                        "look for such values before the load, or give the column another type under migration.types");
            }
        }
    }
}
