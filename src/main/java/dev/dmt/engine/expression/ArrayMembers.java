package dev.dmt.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The members of an array constant, as PostgreSQL prints the list of an IN. */
final class ArrayMembers {
    private static final Pattern PLAIN = Pattern.compile("[^\\s{}\",\\\\][^{}\",\\\\]*");

    private final Tokens tokens;
    private final Reading reading;
    private final ExpressionParser parser;

    ArrayMembers(Tokens tokens, Reading reading, ExpressionParser parser) {
        this.tokens = tokens;
        this.reading = reading;
        this.parser = parser;
    }

    List<Operand> read() {
        List<Operand> members;
        if (tokens.takeOperator("(")) {
            members = read();
            tokens.expectOperator(")");
        } else if (tokens.takeWord("ARRAY")) {
            tokens.expectOperator("[");
            members = new ArrayList<>();
            do {
                members.add(parser.expression());
            } while (tokens.takeOperator(","));
            tokens.expectOperator("]");
        } else if (tokens.peek().kind() == Token.Kind.TEXT) {
            members = written(tokens.next().value());
        } else {
            throw tokens.unexpected();
        }
        return cast(members);
    }

    private List<Operand> cast(List<Operand> members) {
        List<Operand> cast = members;
        while (tokens.takeOperator("::")) {
            String type = new TypeWords(tokens).read();
            if (!type.endsWith("[]")) {
                throw new Refusal("a list is cast to " + type);
            }
            String element = type.substring(0, type.length() - 2);
            cast = cast.stream()
                    .map(member -> Casts.cast(member, element, reading))
                    .toList();
        }
        return cast;
    }

    private static List<Operand> written(String array) {
        if (array.length() < 3 || !array.startsWith("{") || !array.endsWith("}")) {
            throw new Refusal("a list is written in a way that dmt does not read");
        }
        List<Operand> members = new ArrayList<>();
        for (String member : array.substring(1, array.length() - 1).split(",", -1)) {
            if (!PLAIN.matcher(member).matches() || member.equalsIgnoreCase("null") || !member.equals(member.strip())) {
                throw new Refusal("a list is written in a way that dmt does not read");
            }
            members.add(Operand.text(member));
        }
        return members;
    }
}
