package dev.dmt.engine;

/**
 * What a reading's form ends with where a text of length 0 is not read as it is, since the target would take it for NULL.
 * {@link EmptyTextReader} acts on it; no engine ever sees it.
 */
public enum EmptyText {
    /** Texts and bytes of length 0 are read as NULL. */
    NULL("+empty" + ColumnReading.OR_NULL),
    /** A text of length 0 is read as one blank. */
    SPACE("+empty_as_space");

    /** The fact of a column's profile that counts them, where its engine does. */
    public static final String FACT = "empty";

    private final String suffix;

    EmptyText(String suffix) {
        this.suffix = suffix;
    }

    public String added(String form) {
        return form + suffix;
    }

    boolean isOf(String form) {
        return form.endsWith(suffix);
    }

    String removed(String form) {
        return form.substring(0, form.length() - suffix.length());
    }
}
