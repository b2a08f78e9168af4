package dev.dmt.config;

/** What it means to change a key between two attempts at one run. */
enum Effect {
    /** The target would differ: refused unless the change is accepted. */
    RESULT("fixed for a run"),
    /** The way there differs, the result does not. */
    FREE("any time");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
