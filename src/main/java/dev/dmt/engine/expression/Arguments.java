package dev.dmt.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a call, those with words between them put in the order of those without. */
final class Arguments {
    private final Tokens tokens;
    private final ExpressionParser parser;

    Arguments(Tokens tokens, ExpressionParser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    /** After the opening parenthesis, up to and with the closing one. */
    List<Operand> read(String name) {
        List<Operand> arguments = new ArrayList<>();
        if (tokens.takeOperator(")")) {
            return arguments;
        }
        if (name.equals("trim")) {
            trimmed(arguments);
        } else {
            arguments.add(name.equals("position") ? parser.joined() : parser.expression());
        }
        if (name.startsWith("substr") && tokens.takeWord("FROM")) {
            arguments.add(parser.joined());
            if (tokens.takeWord("FOR")) {
                arguments.add(parser.joined());
            }
        } else if (name.equals("position") && tokens.takeWord("IN")) {
            arguments.add(0, parser.joined());
        }
        while (tokens.takeOperator(",")) {
            arguments.add(parser.expression());
        }
        tokens.expectOperator(")");
        return arguments;
    }

    private void trimmed(List<Operand> arguments) {
        if (tokens.peek().isWord("LEADING") || tokens.peek().isWord("TRAILING")) {
            throw tokens.unexpected();
        }
        if (tokens.takeWord("BOTH") && tokens.takeWord("FROM")) {
            arguments.add(parser.joined());
            return;
        }
        Operand first = parser.joined();
        if (tokens.takeWord("FROM")) {
            arguments.add(parser.joined());
        }
        arguments.add(first);
    }
}
