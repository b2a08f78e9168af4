package dev.dmt.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts SQL into tokens. */
final class Tokenizer {
    /** The longer before those they begin with. */
    private static final List<String> OPERATORS = List.of(
            "!~~*", "->>", "!~~", "~~*", "!~*", "<=>", "::", "<=", "<>", "!=", ">=", "<<", ">>", "||", "&&", "@>", "<@",
            "->", "~~", "!~", "~*", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", ".", "~", "&", "|",
            "^", "!", "#", "?", "@", ":");

    private final String sql;
    private final Lexicon lexicon;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String sql, Lexicon lexicon) {
        this.sql = sql;
        this.lexicon = lexicon;
    }

    static List<Token> tokens(String sql, Lexicon lexicon) {
        Tokenizer tokenizer = new Tokenizer(sql, lexicon);
        while (tokenizer.skipBlanks()) {
            tokenizer.one();
        }
        return tokenizer.tokens;
    }

    /** False at the end. */
    private boolean skipBlanks() {
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("/*", at)) {
                at = past("*/", at + 2);
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private int past(String closing, int from) {
        int end = sql.indexOf(closing, from);
        if (end < 0) {
            throw new Refusal("a comment is not closed");
        }
        return end + closing.length();
    }

    private void one() {
        char c = sql.charAt(at);
        if (c == '\'') {
            text(at, lexicon.has(Trait.BACKSLASH_ESCAPES));
        } else if (lexicon.nameQuotes().indexOf(c) >= 0) {
            quotedName(c == '[' ? ']' : c);
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            operator();
        }
    }

    private void text(int start, boolean escapes) {
        StringBuilder value = new StringBuilder();
        int i = sql.indexOf('\'', start) + 1;
        while (true) {
            if (i >= sql.length()) {
                throw new Refusal("a text is not closed");
            }
            char c = sql.charAt(i);
            if (c == '\'' && i + 1 < sql.length() && sql.charAt(i + 1) == '\'') {
                value.append(c);
                i += 2;
            } else if (c == '\'') {
                break;
            } else if (c == '\\' && escapes && i + 1 < sql.length()) {
                value.append(unescaped(sql.charAt(i + 1)));
                i += 2;
            } else {
                value.append(c);
                i++;
            }
        }
        add(Token.Kind.TEXT, value.toString(), start, i + 1);
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'Z' -> '\u001a';
            case 'x', 'u', 'U', '%', '_' -> throw new Refusal("a text is written with the escape \\" + c);
            default -> c;
        };
    }

    private void quotedName(char closing) {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (true) {
            if (i >= sql.length()) {
                throw new Refusal("a quoted name is not closed");
            } else if (sql.charAt(i) != closing) {
                value.append(sql.charAt(i++));
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == closing) {
                value.append(closing);
                i += 2;
            } else {
                break;
            }
        }
        add(Token.Kind.QUOTED_NAME, value.toString(), at, i + 1);
    }

    private void number() {
        int i = at;
        if (sql.startsWith("0x", i)) {
            i = wordEnd(i);
            add(Token.Kind.BINARY, hex(sql.substring(at + 2, i)), at, i);
            return;
        }
        while (isDigit(i) || (i < sql.length() && sql.charAt(i) == '.')) {
            i++;
        }
        if (i < sql.length() && "eE".indexOf(sql.charAt(i)) >= 0) {
            int digits = i + 1 < sql.length() && "+-".indexOf(sql.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
            if (isDigit(digits)) {
                i = digits;
                while (isDigit(i)) {
                    i++;
                }
            }
        }
        add(Token.Kind.NUMBER, sql.substring(at, i), at, i);
    }

    private void word() {
        int end = wordEnd(at);
        String word = sql.substring(at, end);
        if (end < sql.length() && sql.charAt(end) == '\'' && prefixed(word.toUpperCase(Locale.ROOT), end)) {
            return;
        }
        add(Token.Kind.WORD, word.toUpperCase(Locale.ROOT), at, end);
    }

    /** A text with a letter before it that says how it is written; false where the word is one of its own. */
    private boolean prefixed(String prefix, int quote) {
        boolean introducer = prefix.startsWith("_");
        if (introducer && !prefix.equals("_BINARY")) {
            text(quote, lexicon.has(Trait.BACKSLASH_ESCAPES));
            return true;
        }
        switch (prefix) {
            case "N" -> text(quote, lexicon.has(Trait.BACKSLASH_ESCAPES));
            case "E" -> text(quote, true);
            case "X", "B" -> {
                text(quote, false);
                Token digits = tokens.remove(tokens.size() - 1);
                tokens.add(
                        prefix.equals("B")
                                ? new Token(Token.Kind.BITS, digits.value(), digits.written())
                                : new Token(Token.Kind.BINARY, hex(digits.value()), digits.written()));
            }
            case "Q", "NQ", "_BINARY" -> throw new Refusal("a text is written with " + prefix + " before it");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String hex(String digits) {
        boolean whole = digits.length() % 2 == 0 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (!whole) {
            throw new Refusal("a binary constant has broken digits");
        }
        return digits.toLowerCase(Locale.ROOT);
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || "_$#".indexOf(sql.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private boolean isDigit(int i) {
        return i < sql.length() && sql.charAt(i) >= '0' && sql.charAt(i) <= '9';
    }

    private void operator() {
        String operator = OPERATORS.stream()
                .filter(o -> sql.startsWith(o, at))
                .findFirst()
                .orElseThrow(() -> new Refusal("the character " + sql.charAt(at) + " is unknown"));
        add(Token.Kind.OPERATOR, operator, at, at + operator.length());
    }

    private void add(Token.Kind kind, String value, int start, int end) {
        tokens.add(new Token(kind, value, sql.substring(start, end)));
        at = end;
    }
}
