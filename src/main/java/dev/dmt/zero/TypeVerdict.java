package dev.dmt.zero;

/** What Zero makes of a column's type. */
sealed interface TypeVerdict {
    record Synced(ZeroType type) implements TypeVerdict {}

    /**
     * A type that clients never see.
     *
     * @param aborts whether a publication that names such a column keeps the whole database from being synced
     * @param reason one sentence
     * @param type one that Zero syncs and that can hold the values
     * @param using how a value gets there, with {@code {}} for the column; empty where an assignment does it
     */
    record Dropped(boolean aborts, String reason, String type, String using) implements TypeVerdict {
        static Dropped silently(String sql, String type, String using) {
            return new Dropped(false, "Zero does not sync the type " + sql, type, using);
        }

        static Dropped aborting(String sql, String type, String using) {
            return new Dropped(
                    true,
                    "Zero fails to sync the whole database over a published column of the type " + sql,
                    type,
                    using);
        }
    }
}
