package dev.dmt.validate;

import dev.dmt.engine.RowCursor;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import java.util.List;

/** Looks at a key range again: both sides in key order, side by side. Holds one row of each, however long the range. */
final class RangeLook {
    private final ComparedTable table;
    private final RejectFilter rejects;
    private final ValidationOptions options;
    private final List<String> names;
    private final int keyColumn;

    RangeLook(ComparedTable table, RejectFilter rejects, ValidationOptions options) {
        this.table = table;
        this.rejects = rejects;
        this.options = options;
        names = table.columnNames();
        keyColumn = table.keyColumns().get(0);
    }

    void look(KeyRange range, DifferenceList into) {
        try (RowCursor source = table.source().open(table.sourceReadByKey(), range);
                RowCursor target = table.target().open(table.targetReadByKey(), range)) {
            Side left = new Side(source, rejects, "source");
            Side right = new Side(target, RejectFilter.NONE, "target");
            left.advance();
            right.advance();
            while ((!left.ended || !right.ended) && !into.full()) {
                step(left, right, into);
            }
        }
    }

    private void step(Side left, Side right, DifferenceList into) {
        int order = left.ended ? 1 : right.ended ? -1 : Long.compare(left.key, right.key);
        if (order < 0) {
            into.add(whole(RowDifference.Kind.MISSING_IN_TARGET, left.row));
            left.advance();
        } else if (order > 0) {
            into.add(whole(RowDifference.Kind.EXTRA_IN_TARGET, right.row));
            right.advance();
        } else {
            if (left.row.hash1() != right.row.hash1() || left.row.hash2() != right.row.hash2()) {
                into.add(different(left.row, right.row));
            }
            left.advance();
            right.advance();
        }
    }

    private RowDifference whole(RowDifference.Kind kind, CanonicalRow row) {
        RowDetail detail = RowDetail.of(row, names, options.showData());
        return new RowDifference(kind, detail.key(), List.of(), detail.allValues(names));
    }

    private RowDifference different(CanonicalRow left, CanonicalRow right) {
        return RowDetail.of(left, names, options.showData())
                .against(RowDetail.of(right, names, options.showData()), names);
    }

    /** One side of the look. */
    private final class Side {
        private final RowCursor cursor;
        private final RejectFilter filter;
        private final String name;
        private final CanonicalRow row =
                new CanonicalRow(table.types(), table.keyColumns(), CanonicalRow.Hashing.COLUMNS);
        private long key = Long.MIN_VALUE;
        private boolean ended;

        Side(RowCursor cursor, RejectFilter filter, String name) {
            this.cursor = cursor;
            this.filter = filter;
            this.name = name;
        }

        void advance() {
            while (cursor.next()) {
                if (filter.rejects(cursor) || !row.read(cursor) || row.isNull(keyColumn)) {
                    continue;
                }
                long next = row.number(keyColumn);
                if (next < key) {
                    throw new DmtException(
                            ErrorCode.INTERNAL,
                            "the " + name + " did not give its rows in the order of their key",
                            ErrorContext.at("table", table.plan().source().toString()));
                }
                key = next;
                return;
            }
            ended = true;
        }
    }
}
