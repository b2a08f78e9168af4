package dev.dmt.validate;

import java.util.ArrayList;
import java.util.List;

/** What is kept of one row that differs: its key, a hash of each column, and the values where they may be shown. */
record RowDetail(String key, List<Long> columnHashes, List<String> values) {
    RowDetail {
        columnHashes = List.copyOf(columnHashes);
        values = List.copyOf(values);
    }

    static RowDetail of(CanonicalRow row, List<String> names, boolean showData) {
        List<Long> hashes = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int column = 0; column < row.columns(); column++) {
            hashes.add(row.columnHash(column));
            if (showData) {
                values.add(ValueText.of(row, column));
            }
        }
        return new RowDetail(ValueText.keyOf(row, names), hashes, values);
    }

    /** All values by name; none where they may not be shown. */
    List<String> allValues(List<String> names) {
        List<String> shown = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            shown.add(names.get(column) + ": " + values.get(column));
        }
        return shown;
    }

    /** This row of the source against the row of the target with the same key. */
    RowDifference against(RowDetail target, List<String> names) {
        List<String> columns = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (int column = 0; column < columnHashes.size(); column++) {
            if (!columnHashes.get(column).equals(target.columnHashes.get(column))) {
                columns.add(names.get(column));
                if (!values.isEmpty()) {
                    shown.add(names.get(column) + ": " + values.get(column) + " | " + target.values.get(column));
                }
            }
        }
        return new RowDifference(RowDifference.Kind.DIFFERENT, key, columns, shown);
    }
}
