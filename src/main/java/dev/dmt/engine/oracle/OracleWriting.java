package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.expression.Phrase;
import dev.dmt.engine.expression.Refusal;
import dev.dmt.engine.expression.Types;
import dev.dmt.engine.expression.WritingRules;
import dev.dmt.engine.expression.Written;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Portable expressions in the words of Oracle 19 and newer, over the values that Oracle can hold: a text that is empty
 * anywhere else is NULL here, so whatever might yield an empty text is refused.
 */
final class OracleWriting implements WritingRules {
    private static final int LONGEST_TEXT = 4000;

    private static final Map<String, String> FUNCTIONS = Map.of(
            "lowercase", "LOWER",
            "uppercase", "UPPER",
            "length", "LENGTH",
            "min", "LEAST",
            "max", "GREATEST");

    private static final Map<Character, String> FORM =
            Map.of('Y', "YYYY", 'm', "MM", 'd', "DD", 'H', "HH24", 'M', "MI", 'S', "SS", 'f', "SS.FF3");

    @Override
    public String engine() {
        return EngineName.ORACLE.text();
    }

    @Override
    public Truth truth() {
        return Truth.APART;
    }

    @Override
    public String name(String column) {
        return '"' + column + '"';
    }

    @Override
    public Phrase column(RenderedColumn column) {
        String name = name(column.targetName());
        if (column.type() instanceof LogicalType.Text text) {
            // A CLOB can be told from NULL, and nothing else.
            return text.length().orElse(Integer.MAX_VALUE) > LONGEST_TEXT
                    ? Phrase.value(name, Types.unknown("clob"))
                    : Phrase.value(text.fixed() ? "RTRIM(" + name + ")" : name, column.type());
        }
        return Phrase.value(name, column.type());
    }

    @Override
    public String text(String value) {
        if (value.isEmpty()) {
            throw new Refusal("an empty text, which is NULL in Oracle");
        } else if (value.indexOf('\0') >= 0) {
            throw new Refusal("a text holds a NUL character");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String binary(String hex) {
        if (hex.isEmpty()) {
            throw new Refusal("an empty binary value, which is NULL in Oracle");
        }
        return "HEXTORAW('" + hex + "')";
    }

    @Override
    public String constant(String iso, LogicalType type) {
        return switch (type.kind()) {
            case DATE -> "DATE '" + iso + "'";
            case TIMESTAMP -> "TIMESTAMP '" + iso.replace("+00:00", " +00:00") + "'";
            case UUID -> "HEXTORAW('" + iso.replace("-", "") + "')";
            default -> throw new Refusal("a constant time of day, which Oracle does not have");
        };
    }

    @Override
    public Phrase now(Expression.Now now) {
        LogicalType type = now.type();
        String wall = now.clock() == Expression.Clock.UTC ? "SYS_EXTRACT_UTC(SYSTIMESTAMP)" : "LOCALTIMESTAMP";
        return switch (type.kind()) {
            case TIMESTAMP ->
                Phrase.value(((LogicalType.Timestamp) type).zoned() ? "SYSTIMESTAMP AT TIME ZONE 'UTC'" : wall, type);
            case DATE -> Phrase.value("TRUNC(" + wall + ")", type);
            case TEXT ->
                Phrase.value(
                        "TO_CHAR(SYS_EXTRACT_UTC(SYSTIMESTAMP), " + text(Written.form(now, FORM)) + ")", Types.TEXT);
            default -> throw new Refusal("the present moment is wanted as " + type);
        };
    }

    @Override
    public String newUuid() {
        return "SYS_GUID()";
    }

    @Override
    public String compareTexts(String operator, Phrase left, Phrase right) {
        if (!operator.equals("=") && !operator.equals("<>")) {
            throw new Refusal("it puts texts in an order, which Oracle's sessions have of their own");
        }
        return left.sql() + " " + operator + " " + right.sql();
    }

    /** A single blank stands for what nothing is left of. */
    @Override
    public Optional<Phrase> withoutTrailingBlanks(Phrase text) {
        return text.is(TypeKind.TEXT)
                ? Optional.of(Phrase.value(
                        "(CASE WHEN " + text.sql() + " IS NOT NULL THEN NVL(RTRIM(" + text.sql() + "), ' ') END)",
                        Types.TEXT))
                : Optional.empty();
    }

    @Override
    public String like(Phrase operand, Expression.TextLiteral pattern, boolean ignoreCase) {
        return ignoreCase
                ? "LOWER(" + operand.sql() + ") LIKE "
                        + text(Written.lowered(pattern).value())
                : operand.sql() + " LIKE " + text(pattern.value());
    }

    /** Oracle takes NULL for an empty text when it joins. */
    @Override
    public String joined(String left, String right) {
        return "(CASE WHEN " + left + " IS NOT NULL AND " + right + " IS NOT NULL THEN " + left + " || " + right
                + " END)";
    }

    @Override
    public String divided(String left, String right) {
        return "TRUNC(" + left + " / " + right + ")";
    }

    @Override
    public String remainder(String left, String right) {
        return "MOD(" + left + ", " + right + ")";
    }

    @Override
    public String cast(Phrase operand, LogicalType type) {
        return switch (type.kind()) {
            case INTEGER -> "TRUNC(" + operand.sql() + ")";
            case FLOAT -> "TO_BINARY_DOUBLE(" + operand.sql() + ")";
            default ->
                operand.is(TypeKind.UUID)
                        ? "LOWER(REGEXP_REPLACE(RAWTOHEX(" + operand.sql()
                                + "), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\\1-\\2-\\3-\\4-\\5'))"
                        : "TO_CHAR(" + operand.sql() + ")";
        };
    }

    @Override
    public Map<String, String> functions() {
        return FUNCTIONS;
    }

    @Override
    public Optional<Phrase> call(String name, List<Phrase> arguments) {
        return switch (name) {
            case "trim", "ltrim", "rtrim", "replace" ->
                throw new Refusal(name + ", whose answer may be empty, which is NULL in Oracle");
            case "substr" -> Optional.of(beginning(arguments));
            case "lower" -> Optional.of(translated(arguments, true));
            case "upper" -> Optional.of(translated(arguments, false));
            default -> Optional.empty();
        };
    }

    /** Only the beginning of a text is never empty. */
    private static Phrase beginning(List<Phrase> arguments) {
        boolean plain = arguments.size() == 3
                && arguments.get(0).is(TypeKind.TEXT)
                && arguments.get(1).sql().equals("1")
                && arguments.get(2).constant()
                && arguments.get(2).sql().matches("[1-9]\\d{0,8}");
        if (!plain) {
            throw new Refusal("substr, whose answer may be empty, which is NULL in Oracle");
        }
        return Phrase.value(
                "SUBSTR(" + arguments.get(0).sql() + ", 1, " + arguments.get(2).sql() + ")", Types.TEXT);
    }

    /** ASCII letters alone. */
    private static Phrase translated(List<Phrase> arguments, boolean lower) {
        if (arguments.size() != 1 || !arguments.get(0).is(TypeKind.TEXT)) {
            throw new Refusal("a text function of something else");
        }
        String capitals = "'ABCDEFGHIJKLMNOPQRSTUVWXYZ'";
        String small = "'abcdefghijklmnopqrstuvwxyz'";
        return Phrase.value(
                "TRANSLATE(" + arguments.get(0).sql() + ", " + (lower ? capitals : small) + ", "
                        + (lower ? small : capitals) + ")",
                Types.TEXT);
    }
}
