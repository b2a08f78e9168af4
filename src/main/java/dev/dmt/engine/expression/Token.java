package dev.dmt.engine.expression;

/**
 * A piece of SQL.
 *
 * @param value what it stands for: a word in capitals, a quoted name or a text without its quotes, a binary as hex digits
 * @param written as it is in the SQL
 */
record Token(Kind kind, String value, String written) {
    /** What it is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        NUMBER,
        TEXT,
        BINARY,
        BITS,
        OPERATOR,
        END
    }

    static final Token END = new Token(Kind.END, "", "");

    boolean isWord(String word) {
        return kind == Kind.WORD && value.equals(word);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && value.equals(operator);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** A name as it was written, without quotes. */
    String name() {
        return kind == Kind.QUOTED_NAME ? value : written;
    }
}
