package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.TableName;
import org.junit.jupiter.api.Test;

class GuardedStatementTest {
    private static final TableName TABLE = new TableName("APP", "It's");

    @Test
    void what_is_guarded_is_told_as_a_person_would_write_it() {
        String statement = "CREATE TABLE \"APP\".\"It's\" (\"a\" NUMBER DEFAULT 1)";

        assertThat(GuardedStatement.plain(GuardedStatement.unlessThere(GuardedStatement.table(TABLE), statement)))
                .isEqualTo(statement);
        assertThat(GuardedStatement.plain(GuardedStatement.whereThere(GuardedStatement.table(TABLE), statement)))
                .isEqualTo(statement);
        assertThat(GuardedStatement.plain(
                        GuardedStatement.unlessThereOr(GuardedStatement.index(TABLE, "i"), 1408, statement)))
                .isEqualTo(statement);
        assertThat(GuardedStatement.plain("TRUNCATE TABLE \"a\"")).isEqualTo("TRUNCATE TABLE \"a\"");
    }

    @Test
    void no_literal_of_a_long_statement_is_longer_than_the_server_takes() {
        String statement = "CREATE TABLE \"APP\".\"It's\" (" + "\"ü😀'\" NUMBER, ".repeat(4_000) + ")";
        String guarded = GuardedStatement.unlessThere(GuardedStatement.table(TABLE), statement);

        assertThat(GuardedStatement.plain(guarded)).isEqualTo(statement);
        assertThat(guarded.split("TO_CLOB", -1))
                .allSatisfy(piece -> assertThat(piece.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThan(32_767));
    }
}
