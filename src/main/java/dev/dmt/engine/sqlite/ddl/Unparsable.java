package dev.dmt.engine.sqlite.ddl;

/** Ends a parse within this package; it never leaves it. */
final class Unparsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unparsable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
