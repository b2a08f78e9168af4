package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.Binary;
import dev.dmt.schema.Expression.BinaryLiteral;
import dev.dmt.schema.Expression.BooleanLiteral;
import dev.dmt.schema.Expression.Call;
import dev.dmt.schema.Expression.ColumnReference;
import dev.dmt.schema.Expression.Now;
import dev.dmt.schema.Expression.NullLiteral;
import dev.dmt.schema.Expression.NumberLiteral;
import dev.dmt.schema.Expression.TextLiteral;
import dev.dmt.schema.Expression.Unary;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteExpressionsTest {
    private static final Set<String> NAMES = Set.of("a", "b", "Full Name", "c");
    private static final Table TYPED = new Table(
            TableName.of("t"),
            List.of(
                    column("i", "INTEGER", ""),
                    column("r", "REAL", ""),
                    column("s", "TEXT", ""),
                    column("folded", "TEXT", "NOCASE"),
                    column("d", "DATETIME", "")),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new RowOrder(RowOrder.Kind.ROWID, List.of("rowid")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "a OR b AND c; (('a') OR (('b') AND ('c')))",
                "NOT a = b; (NOT (('a') = ('b')))",
                "a + b * c - 1; ((('a') + (('b') * ('c'))) - (1))",
                "- a || b; ((- ('a')) || ('b'))",
                "a || b = c; ((('a') || ('b')) = ('c'))",
                "a < b = c; ((('a') < ('b')) = ('c'))",
                "a = b < c; (('a') = (('b') < ('c')))",
                "a BETWEEN 1 AND 2 AND b; ((('a') BETWEEN (1) AND (2)) AND ('b'))",
                "a == 1; (('a') = (1))",
                "A != 0xff; (('a') <> (255))",
                "\"full name\" = \"no column\"; (('Full Name') = ('no column'))",
                "[a] ISNULL; (('a') IS NULL)",
                "a NOT NULL; (('a') IS NOT NULL)",
                "a NOTNULL; (('a') IS NOT NULL)",
                "a IS NULL; (('a') IS NULL)",
                "a IS NOT 5; ((('a') IS NULL) OR (('a') <> (5)))",
                "a IS 5; ((('a') IS NOT NULL) AND (('a') = (5)))",
                "a NOT IN (1, 1_000); (('a') NOT IN ((1), (1000)))",
                "a LIKE 'x%'; (('a') LIKE ('x%'))",
                "a NOT GLOB '[a-z]*'; (('a') NOT GLOB ('[a-z]*'))",
                "ifnull(a, 1) > .5; ((coalesce(('a'), (1))) > (0.5))",
                "iif(a > 1, 'x', 'y'); (CASE  WHEN (('a') > (1)) THEN ('x') ELSE ('y') END)",
                "SUBSTRING(a, 1, 3) = 'abc'; ((substr(('a'), (1), (3))) = ('abc'))",
                "json_valid(a) = 1; ((json_valid(('a'))) = (1))",
                "typeof(a) IN ('integer', 'null'); ((typeof(('a'))) IN (('integer'), ('null')))",
                "typeof(a) <> 'null'; (('a') IS NOT NULL)",
                "'text' = typeof(a); ((typeof(('a'))) = ('text'))",
                "a COLLATE BINARY = 'x'; (('a') = ('x'))",
                "likely(a > 0); (('a') > (0))",
                "a / 2 % 3; ((('a') / (2)) % (3))",
                "((a)); ('a')"
            })
    void operators_bind_as_in_sqlite(String sql, String meaning) {
        assertThat(SqliteExpressions.parse(sql, NAMES)
                        .expression()
                        .map(FullyParenthesised::sql)
                        .orElse("refused")
                        .replace('"', '\''))
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a +",
                "a b",
                "(a",
                "nosuchcolumn = 1",
                "rowid > 0",
                "x.a > 0",
                "a LIKE b",
                "a LIKE 'x!%' ESCAPE '!'",
                "a LIKE '50\\%'",
                "a REGEXP 'x'",
                "a MATCH 'x'",
                "a & 1",
                "a << 1",
                "~a",
                "+a",
                "a -> '$.x'",
                "a COLLATE NOCASE = 'x'",
                "a IN (SELECT 1)",
                "a IN ()",
                "EXISTS (SELECT 1)",
                "(SELECT 1)",
                "(a, b) = (1, 2)",
                "'1' + 1",
                "'x' > 1",
                "'abc'",
                "typeof(a)",
                "typeof(a) > 'integer'",
                "typeof(a + 1) = 'integer'",
                "typeof(a) || 'x' = 'y'",
                "NOT 'x'",
                "round(a, 2)",
                "max(a, b)",
                "random()",
                "substr(a, -1)",
                "substr(a, b)",
                "strftime('%Y', a)",
                "datetime('now', 'localtime')",
                "julianday('now')",
                "CAST('12' AS INTEGER)",
                "CAST(a AS BLOB)",
                "coalesce(1, 'x')",
                "CASE WHEN a THEN 1 ELSE 'x' END",
                "count(*)",
                "a ? b",
                "0x1FFFFFFFFFFFFFFFF",
                "1; 2"
            })
    void what_others_might_answer_differently_is_refused(String sql) {
        assertThat(SqliteExpressions.parse(sql, NAMES).expression().filter(e -> !(e instanceof TextLiteral)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i / 2 = 1",
                "r / 2",
                "i % 7",
                "s || i",
                "CAST(i AS TEXT) || s",
                "CAST(r AS INTEGER)",
                "d > '2020-01-01'",
                "t.i > 0",
                "\"T\".s <> ''",
                "s IS d",
                "folded LIKE 'x%'",
                "folded COLLATE BINARY = 'x'",
                "length(folded) > 0",
                "length(x'00ff') = 2"
            })
    void declared_types_allow(String sql) {
        assertThat(SqliteExpressions.parse(sql, TYPED).expression()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i = '1'",
                "s > 5",
                "r % 2",
                "s || r",
                "s + 1",
                "CAST(s AS INTEGER)",
                "CAST(r AS TEXT)",
                "length(i)",
                "i LIKE '1%'",
                "i IS 'x'",
                "i IN (1, 'x')",
                "folded = 'x'",
                "folded IN ('x')",
                "s = folded",
                "NOT s",
                "u.i > 0"
            })
    void declared_types_and_collations_forbid(String sql) {
        assertThat(SqliteExpressions.parse(sql, TYPED).expression()).isEmpty();
    }

    @Test
    void deep_nesting_is_refused_and_long_chains_are_not() {
        assertThat(SqliteExpressions.parse("(".repeat(5000) + "a" + ")".repeat(5000), NAMES)
                        .expression())
                .isEmpty();
        assertThat(SqliteExpressions.parse("a" + " + a".repeat(900), NAMES).expression())
                .isPresent();
    }

    @Test
    void the_literals_of_a_default_come_out_exactly() {
        assertThat(SqliteExpressions.parseDefault("NULL").expression()).contains(new NullLiteral());
        assertThat(SqliteExpressions.parseDefault("0xFF").expression()).contains(new NumberLiteral("255"));
        assertThat(SqliteExpressions.parseDefault("- 2").expression()).contains(new Unary("-", new NumberLiteral("2")));
        assertThat(SqliteExpressions.parseDefault("+5.").expression()).contains(new NumberLiteral("5.0"));
        assertThat(SqliteExpressions.parseDefault("-9223372036854775808").expression())
                .contains(new NumberLiteral("-9223372036854775808"));
        assertThat(SqliteExpressions.parseDefault("x'0aFF'").expression()).contains(new BinaryLiteral("0aff"));
        assertThat(SqliteExpressions.parseDefault("'it''s'").expression()).contains(new TextLiteral("it's"));
        assertThat(SqliteExpressions.parseDefault("\"dq\"").expression()).contains(new TextLiteral("dq"));
        assertThat(SqliteExpressions.parseDefault("word").expression()).contains(new TextLiteral("word"));
        assertThat(SqliteExpressions.parseDefault("'null'").expression()).contains(new TextLiteral("null"));
        assertThat(SqliteExpressions.parseDefault("'CURRENT_DATE'").expression())
                .contains(new TextLiteral("CURRENT_DATE"));
        assertThat(SqliteExpressions.parseDefault("True").expression()).contains(new BooleanLiteral(true));
        assertThat(SqliteExpressions.parseDefault("'a' /*c*/").expression()).contains(new TextLiteral("a"));
        assertThat(SqliteExpressions.parseDefault("1+2").expression())
                .contains(new Binary("+", new NumberLiteral("1"), new NumberLiteral("2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "current_timestamp; timestamp",
                "CURRENT_DATE; date",
                "CURRENT_TIME; time",
                "datetime('now'); timestamp",
                "datetime(); timestamp",
                "(date('NOW')); date",
                "strftime('%Y-%m-%d %H:%M:%f', 'now'); timestamp",
                "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'); timestamp with zone",
                "strftime('%s', 'now'); integer(64)",
                "CAST(strftime('%s', 'now') AS INT); integer(64)",
                "unixepoch(); integer(64)"
            })
    void the_present_moment_has_a_fitting_type(String sql, String type) {
        assertThat(SqliteExpressions.parseDefault(sql).expression().map(now -> ((Now) now).type()))
                .contains(LogicalType.parse(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datetime('now', '+1 day')",
                "datetime('now', 'localtime')",
                "strftime('%J', 'now')",
                "randomblob(16)",
                "lower(hex(randomblob(16)))",
                "random()",
                "",
                "two words"
            })
    void defaults_that_are_something_else_are_refused(String sql) {
        assertThat(SqliteExpressions.parseDefault(sql).expression()).isEmpty();
    }

    @Test
    void a_date_of_a_column_is_kept_for_the_target_to_judge() {
        assertThat(SqliteExpressions.parse("date(a)", NAMES).expression())
                .contains(new Call("date", List.of(new ColumnReference("a"))));
    }

    private static Column column(String name, String type, String collation) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(collation).filter(c -> !c.isEmpty()));
    }

    @Test
    void a_column_keeps_the_spelling_it_is_known_by() {
        assertThat(SqliteExpressions.parse("`FULL NAME`", NAMES).expression())
                .contains((Expression) new ColumnReference("Full Name"));
    }
}
