package dev.dmt.engine.sqlite.ddl;

/**
 * One token of an SQL text.
 *
 * @param text as written
 * @param value what it stands for: a name or a string without its quotes, a blob's hex digits, otherwise the text
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, String value, int start, int end) {
    enum Kind {
        /** A keyword or a bare name. */
        WORD,
        /** A name in backticks or brackets. */
        NAME,
        /** In double quotes: a name, or a string where no such name is known. */
        DOUBLE_QUOTED,
        STRING,
        BLOB,
        NUMBER,
        OPERATOR,
        ILLEGAL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isAnyWord(String... words) {
        for (String word : words) {
            if (isWord(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether SQLite takes it where a name is due; a string counts there too. */
    boolean canBeName() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.DOUBLE_QUOTED || kind == Kind.STRING;
    }
}
