package dev.dmt.engine.postgres;

/** How a column of this engine's own is read as what stands for it elsewhere. */
final class ReadingForm {
    static final String AS_IS = "as_is";

    /** As JSON: lists, composites, maps. */
    static final String JSON = "to_json";

    /** As the server writes it for people, where its text has more: an address without the length of a single one. */
    static final String WRITTEN = "as_written";

    private ReadingForm() {}
}
