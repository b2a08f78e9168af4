package dev.dmt.config.yaml;

/** What a scalar was written as. */
public enum ScalarKind {
    TEXT("text"),
    WHOLE("a whole number"),
    REAL("a number with a fraction"),
    FLAG("true or false"),
    EMPTY("nothing"),
    /** Written where no kinds exist (a flag, a variable, a secret's file): read as whatever is wanted, strictly. */
    LOOSE("text");

    private final String words;

    ScalarKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
