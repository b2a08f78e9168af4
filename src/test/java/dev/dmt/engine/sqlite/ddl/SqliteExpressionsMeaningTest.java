package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random expressions: what was parsed, said again with every parenthesis, must answer what the text answers. */
class SqliteExpressionsMeaningTest {
    private static final List<String> BINARY = List.of(
            "+",
            "-",
            "*",
            "/",
            "%",
            "||",
            "=",
            "==",
            "<>",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "AND",
            "OR",
            "IS",
            "IS NOT",
            "IS DISTINCT FROM",
            "IS NOT DISTINCT FROM");
    private static final List<String> LEAVES = List.of(
            "a", "b", "\"c\"", "t.d", "1", "0", "2.5", "0xA", "'x'", "'10'", "NULL", "TRUE", "false", "-3", "\"word\"");

    @Test
    void a_parsed_expression_answers_what_its_text_answers(@TempDir Path folder) throws SQLException {
        Random random = new Random(4711);
        int parsed = 0;
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(a INT, b REAL, c TEXT, d NUMERIC)",
                "INSERT INTO t VALUES (1, 2.5, 'x', 10), (0, -1.0, 'X', 0), (NULL, NULL, NULL, NULL),"
                        + " (-7, 0.0, '10', 3.5), (9, 1e10, '', 1)")) {
            Table table = file.table("t");
            for (int i = 0; i < 4000; i++) {
                String sql = expression(random, 3);
                Optional<Expression> expression =
                        SqliteExpressions.parse(sql, table).expression();
                if (expression.isPresent()) {
                    parsed++;
                    String again = FullyParenthesised.sql(expression.get());
                    assertThat(answers(file, again)).as(sql + " as " + again).isEqualTo(answers(file, sql));
                }
            }
        }
        assertThat(parsed).isGreaterThan(800);
    }

    private static List<String> answers(SqliteFile file, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = file.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT e || typeof(e) FROM (SELECT " + sql + " AS e FROM t)")) {
            while (rows.next()) {
                answers.add(String.valueOf(rows.getString(1)));
            }
        }
        return answers;
    }

    private static String expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        String first = expression(random, depth - 1);
        String second = expression(random, depth - 1);
        String not = random.nextBoolean() ? " NOT" : "";
        return switch (random.nextInt(14)) {
            case 0 -> "NOT " + first;
            case 1 -> "- " + first;
            case 2 -> first + not + " BETWEEN " + second + " AND " + expression(random, depth - 1);
            case 3 -> first + not + " IN (" + second + ", " + expression(random, 0) + ")";
            case 4 -> first + (random.nextBoolean() ? " ISNULL" : not + " NULL".repeat(not.isEmpty() ? 0 : 1));
            case 5 -> first + not + " LIKE 'x%'";
            case 6 -> "CASE WHEN " + first + " THEN " + second + " ELSE " + expression(random, 0) + " END";
            case 7 -> "coalesce(" + first + ", " + second + ")";
            case 8 -> "(" + first + ")";
            default -> first + " " + BINARY.get(random.nextInt(BINARY.size())) + " " + second;
        };
    }
}
