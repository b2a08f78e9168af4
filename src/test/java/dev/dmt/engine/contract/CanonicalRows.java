package dev.dmt.engine.contract;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.canonical.CanonicalValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A cursor's rows as the hex digits of each value's canonical form, NULL as ∅. */
final class CanonicalRows {
    private CanonicalRows() {}

    static List<List<String>> of(RowCursor cursor, List<LogicalType> types) {
        CanonicalValue value = new CanonicalValue();
        List<List<String>> rows = new ArrayList<>();
        try (cursor) {
            while (cursor.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 0; column < types.size(); column++) {
                    if (cursor.isNull(column)) {
                        row.add("∅");
                    } else {
                        set(value, cursor, column, types.get(column));
                        row.add(HexFormat.of().formatHex(value.toBytes()));
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void set(CanonicalValue value, RowCursor cursor, int column, LogicalType type) {
        switch (type.kind()) {
            case BOOLEAN, INTEGER, DATE -> value.setLong(type.kind(), cursor.getLong(column));
            case TIME, TIMESTAMP -> value.setMoment(cursor.getLong(column), cursor.nanosOfMicrosecond(column));
            case FLOAT -> value.setDouble(type, cursor.getDouble(column));
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
                    UNKNOWN -> {
                ByteView bytes = cursor.bytes(column);
                value.setBytes(type, bytes.array(), bytes.offset(), bytes.length());
            }
        }
    }
}
