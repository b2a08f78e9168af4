package dev.dmt.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdbcErrorsTest {
    private static final String SECRET = "4711-geheim";
    private static final DatabaseConfig CONFIG = new DatabaseConfig(
            EngineName.POSTGRES,
            Optional.empty(),
            "db.example",
            5433,
            "app",
            "me",
            Secret.of(SECRET),
            "",
            Optional.empty(),
            SnapshotMode.AUTO,
            Map.of());

    private final JdbcErrors errors = new JdbcErrors(new SomeFailures());

    @Test
    void a_failure_says_what_was_done_why_it_failed_and_how_to_look_it_up() {
        DmtException failure = errors.during(
                new SQLException("deadlock\nfound", "40001", 1213),
                "loading orders",
                ErrorContext.at("unit", "orders"));
        assertThat(failure).hasMessage("loading orders failed: deadlock found (SQLSTATE 40001, error 1213)");
        assertThat(failure.code()).isEqualTo(ErrorCode.TRANSIENT);
        assertThat(failure.context().where()).containsEntry("unit", "orders");
        assertThat(failure.context().hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("run the same again"));
    }

    @Test
    void the_values_of_a_row_are_neither_in_the_message_nor_in_what_hangs_on_it() {
        SQLException bad = new SQLException("Duplicate entry '" + SECRET + "'", "23000", 1062);
        bad.setNextException(new SQLException("and '" + SECRET + "' again", "23000", 1062));
        DmtException failure = errors.during(bad, "loading", ErrorContext.NONE);
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure).hasMessageContaining("a key occurs more than once").hasStackTraceContaining("error 1062");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(stackTrace(failure)).doesNotContain(SECRET);
        assertThat(errors.reason(bad)).contains("a key occurs more than once").doesNotContain(SECRET);
    }

    private static String stackTrace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void what_follows_an_exception_hangs_on_the_failure() {
        SQLException first = new SQLException("a batch failed", "HY000");
        first.setNextException(new SQLException("since the table is gone", "42S02"));
        DmtException failure = errors.during(first, "loading", ErrorContext.NONE);
        assertThat(failure.getCause()).isSameAs(first);
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(next -> assertThat(next).hasMessage("since the table is gone"));
    }

    @Test
    void a_connection_that_may_come_is_unreachable_and_the_pools_words_are_seen_through() {
        SQLException root = new SQLException("Connection refused", "08001");
        SQLException pool = new SQLTransientConnectionException("Connection is not available", root);
        DmtException failure = errors.connecting(pool, CONFIG);
        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(failure).hasMessageContaining("Connection refused").hasMessageContaining("db.example:5433");
        assertThat(failure.context().where()).containsEntry("port", "5433");
        assertThat(errors.gaveUp(failure, 3, CONFIG)).hasMessageContaining("tried 3 times");
        assertThat(stackTrace(failure)).doesNotContain(SECRET);
    }

    @Test
    void a_wrong_password_is_one() {
        DmtException failure = errors.connecting(new SQLException("denied", "28000"), CONFIG);
        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(failure.context().hint()).hasValue("check user and password");
    }

    /** Few words, as many engines have them. */
    private static final class SomeFailures implements SqlFailures {
        @Override
        public ErrorCode meaning(SQLException e) {
            return switch (JdbcErrors.state(e)) {
                case "23000", "42S02" -> ErrorCode.DATA;
                case "28000" -> ErrorCode.AUTHENTICATION;
                case "40001", "08001" -> ErrorCode.TRANSIENT;
                default -> ErrorCode.INTERNAL;
            };
        }

        @Override
        public Optional<String> discreetly(SQLException e) {
            return JdbcErrors.state(e).equals("23000") ? Optional.of("a key occurs more than once") : Optional.empty();
        }

        @Override
        public boolean isMissingTable(SQLException e) {
            return JdbcErrors.state(e).equals("42S02");
        }

        @Override
        public boolean isContention(SQLException e) {
            return JdbcErrors.state(e).equals("40001");
        }
    }
}
