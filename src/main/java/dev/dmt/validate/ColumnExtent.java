package dev.dmt.validate;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import dev.dmt.schema.canonical.CanonicalOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One side's profile of one column: how many values, the smallest and the largest. Long values count by their head. */
final class ColumnExtent {
    private final LogicalType type;
    private final boolean asNumber;
    private long values;
    private long smallest = Long.MAX_VALUE;
    private long largest = Long.MIN_VALUE;
    private byte @Nullable [] first;
    private byte @Nullable [] last;

    ColumnExtent(LogicalType type) {
        this.type = type;
        asNumber = switch (type.kind()) {
            case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP, FLOAT -> true;
            case DECIMAL,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> false;
        };
    }

    void see(CanonicalRow row, int column) {
        if (row.isNull(column)) {
            return;
        }
        values++;
        if (asNumber) {
            smallest = Math.min(smallest, row.number(column));
            largest = Math.max(largest, row.number(column));
        } else {
            seeBytes(row.kept(column));
        }
    }

    private void seeBytes(KeptBytes kept) {
        if (first == null || last == null) {
            first = kept.toBytes();
            last = first;
        } else if (type.kind() == TypeKind.DECIMAL) {
            byte[] form = kept.toBytes();
            if (CanonicalOrder.compare(TypeKind.DECIMAL, form, first) < 0) {
                first = form;
            } else if (CanonicalOrder.compare(TypeKind.DECIMAL, form, last) > 0) {
                last = form;
            }
        } else if (kept.compareTo(first) < 0) {
            first = kept.toBytes();
        } else if (kept.compareTo(last) > 0) {
            last = kept.toBytes();
        }
    }

    long values() {
        return values;
    }

    boolean sameMinimum(ColumnExtent other) {
        return smallest == other.smallest && Arrays.equals(first, other.first);
    }

    boolean sameMaximum(ColumnExtent other) {
        return largest == other.largest && Arrays.equals(last, other.last);
    }

    String minimumText() {
        return text(smallest, first);
    }

    String maximumText() {
        return text(largest, last);
    }

    private String text(long number, byte @Nullable [] form) {
        if (values == 0) {
            return "none";
        }
        return form == null ? ValueText.ofNumber(type.kind(), number) : ValueText.ofForm(type.kind(), form, true);
    }
}
