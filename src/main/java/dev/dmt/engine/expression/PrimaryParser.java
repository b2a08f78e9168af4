package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads constants, columns, calls and what stands in parentheses. */
final class PrimaryParser {
    private final Tokens tokens;
    private final Reading reading;
    private final ExpressionParser parser;

    PrimaryParser(Tokens tokens, Reading reading, ExpressionParser parser) {
        this.tokens = tokens;
        this.reading = reading;
        this.parser = parser;
    }

    Operand primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> number(tokens.next().value());
            case TEXT -> text(tokens.next().value());
            case BINARY -> Operand.of(new Expression.BinaryLiteral(tokens.next().value()), Types.BINARY);
            case BITS -> bits(tokens.next().value());
            case OPERATOR -> parenthesised();
            case WORD, QUOTED_NAME -> named();
            case END -> throw tokens.unexpected();
        };
    }

    private Operand text(String value) {
        return value.isEmpty() && reading.has(Trait.EMPTY_IS_NULL)
                ? Operand.bareNull().typed(Types.TEXT)
                : Operand.text(value);
    }

    private static Operand number(String digits) {
        return Operand.of(
                new Expression.NumberLiteral(digits.startsWith(".") ? "0" + digits : digits), numberType(digits));
    }

    private static dev.dmt.schema.LogicalType numberType(String digits) {
        return digits.matches("\\d+") ? Types.WHOLE : digits.matches("[\\d.]+") ? Types.DECIMAL : Types.FLOATING;
    }

    private Operand bits(String digits) {
        if (!reading.has(Trait.BITS_ARE_NUMBERS) || !digits.matches("[01]{1,62}")) {
            throw new Refusal("a row of bits");
        }
        return number(new BigInteger(digits, 2).toString());
    }

    private Operand parenthesised() {
        tokens.expectOperator("(");
        Operand inner = parser.expression();
        tokens.expectOperator(")");
        return inner;
    }

    private Operand named() {
        Token first = tokens.peek();
        Optional<Operand> special = first.kind() == Token.Kind.WORD ? special(first) : Optional.empty();
        if (special.isPresent()) {
            return special.get();
        }
        List<String> names = new ArrayList<>(List.of(tokens.next().name()));
        while (tokens.takeOperator(".")) {
            if (!tokens.peek().isName()) {
                throw tokens.unexpected();
            }
            names.add(tokens.next().name());
        }
        String last = names.get(names.size() - 1);
        if (tokens.takeOperator("(")) {
            return call(names);
        } else if (last.equalsIgnoreCase("nextval") && names.size() > 1) {
            return Operand.of(new Expression.NextValue(tableName(names.subList(0, names.size() - 1))), Types.WHOLE);
        }
        return first.kind() == Token.Kind.WORD && names.size() == 1
                ? reading.rules()
                        .word(first.value())
                        .orElseGet(() -> reading.columns().named(last))
                : reading.columns().named(last);
    }

    private static TableName tableName(List<String> names) {
        return names.size() == 1
                ? TableName.of(names.get(0))
                : new TableName(names.get(names.size() - 2), names.get(names.size() - 1));
    }

    private Optional<Operand> special(Token word) {
        boolean beforeText = tokens.peek(1).kind() == Token.Kind.TEXT;
        boolean beforeParenthesis = tokens.peek(1).isOperator("(");
        return switch (word.value()) {
            case "NULL" -> constant(Operand.bareNull());
            case "TRUE" -> constant(Operand.condition(new Expression.BooleanLiteral(true)));
            case "FALSE" -> constant(Operand.condition(new Expression.BooleanLiteral(false)));
            case "CASE" -> Optional.of(new CaseParser(tokens, reading, parser).read());
            case "CAST", "CONVERT" ->
                beforeParenthesis ? Optional.of(new CastParser(tokens, reading, parser).read()) : Optional.empty();
            case "DATE", "TIME", "TIMESTAMP" -> beforeText ? Optional.of(moment()) : Optional.empty();
            case "NEXT" -> tokens.peek(1).isWord("VALUE") ? Optional.of(nextValue()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Operand> constant(Operand operand) {
        tokens.next();
        return Optional.of(operand);
    }

    private Operand moment() {
        String type = tokens.next().value().toLowerCase(Locale.ROOT);
        return Casts.cast(
                Operand.text(tokens.next().value()),
                type.equals("date") ? Types.DATE : type.equals("time") ? Types.TIME : Types.TIMESTAMP);
    }

    private Operand nextValue() {
        tokens.next();
        tokens.expectWord("VALUE");
        tokens.expectWord("FOR");
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.next().name());
        } while (tokens.takeOperator("."));
        return Operand.of(new Expression.NextValue(tableName(names)), Types.WHOLE);
    }

    private Operand call(List<String> names) {
        String name = names.get(names.size() - 1).toLowerCase(Locale.ROOT);
        if (names.size() > 1 && !names.get(0).equalsIgnoreCase("pg_catalog")) {
            throw new Refusal(
                    "it calls " + String.join(".", names) + ", which is not one of the engine's own functions");
        }
        if (name.equals("extract")) {
            throw PortableCalls.unknown(name);
        }
        List<Operand> arguments = new Arguments(tokens, parser).read(name);
        return reading.rules()
                .call(name, arguments, reading.notes())
                .orElseGet(() -> new PortableCalls(reading).call(name, arguments));
    }
}
