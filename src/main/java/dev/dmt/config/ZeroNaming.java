package dev.dmt.config;

/** How tables and columns are called in a Zero schema. */
public enum ZeroNaming {
    CAMEL_CASE("camelCase"),
    /** As in the database. */
    DATABASE("database");

    private final String text;

    ZeroNaming(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
