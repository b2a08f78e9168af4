package dev.dmt.engine;

/** A value that cannot be had in its column's type. Thrown per row, so without a stack trace. */
public final class BadValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    public BadValueException(int column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    /** The column's place in the read, from 0. */
    public int column() {
        return column;
    }
}
