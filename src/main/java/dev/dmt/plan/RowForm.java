package dev.dmt.plan;

/**
 * The form in which a table's rows are streamed.
 *
 * @param name "csv", or a form of the target's own
 * @param untouched true where the source gives its rows in that form, and nobody looks into them
 */
public record RowForm(String name, boolean untouched) {
    public static final RowForm CSV = new RowForm("csv", false);

    /** In words: "postgres_binary, untouched". */
    public String words() {
        return untouched ? name + ", untouched" : name;
    }
}
