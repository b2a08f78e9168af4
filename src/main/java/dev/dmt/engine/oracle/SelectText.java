package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The query of a read. What the driver streams stands last, whatever its place among the columns: to read it earlier
 * would lose what stands after it.
 */
final class SelectText {
    private final List<ColumnSelect> columns;
    private final List<Integer> places;
    private final String sql;
    private final int firstKey;

    /** @param relation the table as it stands after FROM */
    SelectText(TableRead read, KeyBounds bounds, KeyRange range, String relation) {
        columns = read.columns().stream().map(ColumnSelect::of).toList();
        List<String> asked = new ArrayList<>();
        Integer[] placed = new Integer[columns.size()];
        for (int i = 0; i < placed.length; i++) {
            if (!columns.get(i).streamed()) {
                asked.add(columns.get(i).sql());
                placed[i] = asked.size();
            }
        }
        firstKey = asked.size() + 1;
        bounds.keys().forEach(key -> asked.add(key.fetched()));
        for (int i = 0; i < placed.length; i++) {
            if (columns.get(i).streamed()) {
                asked.add(columns.get(i).sql());
                placed[i] = asked.size();
            }
        }
        places = List.of(placed);
        sql = "SELECT " + (asked.isEmpty() ? "NULL" : String.join(", ", asked)) + " FROM " + relation
                + bounds.where(range) + bounds.orderBy();
    }

    String sql() {
        return sql;
    }

    List<ColumnSelect> columns() {
        return columns;
    }

    /** Where a column stands in the answer, from 1. */
    int place(int column) {
        return places.get(column);
    }

    int keyPlace(int key) {
        return firstKey + key;
    }

    /** The rows to ask for at a time: few where each may be large. */
    int prefetch(List<ColumnRead> reads) {
        boolean large = columns.stream().anyMatch(SelectText::isLarge);
        return large ? 100 : Math.max(500, Math.min(5_000, 200_000 / Math.max(1, reads.size())));
    }

    private static boolean isLarge(ColumnSelect column) {
        return switch (column.stored()) {
            case CLOB, LONG, LONG_RAW, BLOB, XML, JSON, SHAPE -> true;
            case NUMBER,
                    BINARY_FLOAT,
                    BINARY_DOUBLE,
                    CHARACTERS,
                    RAW,
                    DATE,
                    TIMESTAMP,
                    ZONED,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    ROWID,
                    BOOLEAN,
                    OTHER -> false;
        };
    }
}
