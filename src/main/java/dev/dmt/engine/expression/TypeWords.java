package dev.dmt.engine.expression;

import java.util.Locale;
import java.util.Set;

/** The name of a type in a cast: its words in lower case, its arguments, its brackets. */
final class TypeWords {
    private static final Set<String> FURTHER =
            Set.of("VARYING", "PRECISION", "WITH", "WITHOUT", "TIME", "LOCAL", "ZONE", "UNSIGNED", "SIGNED", "INTEGER");

    private final Tokens tokens;

    TypeWords(Tokens tokens) {
        this.tokens = tokens;
    }

    String read() {
        if (!tokens.peek().isName()) {
            throw tokens.unexpected();
        }
        StringBuilder type = new StringBuilder(tokens.next().name());
        while (tokens.takeOperator(".")) {
            type.append('.').append(tokens.next().name());
        }
        words(type);
        if (tokens.peek().isOperator("(")) {
            arguments(type);
            words(type);
        }
        while (tokens.takeOperator("[")) {
            tokens.expectOperator("]");
            type.append("[]");
        }
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private void words(StringBuilder type) {
        while (tokens.peek().kind() == Token.Kind.WORD
                && FURTHER.contains(tokens.peek().value())) {
            type.append(' ').append(tokens.next().written());
        }
    }

    private void arguments(StringBuilder type) {
        while (!tokens.peek().isOperator(")")) {
            if (tokens.peek().kind() == Token.Kind.END) {
                throw tokens.unexpected();
            }
            type.append(tokens.next().written());
        }
        type.append(tokens.next().written());
    }
}
