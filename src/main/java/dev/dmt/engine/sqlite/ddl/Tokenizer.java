package dev.dmt.engine.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

/** Splits an SQL text as SQLite does. Comments and blanks vanish; what is no token at all comes out as ILLEGAL. */
final class Tokenizer {
    private static final List<String> LONG_OPERATORS =
            List.of("->>", "->", "||", "==", "!=", "<>", "<=", ">=", "<<", ">>");
    private static final String SINGLE_OPERATORS = "+-*/%=<>&|~(),;.";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Tokenizer(String sql) {
        this.sql = sql;
    }

    /** The tokens, closed by one of kind END. */
    static List<Token> tokenize(String sql) {
        Tokenizer tokenizer = new Tokenizer(sql);
        while (tokenizer.skipBlanks()) {
            tokenizer.token();
        }
        tokenizer.tokens.add(new Token(Token.Kind.END, "", "", sql.length(), sql.length()));
        return tokenizer.tokens;
    }

    private boolean skipBlanks() {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0xFEFF) {
                position++;
            } else if (sql.startsWith("--", position)) {
                int end = sql.indexOf('\n', position);
                position = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", position)) {
                int end = sql.indexOf("*/", position + 2);
                position = end < 0 ? sql.length() : end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private void token() {
        char c = sql.charAt(position);
        if (c == '\'') {
            quoted(Token.Kind.STRING, c);
        } else if (c == '"') {
            quoted(Token.Kind.DOUBLE_QUOTED, c);
        } else if (c == '`') {
            quoted(Token.Kind.NAME, c);
        } else if (c == '[') {
            bracketed();
        } else if ((c == 'x' || c == 'X') && at(position + 1) == '\'') {
            blob();
        } else if (isDigit(c) || (c == '.' && isDigit(at(position + 1)))) {
            number();
        } else if (isWordPart(c) && c != '$') {
            int end = wordEnd(position);
            add(Token.Kind.WORD, end, sql.substring(position, end));
        } else {
            operator(c);
        }
    }

    private void quoted(Token.Kind kind, char quote) {
        StringBuilder value = new StringBuilder();
        for (int i = position + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c != quote) {
                value.append(c);
            } else if (at(i + 1) == quote) {
                value.append(c);
                i++;
            } else {
                add(kind, i + 1, value.toString());
                return;
            }
        }
        illegal(sql.length());
    }

    private void bracketed() {
        int end = sql.indexOf(']', position);
        if (end < 0) {
            illegal(sql.length());
        } else {
            add(Token.Kind.NAME, end + 1, sql.substring(position + 1, end));
        }
    }

    private void blob() {
        int end = position + 2;
        while (isHexDigit(at(end))) {
            end++;
        }
        if (at(end) == '\'' && (end - position) % 2 == 0) {
            add(Token.Kind.BLOB, end + 1, sql.substring(position + 2, end));
        } else {
            int quote = sql.indexOf('\'', end);
            illegal(quote < 0 ? sql.length() : quote + 1);
        }
    }

    private void number() {
        int end = NumberText.end(sql, position);
        if (isWordPart(at(end))) {
            illegal(wordEnd(end));
        } else {
            add(Token.Kind.NUMBER, end, sql.substring(position, end));
        }
    }

    private void operator(char c) {
        for (String operator : LONG_OPERATORS) {
            if (sql.startsWith(operator, position)) {
                add(Token.Kind.OPERATOR, position + operator.length(), operator);
                return;
            }
        }
        if (SINGLE_OPERATORS.indexOf(c) >= 0) {
            add(Token.Kind.OPERATOR, position + 1, String.valueOf(c));
        } else {
            illegal(position + 1);
        }
    }

    private void illegal(int end) {
        add(Token.Kind.ILLEGAL, end, sql.substring(position, end));
    }

    private void add(Token.Kind kind, int end, String value) {
        tokens.add(new Token(kind, sql.substring(position, end), value, position, end));
        position = end;
    }

    private int wordEnd(int start) {
        int end = start;
        while (isWordPart(at(end))) {
            end++;
        }
        return end;
    }

    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : 0;
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}
