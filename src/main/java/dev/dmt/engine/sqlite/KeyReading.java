package dev.dmt.engine.sqlite;

import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import java.util.ArrayList;
import java.util.List;

/** Reads key values off the columns behind the asked ones. */
record KeyReading(int first, int size) {
    KeyTuple read(NativeRows rows) {
        if (size == 1 && rows.storageClass(first) == NativeRows.INTEGER) {
            return KeyTuple.of(rows.integer(first));
        }
        List<KeyValue> values = new ArrayList<>(size);
        for (int i = first; i < first + size; i++) {
            values.add(value(rows, i));
        }
        return new KeyTuple(values);
    }

    private static KeyValue value(NativeRows rows, int column) {
        return switch (rows.storageClass(column)) {
            case NativeRows.INTEGER -> new KeyValue.Whole(rows.integer(column));
            case NativeRows.REAL -> new KeyValue.Real(rows.real(column));
            case NativeRows.TEXT -> new KeyValue.Text(KeyText.decode(rows.bytes(column)));
            case NativeRows.BLOB -> KeyValue.Bytes.of(rows.bytes(column));
            default -> new KeyValue.Null();
        };
    }
}
