package dev.dmt.engine.expression;

import java.util.List;
import java.util.Locale;

/** The tokens of an expression, from first to last. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : Token.END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean takeWord(String word) {
        if (peek().isWord(word)) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes two words, or none. */
    boolean takeWords(String first, String second) {
        if (peek().isWord(first) && peek(1).isWord(second)) {
            at += 2;
            return true;
        }
        return false;
    }

    boolean takeOperator(String operator) {
        if (peek().isOperator(operator)) {
            at++;
            return true;
        }
        return false;
    }

    void expectOperator(String operator) {
        if (!takeOperator(operator)) {
            throw unexpected();
        }
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw unexpected();
        }
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected();
        }
    }

    /** What dmt cannot read is named by its word or sign only: a constant may be a value of a row. */
    Refusal unexpected() {
        Token token = peek();
        return switch (token.kind()) {
            case WORD -> new Refusal(token.written().toUpperCase(Locale.ROOT) + " has no portable meaning here");
            case OPERATOR -> new Refusal("the operator " + token.value() + " has no portable meaning here");
            case END -> new Refusal("it ends early");
            case QUOTED_NAME, NUMBER, TEXT, BINARY, BITS -> new Refusal("a constant or name stands where none is due");
        };
    }
}
