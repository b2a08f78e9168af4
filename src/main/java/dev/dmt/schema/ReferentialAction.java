package dev.dmt.schema;

/** What a foreign key does when its parent row is deleted or its key is changed. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    public String sql() {
        return name().replace('_', ' ');
    }
}
