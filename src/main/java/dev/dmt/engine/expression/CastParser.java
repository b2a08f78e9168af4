package dev.dmt.engine.expression;

/** Reads CAST(value AS type) and the several forms of CONVERT. */
final class CastParser {
    private final Tokens tokens;
    private final Reading reading;
    private final ExpressionParser parser;

    CastParser(Tokens tokens, Reading reading, ExpressionParser parser) {
        this.tokens = tokens;
        this.reading = reading;
        this.parser = parser;
    }

    Operand read() {
        boolean convert = tokens.next().isWord("CONVERT");
        tokens.expectOperator("(");
        Operand cast = convert ? converted() : castAs();
        tokens.expectOperator(")");
        return cast;
    }

    private Operand castAs() {
        Operand value = parser.expression();
        tokens.expectWord("AS");
        String type = new TypeWords(tokens).read();
        charset();
        return Casts.cast(value, type, reading);
    }

    private Operand converted() {
        if (reading.has(Trait.CONVERT_NAMES_THE_TYPE_FIRST)) {
            String type = new TypeWords(tokens).read();
            tokens.expectOperator(",");
            return Casts.cast(parser.expression(), type, reading);
        }
        Operand value = parser.expression();
        if (tokens.takeWord("USING")) {
            if (!value.is(dev.dmt.schema.TypeKind.TEXT)) {
                throw new Refusal("a " + value.kindName() + " is converted to a charset");
            }
            tokens.next();
            return value;
        }
        tokens.expectOperator(",");
        String type = new TypeWords(tokens).read();
        charset();
        return Casts.cast(value, type, reading);
    }

    /** MySQL prints which characters a text is made of. */
    private void charset() {
        if (tokens.takeWord("CHARSET") || tokens.takeWords("CHARACTER", "SET")) {
            tokens.next();
        }
    }
}
