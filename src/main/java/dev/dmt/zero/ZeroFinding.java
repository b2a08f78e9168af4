package dev.dmt.zero;

/**
 * Something that whoever wants to use the Zero schema should know.
 *
 * @param table as the database calls it, empty where it is about none
 * @param column empty where it is about the whole table
 * @param reason what was found, in one sentence
 * @param remedy what a person can do, empty where nothing
 */
public record ZeroFinding(Kind kind, String table, String column, String reason, String remedy) {
    /** What follows from it. */
    public enum Kind {
        /** Zero cannot sync from this server as it stands. */
        BLOCKS,
        /** A table that Zero will not see. */
        TABLE_LEFT_OUT,
        /** A column that Zero will not see. */
        COLUMN_LEFT_OUT,
        /** A relationship that could not be made. */
        RELATIONSHIP_LEFT_OUT,
        /** Values that clients see changed, or that fail when they are asked for. */
        VALUES,
        /** Worth knowing. */
        NOTE
    }

    public boolean leavesOut() {
        return kind == Kind.TABLE_LEFT_OUT || kind == Kind.COLUMN_LEFT_OUT || kind == Kind.RELATIONSHIP_LEFT_OUT;
    }

    /** The table or column, empty where it is about neither. */
    public String about() {
        return table + (column.isEmpty() ? "" : "." + column);
    }

    /** What it is about, to be put before the reason. */
    public String headline() {
        String left = leavesOut() ? " left out" : "";
        return about().isEmpty() ? "" : about() + left + ": ";
    }
}
