package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
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

/** Portable expressions in MySQL's and MariaDB's words. Columns of text are utf8mb4, whatever their collation. */
final class MysqlWriting implements WritingRules {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("lowercase", "LOWER"),
            Map.entry("uppercase", "UPPER"),
            Map.entry("length", "CHAR_LENGTH"),
            Map.entry("bytes", "LENGTH"),
            Map.entry("trim", "TRIM"),
            Map.entry("ltrim", "LTRIM"),
            Map.entry("rtrim", "RTRIM"),
            Map.entry("replace", "REPLACE"),
            Map.entry("substr", "SUBSTRING"),
            Map.entry("min", "LEAST"),
            Map.entry("max", "GREATEST"));

    private static final Map<Character, String> FORM =
            Map.of('Y', "%Y", 'm', "%m", 'd', "%d", 'H', "%H", 'M', "%i", 'S', "%s");

    @Override
    public String engine() {
        return EngineName.MYSQL.text();
    }

    @Override
    public Truth truth() {
        return Truth.NUMBER;
    }

    @Override
    public String name(String column) {
        return "`" + column.replace("`", "``") + "`";
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    @Override
    public String binary(String hex) {
        return "X'" + hex + "'";
    }

    /** A moment with a zone is kept in UTC. */
    @Override
    public String constant(String iso, LogicalType type) {
        return text(iso.replace("+00:00", ""));
    }

    @Override
    public Phrase now(Expression.Now now) {
        boolean utc = now.clock() == Expression.Clock.UTC;
        LogicalType type = now.type();
        return switch (type.kind()) {
            case TIMESTAMP -> Phrase.value(moment(((LogicalType.Timestamp) type).zoned() || utc), type);
            case DATE -> Phrase.value(utc ? "UTC_DATE()" : "CURRENT_DATE()", type);
            case TIME -> Phrase.value(utc ? "UTC_TIME(6)" : "CURRENT_TIME(6)", type);
            case TEXT ->
                Phrase.value("DATE_FORMAT(UTC_TIMESTAMP(), " + text(Written.form(now, FORM)) + ")", Types.TEXT);
            case INTEGER -> Phrase.value("UNIX_TIMESTAMP()", Types.WHOLE);
            default -> throw new Refusal("the present moment is wanted as " + type);
        };
    }

    private static String moment(boolean utc) {
        return utc ? "UTC_TIMESTAMP(6)" : "CURRENT_TIMESTAMP(6)";
    }

    @Override
    public String newUuid() {
        return "UUID()";
    }

    /** Unbounded types take expressions alone, and any other expression stands in parentheses. */
    @Override
    public String asDefault(Phrase value, LogicalType type) {
        boolean unbounded = type.kind() == TypeKind.JSON
                || type.kind() == TypeKind.BINARY
                || (type instanceof LogicalType.Text text && text.length().isEmpty());
        return value.constant() && !unbounded ? value.sql() : "(" + value.sql() + ")";
    }

    /** By the bytes: a collation would take other letters, or blanks at the end, for equal. */
    @Override
    public String compareTexts(String operator, Phrase left, Phrase right) {
        return bytes(left) + " " + operator + " " + bytes(right);
    }

    private static String bytes(Phrase text) {
        return "CAST(" + text.sql() + " AS BINARY)";
    }

    @Override
    public String like(Phrase operand, Expression.TextLiteral pattern, boolean ignoreCase) {
        Expression.TextLiteral wanted = ignoreCase ? Written.lowered(pattern) : pattern;
        String exact = "CONVERT(" + (ignoreCase ? "LOWER(" + operand.sql() + ")" : operand.sql())
                + " USING utf8mb4) COLLATE utf8mb4_bin";
        return exact + " LIKE " + text(wanted.value()) + " ESCAPE '" + Written.unused(wanted.value()) + "'";
    }

    @Override
    public String joined(String left, String right) {
        return "CONCAT(" + left + ", " + right + ")";
    }

    @Override
    public String divided(String left, String right) {
        return "(" + left + " DIV " + right + ")";
    }

    @Override
    public String remainder(String left, String right) {
        return "(" + left + " % " + right + ")";
    }

    @Override
    public String cast(Phrase operand, LogicalType type) {
        return switch (type.kind()) {
            case INTEGER -> "CAST(TRUNCATE(" + operand.sql() + ", 0) AS SIGNED)";
            case FLOAT -> "(" + operand.sql() + " + 0E0)";
            default -> "CAST(" + operand.sql() + " AS CHAR)";
        };
    }

    @Override
    public Map<String, String> functions() {
        return FUNCTIONS;
    }

    @Override
    public Optional<Phrase> call(String name, List<Phrase> arguments) {
        return switch (name) {
            case "lower", "upper" ->
                throw new Refusal(name + " folds ASCII letters alone in the source, those of every alphabet in MySQL");
            case "instr" -> Optional.of(place(arguments));
            default -> Optional.empty();
        };
    }

    private static Phrase place(List<Phrase> arguments) {
        if (arguments.size() != 2 || !arguments.stream().allMatch(a -> a.is(TypeKind.TEXT))) {
            throw new Refusal("instr of something that is no text");
        }
        return Phrase.value(
                "LOCATE(" + arguments.get(1).sql() + ", CONVERT("
                        + arguments.get(0).sql() + " USING utf8mb4) COLLATE utf8mb4_bin)",
                Types.WHOLE);
    }
}
