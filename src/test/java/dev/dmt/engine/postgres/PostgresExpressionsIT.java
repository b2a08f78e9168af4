package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.Binary;
import dev.dmt.schema.Expression.Call;
import dev.dmt.schema.Expression.ColumnReference;
import dev.dmt.schema.Expression.Glob;
import dev.dmt.schema.Expression.InList;
import dev.dmt.schema.Expression.Like;
import dev.dmt.schema.Expression.NumberLiteral;
import dev.dmt.schema.Expression.TextLiteral;
import dev.dmt.schema.LogicalType;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each expression is not only rendered but run over a row. */
class PostgresExpressionsIT {
    private static final Map<String, RenderedColumn> COLUMNS = Map.of(
            "active", column("active", "boolean"),
            "Qty", column("qty", "integer(32)"),
            "name", column("name", "text"),
            "born", column("born", "date"),
            "price", column("price", "decimal"),
            "doc", column("doc", "jsonb"));
    private static final DatabaseConfig DATABASE = TestPostgres.newest().freshDatabase();

    @Test
    void booleans_compare_with_zero_and_one() {
        assertThat(value(binary("=", "active", number("1")))).isEqualTo("t");
        assertThat(value(new InList(reference("active"), List.of(number("0"), number("1")), false)))
                .isEqualTo("t");
        assertThat(value(binary(">", "active", number("0")))).isEqualTo("t");
        assertThat(value(new Binary("AND", reference("active"), reference("Qty"))))
                .isEqualTo("t");
    }

    @Test
    void whole_numbers_divide_as_such_never_overflow_early_and_never_fail_on_zero() {
        assertThat(value(binary("/", "Qty", number("2")))).isEqualTo("1073741823");
        assertThat(value(binary("*", "Qty", reference("Qty")))).isEqualTo("4611686014132420609");
        assertThat(value(binary("/", "Qty", number("0")))).isEqualTo("∅");
        assertThat(value(binary("%", "Qty", number("10")))).isEqualTo("7");
        assertThat(value(binary("*", "Qty", number("0.5")))).isEqualTo("1073741823.5");
    }

    @Test
    void patterns_fold_ascii_alone_and_know_no_escape() {
        assertThat(value(like("ADA\\_%"))).isEqualTo("t");
        assertThat(value(like("ada\\_Ö%"))).isEqualTo("t");
        assertThat(value(like("ada\\_ö%"))).isEqualTo("f");
        assertThat(value(new Glob(reference("name"), text("Ada\\[A-Z]*"), false)))
                .isEqualTo("f");
        assertThat(value(new Glob(reference("name"), text("[A-C]da?_*"), false)))
                .isEqualTo("t");
        assertThat(value(new Glob(reference("name"), text("[^A-C]*"), false))).isEqualTo("f");
        assertRefused(new Glob(reference("name"), text("[[]*"), false));
    }

    @Test
    void functions_have_the_very_same_meaning() {
        assertThat(value(call("lower", reference("name")))).isEqualTo("ada\\_Öl");
        assertThat(value(call("length", reference("name")))).isEqualTo("7");
        assertThat(value(call("coalesce", new Expression.NullLiteral(), reference("Qty"))))
                .isEqualTo("2147483647");
        assertThat(value(call("substr", reference("name"), number("1"), number("3"))))
                .isEqualTo("Ada");
        assertThat(value(call("json_valid", reference("doc")))).isEqualTo("t");
        assertRefused(call("substr", reference("name"), number("0")));
        assertRefused(call("round", reference("price")));
        assertRefused(call("length", reference("Qty")));
        assertRefused(call("json_valid", reference("name")));
    }

    @Test
    void dates_compare_with_dates_as_written_and_with_nothing_else() {
        assertThat(value(binary(">=", "born", text("1815-12-10")))).isEqualTo("t");
        assertRefused(binary(">=", "born", text("yesterday")));
        assertRefused(binary("=", "name", number("5")));
        assertRefused(binary("=", "doc", text("{}")));
        assertRefused(reference("gone"));
    }

    @Test
    void the_present_moment_comes_in_the_type_that_is_wanted() {
        for (String type : List.of("timestamp", "timestamp with zone", "date", "time", "text", "integer(64)")) {
            assertThat(value(new Expression.Now(LogicalType.parse(type))))
                    .as(type)
                    .isNotEmpty();
        }
        assertRefused(new Expression.Now(LogicalType.parse("boolean")));
    }

    @Test
    void conditions_nest() {
        Expression when = new Expression.Case(
                java.util.Optional.empty(),
                List.of(new Expression.When(binary(">", "price", number("1.5")), text("dear"))),
                java.util.Optional.of(text("cheap")));
        assertThat(value(when)).isEqualTo("dear");
        assertThat(value(new Expression.Unary("NOT", new Expression.IsNull(reference("name"), false))))
                .isEqualTo("t");
        assertThat(value(new Expression.Between(reference("Qty"), number("1"), number("5"), true)))
                .isEqualTo("t");
        assertThat(value(new Expression.Cast(number("2.7"), LogicalType.parse("integer(64)"))))
                .isEqualTo("2");
        assertThat(value(binary("||", "name", reference("Qty")))).isEqualTo("Ada\\_Öl2147483647");
    }

    private static String value(Expression expression) {
        Rendering rendering = new PostgresDdl().render(expression, COLUMNS);
        assertThat(rendering).isInstanceOf(Rendering.Sql.class);
        return query(
                        DATABASE,
                        "SELECT " + ((Rendering.Sql) rendering).text()
                                + " FROM (SELECT TRUE AS active, 2147483647 AS qty,"
                                + " 'Ada\\_Öl'::text AS name, date '1815-12-10' AS born, 2.50 AS price, '{}'::jsonb AS doc) AS r")
                .get(0);
    }

    private static void assertRefused(Expression expression) {
        assertThat(new PostgresDdl().render(expression, COLUMNS)).isInstanceOf(Rendering.Refused.class);
    }

    private static RenderedColumn column(String target, String type) {
        return new RenderedColumn(target, LogicalType.parse(type));
    }

    private static Expression reference(String name) {
        return new ColumnReference(name);
    }

    private static Expression number(String digits) {
        return new NumberLiteral(digits);
    }

    private static Expression text(String value) {
        return new TextLiteral(value);
    }

    private static Expression like(String pattern) {
        return new Like(reference("name"), text(pattern), true, false);
    }

    private static Expression binary(String operator, String column, Expression right) {
        return new Binary(operator, reference(column), right);
    }

    private static Expression call(String name, Expression... arguments) {
        return new Call(name, List.of(arguments));
    }
}
