package dev.dmt.engine.sqlite.expression;

import dev.dmt.config.EngineName;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.expression.Phrase;
import dev.dmt.engine.expression.Refusal;
import dev.dmt.engine.expression.Types;
import dev.dmt.engine.expression.WritingRules;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Portable expressions in SQLite's words. Dates and moments are texts of one form there, whose order is theirs from the year
 * 0 to the year 9999; decimals of more digits than a double holds are texts, which expressions do not take.
 */
final class SqliteWriting implements WritingRules {
    private static final int EXACT_DIGITS = 15;
    private static final Pattern FRACTION = Pattern.compile("(.*)\\.(\\d{1,9})(.*)");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("lower", "lower"),
            Map.entry("upper", "upper"),
            Map.entry("lowercase", "lower"),
            Map.entry("uppercase", "upper"),
            Map.entry("length", "length"),
            Map.entry("bytes", "length"),
            Map.entry("trim", "trim"),
            Map.entry("ltrim", "ltrim"),
            Map.entry("rtrim", "rtrim"),
            Map.entry("replace", "replace"),
            Map.entry("instr", "instr"),
            Map.entry("substr", "substr"),
            Map.entry("min", "min"),
            Map.entry("max", "max"));

    private static final String NEW_UUID = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'"
            + " || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (abs(random()) % 4), 1)"
            + " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    @Override
    public String engine() {
        return EngineName.SQLITE.text();
    }

    @Override
    public Truth truth() {
        return Truth.NUMBER;
    }

    @Override
    public boolean computesDecimals() {
        return false;
    }

    @Override
    public String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    @Override
    public Phrase column(RenderedColumn column) {
        boolean text = column.type() instanceof LogicalType.Decimal decimal
                && decimal.precision().orElse(Integer.MAX_VALUE) > EXACT_DIGITS;
        return Phrase.value(name(column.targetName()), text ? Types.unknown("decimal kept as text") : column.type());
    }

    @Override
    public String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Refusal("a text holds a NUL character");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String binary(String hex) {
        return "X'" + hex + "'";
    }

    /** In the one form in which the file holds such values: a fraction of six or nine digits, or none. */
    @Override
    public String constant(String iso, LogicalType type) {
        if (type.kind() == TypeKind.UUID) {
            return text(iso);
        }
        Matcher moment = FRACTION.matcher(iso.replace('T', ' '));
        if (!moment.matches()) {
            return text(iso.replace('T', ' '));
        }
        String nanos = (moment.group(2) + "00000000").substring(0, 9);
        String digits = nanos.endsWith("000") ? nanos.substring(0, 6) : nanos;
        return text(moment.group(1) + (digits.matches("0+") ? "" : "." + digits) + moment.group(3));
    }

    @Override
    public Phrase now(Expression.Now now) {
        String modifiers = now.clock() == Expression.Clock.UTC ? "'now'" : "'now', 'localtime'";
        LogicalType type = now.type();
        return switch (type.kind()) {
            case TIMESTAMP ->
                Phrase.value(
                        ((LogicalType.Timestamp) type).zoned()
                                ? "datetime('now') || '+00:00'"
                                : "datetime(" + modifiers + ")",
                        type);
            case DATE -> Phrase.value("date(" + modifiers + ")", type);
            case TIME -> Phrase.value("time(" + modifiers + ")", type);
            case TEXT -> Phrase.value(written(now, modifiers), Types.TEXT);
            case INTEGER -> Phrase.value("CAST(strftime('%s', 'now') AS INTEGER)", Types.WHOLE);
            default -> throw new Refusal("the present moment is wanted as " + type);
        };
    }

    private String written(Expression.Now now, String modifiers) {
        if (now.written().isEmpty()) {
            throw new Refusal("the present moment as a text, in a form of the source's own");
        }
        return "strftime(" + text(now.written()) + ", " + modifiers + ")";
    }

    @Override
    public String newUuid() {
        return NEW_UUID;
    }

    @Override
    public String asDefault(Phrase value, LogicalType type) {
        return value.constant() && !value.sql().startsWith("(") ? value.sql() : "(" + value.sql() + ")";
    }

    @Override
    public String compareTexts(String operator, Phrase left, Phrase right) {
        return left.sql() + " " + operator + " " + right.sql() + " COLLATE BINARY";
    }

    /** LIKE folds the case of ASCII letters and GLOB does not. */
    @Override
    public String like(Phrase operand, Expression.TextLiteral pattern, boolean ignoreCase) {
        if (ignoreCase) {
            return operand.sql() + " LIKE " + text(pattern.value());
        }
        StringBuilder glob = new StringBuilder();
        for (char c : pattern.value().toCharArray()) {
            glob.append(
                    switch (c) {
                        case '%' -> "*";
                        case '_' -> "?";
                        case '*', '?', '[' -> "[" + c + "]";
                        default -> String.valueOf(c);
                    });
        }
        return operand.sql() + " GLOB " + text(glob.toString());
    }

    @Override
    public String glob(Phrase operand, Expression.TextLiteral pattern) {
        return operand.sql() + " GLOB " + text(pattern.value());
    }

    @Override
    public String joined(String left, String right) {
        return "(" + left + " || " + right + ")";
    }

    @Override
    public String divided(String left, String right) {
        return "(" + left + " / " + right + ")";
    }

    @Override
    public String remainder(String left, String right) {
        return "(" + left + " % " + right + ")";
    }

    @Override
    public String cast(Phrase operand, LogicalType type) {
        return switch (type.kind()) {
            case INTEGER -> "CAST(" + operand.sql() + " AS INTEGER)";
            case FLOAT -> "CAST(" + operand.sql() + " AS REAL)";
            default -> operand.is(TypeKind.UUID) ? operand.sql() : "CAST(" + operand.sql() + " AS TEXT)";
        };
    }

    @Override
    public Map<String, String> functions() {
        return FUNCTIONS;
    }

    /** The type's name of a value, as SQLite has it. */
    @Override
    public Optional<Phrase> call(String name, List<Phrase> arguments) {
        boolean typeTest = name.equals("typeof") && arguments.size() == 1;
        boolean kept = typeTest
                && (arguments.get(0).is(TypeKind.INTEGER)
                        || arguments.get(0).is(TypeKind.TEXT)
                        || arguments.get(0).is(TypeKind.FLOAT)
                        || arguments.get(0).is(TypeKind.BINARY));
        return kept
                ? Optional.of(Phrase.value("typeof(" + arguments.get(0).sql() + ")", Types.TEXT))
                : Optional.empty();
    }
}
