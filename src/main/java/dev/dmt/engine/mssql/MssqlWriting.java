package dev.dmt.engine.mssql;

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

/** Portable expressions in the words of SQL Server 2016 and newer. Columns of text are of national characters. */
final class MssqlWriting implements WritingRules {
    private static final String BY_CODE_POINT = " COLLATE Latin1_General_100_BIN2";

    /** Counts characters as others do, not their halves. */
    private static final String WHOLE_CHARACTERS = " COLLATE Latin1_General_100_CI_AS_SC";

    /** SQL Server overlooks blanks at the end, unless something follows them. */
    private static final String SENTINEL = " + N'.')";

    private static final Map<String, String> FUNCTIONS = Map.of(
            "lowercase", "LOWER",
            "uppercase", "UPPER",
            "bytes", "DATALENGTH",
            "ltrim", "LTRIM",
            "rtrim", "RTRIM");

    @Override
    public String engine() {
        return EngineName.MSSQL.text();
    }

    @Override
    public Truth truth() {
        return Truth.APART;
    }

    @Override
    public String name(String column) {
        return "[" + column.replace("]", "]]") + "]";
    }

    /** Fixed text is padded here. */
    @Override
    public Phrase column(RenderedColumn column) {
        String name = name(column.targetName());
        boolean padded = column.type() instanceof LogicalType.Text text && text.fixed();
        return Phrase.value(padded ? "RTRIM(" + name + ")" : name, column.type());
    }

    @Override
    public String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Refusal("a text holds a NUL character");
        }
        return "N'" + value.replace("'", "''") + "'";
    }

    @Override
    public String binary(String hex) {
        return "0x" + hex;
    }

    /** With a style, so that no session's language has a say. */
    @Override
    public String constant(String iso, LogicalType type) {
        String moment = "'" + iso.replace(' ', 'T') + "'";
        return switch (type.kind()) {
            case DATE -> "CONVERT(date, '" + iso + "', 23)";
            case TIMESTAMP ->
                ((LogicalType.Timestamp) type).zoned()
                        ? "CONVERT(datetimeoffset(7), " + moment + ", 127)"
                        : "CONVERT(datetime2(7), " + moment + ", 126)";
            case TIME -> "CONVERT(time(7), '" + iso + "', 114)";
            default -> "CONVERT(uniqueidentifier, '" + iso + "')";
        };
    }

    @Override
    public Phrase now(Expression.Now now) {
        LogicalType type = now.type();
        String wall = now.clock() == Expression.Clock.UTC ? "SYSUTCDATETIME()" : "SYSDATETIME()";
        return switch (type.kind()) {
            case TIMESTAMP ->
                Phrase.value(
                        ((LogicalType.Timestamp) type).zoned() ? "TODATETIMEOFFSET(SYSUTCDATETIME(), 0)" : wall, type);
            case DATE -> Phrase.value("CONVERT(date, " + wall + ")", type);
            case TIME -> Phrase.value("CONVERT(time(7), " + wall + ")", type);
            case TEXT -> Phrase.value(written(now), Types.TEXT);
            case INTEGER -> Phrase.value("DATEDIFF_BIG(second, '19700101', SYSUTCDATETIME())", Types.WHOLE);
            default -> throw new Refusal("the present moment is wanted as " + type);
        };
    }

    private static String written(Expression.Now now) {
        return switch (now.written()) {
            case "%Y-%m-%d %H:%M:%S" -> "CONVERT(nvarchar(19), SYSUTCDATETIME(), 120)";
            case "%Y-%m-%d" -> "CONVERT(nvarchar(10), SYSUTCDATETIME(), 23)";
            default -> throw new Refusal("the present moment as a text, in a form of the source's own");
        };
    }

    @Override
    public String newUuid() {
        return "NEWID()";
    }

    @Override
    public String asDefault(Phrase value, LogicalType type) {
        return "(" + value.sql() + ")";
    }

    @Override
    public String widened(String number) {
        return "CAST(" + number + " AS bigint)";
    }

    @Override
    public String compareTexts(String operator, Phrase left, Phrase right) {
        if (!operator.equals("=") && !operator.equals("<>")) {
            throw new Refusal("it puts texts in an order, which SQL Server has of its own");
        }
        return "(" + left.sql() + SENTINEL + BY_CODE_POINT + " " + operator + " (" + right.sql() + SENTINEL;
    }

    /** One character of a pattern is half of one beyond the basic plane. */
    @Override
    public String like(Phrase operand, Expression.TextLiteral pattern, boolean ignoreCase) {
        if (pattern.value().indexOf('_') >= 0) {
            throw new Refusal("a pattern with a single character of any kind, which SQL Server may count twice");
        }
        Expression.TextLiteral wanted = ignoreCase ? Written.lowered(pattern) : pattern;
        char escape = Written.unused(wanted.value());
        String escaped = wanted.value().replace("[", escape + "[");
        return (ignoreCase ? "LOWER(" + operand.sql() + ")" : operand.sql()) + BY_CODE_POINT + " LIKE " + text(escaped)
                + (escaped.equals(wanted.value()) ? "" : " ESCAPE N'" + escape + "'");
    }

    @Override
    public String joined(String left, String right) {
        return "(CAST(" + left + " AS nvarchar(max)) + " + right + ")";
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
            case INTEGER -> "CAST(" + operand.sql() + " AS bigint)";
            case FLOAT -> "CAST(" + operand.sql() + " AS float(53))";
            default ->
                operand.is(TypeKind.UUID)
                        ? "LOWER(CAST(" + operand.sql() + " AS nchar(36)))"
                        : "CAST(" + operand.sql() + " AS nvarchar(20))";
        };
    }

    @Override
    public Map<String, String> functions() {
        return FUNCTIONS;
    }

    @Override
    public Optional<Phrase> call(String name, List<Phrase> arguments) {
        return switch (name) {
            case "trim" ->
                arguments.size() == 1
                        ? Optional.of(
                                Phrase.value("LTRIM(RTRIM(" + arguments.get(0).sql() + "))", Types.TEXT))
                        : Optional.empty();
            case "length" ->
                arguments.get(0).is(TypeKind.TEXT) ? Optional.of(length(arguments.get(0))) : Optional.empty();
            case "substr" -> Optional.of(substring(arguments));
            default -> Optional.empty();
        };
    }

    private static Phrase length(Phrase text) {
        String followed = "(CAST(" + text.sql() + " AS nvarchar(max))" + SENTINEL + WHOLE_CHARACTERS;
        return Phrase.value("(LEN(" + followed + ") - 1)", Types.WHOLE);
    }

    private static Phrase substring(List<Phrase> arguments) {
        boolean plain = arguments.size() >= 2
                && arguments.stream()
                        .skip(1)
                        .allMatch(a -> a.constant() && a.sql().matches("[1-9]\\d{0,8}|0"))
                && !arguments.get(1).sql().equals("0")
                && arguments.get(0).is(TypeKind.TEXT);
        if (!plain) {
            throw new Refusal("substr from or to a place that is not known");
        }
        String length = arguments.size() == 3 ? arguments.get(2).sql() : "2147483647";
        return Phrase.value(
                "SUBSTRING(" + arguments.get(0).sql() + WHOLE_CHARACTERS + ", "
                        + arguments.get(1).sql() + ", " + length + ")",
                Types.TEXT);
    }
}
