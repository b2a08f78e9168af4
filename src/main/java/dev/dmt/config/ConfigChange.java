package dev.dmt.config;

/** A key whose value is not what it was; empty where it was not set. */
public record ConfigChange(String key, String before, String after) {
    @Override
    public String toString() {
        return key + ": " + shown(before) + " -> " + shown(after);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(not set)" : value;
    }
}
