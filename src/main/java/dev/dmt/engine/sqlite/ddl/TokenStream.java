package dev.dmt.engine.sqlite.ddl;

import java.util.List;

/** A place in a list of tokens. Its {@code expect} methods throw {@link Unparsable}. */
final class TokenStream {
    private final String sql;
    private final List<Token> tokens;
    private int position;

    TokenStream(String sql) {
        this.sql = sql;
        this.tokens = Tokenizer.tokenize(sql);
    }

    Token peek() {
        return tokens.get(position);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    Token at(int index) {
        return tokens.get(index);
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    boolean acceptOperator(String operator) {
        boolean found = peek().isOperator(operator);
        if (found) {
            position++;
        }
        return found;
    }

    /** Takes all the words, one after another, or nothing. */
    boolean acceptWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    void expectOperator(String operator) {
        if (!acceptOperator(operator)) {
            throw new Unparsable("expected " + operator + " at '" + peek().text() + "'");
        }
    }

    void expectWord(String word) {
        if (!acceptWords(word)) {
            throw new Unparsable("expected " + word + " at '" + peek().text() + "'");
        }
    }

    String expectName() {
        if (!peek().canBeName()) {
            throw new Unparsable("expected a name at '" + peek().text() + "'");
        }
        return next().value();
    }

    /** Takes a balanced {@code ( ... )} and gives what stands inside, without comments. */
    String parenthesised() {
        expectOperator("(");
        int start = position;
        int depth = 1;
        while (depth > 0) {
            Token token = next();
            if (token.kind() == Token.Kind.END) {
                throw new Unparsable("a parenthesis is not closed");
            } else if (token.isOperator("(")) {
                depth++;
            } else if (token.isOperator(")")) {
                depth--;
            }
        }
        return text(start, position - 1);
    }

    /** Moves to the next comma or closing parenthesis of this level, or to the end. */
    void skipItem() {
        while (!atEnd() && !peek().isOperator(",") && !peek().isOperator(")")) {
            skipOne();
        }
    }

    /** Takes one token, or one balanced group. */
    void skipOne() {
        if (!peek().isOperator("(")) {
            next();
            return;
        }
        int start = position;
        try {
            parenthesised();
        } catch (Unparsable e) {
            position = Math.max(start + 1, position);
        }
    }

    /** The text of the tokens from one position to another; comments between them become a blank. */
    String text(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (i > from) {
                String gap = sql.substring(tokens.get(i - 1).end(), token.start());
                out.append(gap.isBlank() ? gap : " ");
            }
            out.append(token.text());
        }
        return out.toString();
    }
}
