package dev.dmt.engine.sqlite;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;

/** Reads what does not fit as NULL. */
record Nulling(Conversion strict) implements Conversion {
    @Override
    public boolean isNull(NativeRows rows, int column) {
        if (strict.isNull(rows, column)) {
            return true;
        }
        try {
            strict.probe(rows, column);
            return false;
        } catch (BadValueException e) {
            return true;
        }
    }

    @Override
    public long toLong(NativeRows rows, int column) {
        return strict.toLong(rows, column);
    }

    @Override
    public double toDouble(NativeRows rows, int column) {
        return strict.toDouble(rows, column);
    }

    @Override
    public ByteView toBytes(NativeRows rows, int column) {
        return strict.toBytes(rows, column);
    }

    @Override
    public void probe(NativeRows rows, int column) {
        strict.probe(rows, column);
    }
}
