package dev.dmt.config;

/** A value that is never printed, logged or stored: its text form is a mask. */
public final class Secret {
    private static final Secret NONE = new Secret("");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return value.isEmpty() ? NONE : new Secret(value);
    }

    public static Secret none() {
        return NONE;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The value itself, for the one call that opens a connection. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : "********";
    }
}
