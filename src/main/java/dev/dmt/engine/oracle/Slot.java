package dev.dmt.engine.oracle;

import dev.dmt.engine.BadValueException;

/** One value of the current row, set again for each row. */
final class Slot {
    private static final byte[] NOTHING = new byte[0];

    private final int column;
    long whole;
    int nanos;
    double real;
    byte[] bytes = NOTHING;

    Slot(int column) {
        this.column = column;
    }

    BadValueException bad(String reason) {
        return new BadValueException(column, reason);
    }
}
