package dev.dmt.config.yaml;

/** Where something stands in a file, line and column counted from 1. */
public record Position(int line, int column) {
    /** Not in a file: a flag, a variable, a default. */
    public static final Position NOWHERE = new Position(0, 0);

    public boolean known() {
        return line > 0;
    }
}
