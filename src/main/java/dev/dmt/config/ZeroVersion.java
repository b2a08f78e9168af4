package dev.dmt.config;

/** The versions of Zero whose schema files dmt writes. A new one adds a constant here and a dialect in the room zero. */
public enum ZeroVersion {
    V1_9("1.9");

    private final String text;

    ZeroVersion(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
