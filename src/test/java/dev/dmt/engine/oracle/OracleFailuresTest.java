package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleFailuresTest {
    private final OracleFailures failures = new OracleFailures();

    @ParameterizedTest
    @CsvSource({
        "1, DATA",
        "1400, DATA",
        "12899, DATA",
        "1438, DATA",
        "2291, DATA",
        "2292, DATA",
        "942, DATA",
        "1017, AUTHENTICATION",
        "28000, AUTHENTICATION",
        "28001, AUTHENTICATION",
        "1031, PERMISSION",
        "1950, PERMISSION",
        "12541, UNREACHABLE",
        "12170, UNREACHABLE",
        "17002, UNREACHABLE",
        "12514, CONFIG",
        "12505, CONFIG",
        "1652, STORAGE_FULL",
        "1653, STORAGE_FULL",
        "1536, STORAGE_FULL",
        "30036, STORAGE_FULL",
        "60, TRANSIENT",
        "54, TRANSIENT",
        "1555, TRANSIENT",
        "3113, TRANSIENT",
        "8177, TRANSIENT",
        "1013, TRANSIENT",
        "12838, TRANSIENT",
        "17008, TRANSIENT",
        "17004, INTERNAL"
    })
    void each_number_has_its_meaning(int number, ErrorCode meaning) {
        assertThat(failures.meaning(error(number, "ORA"))).isEqualTo(meaning);
    }

    @Test
    void a_refused_row_is_told_by_its_column_and_without_its_value() {
        SQLException tooLong = error(
                12899, "ORA-12899: value too large for column \"APP\".\"ORDERS\".\"STATE\" (actual: 11, maximum: 10)");

        DmtException failure = new JdbcErrors(failures).during(tooLong, "loading", ErrorContext.NONE);

        assertThat(failure).hasMessage("loading failed: a value is too long for its column (ORA-12899)");
        assertThat(failure.context().where())
                .containsEntry("table", "APP.ORDERS")
                .containsEntry("column", "STATE");
    }

    @Test
    void a_value_in_the_servers_words_never_leaves() {
        SQLException quoted = error(1722, "ORA-01722: unable to convert string value containing 's3cret' to a number");

        DmtException failure = new JdbcErrors(failures).during(quoted, "loading", ErrorContext.NONE);

        assertThat(failure.toString()).doesNotContain("s3cret");
        assertThat(String.valueOf(failure.getCause())).doesNotContain("s3cret");
        assertThat(new JdbcErrors(failures).reason(quoted)).doesNotContain("s3cret");
    }

    @Test
    void a_constraint_is_named() {
        SQLException parent =
                error(2291, "ORA-02291: integrity constraint (APP.EGG_HEN) violated - parent key not found");

        assertThat(failures.place(parent, ErrorContext.NONE).where()).containsEntry("constraint", "APP.EGG_HEN");
    }

    @Test
    void an_old_snapshot_is_told_as_what_it_is() {
        DmtException failure = new JdbcErrors(failures)
                .during(
                        error(1555, "ORA-01555: snapshot too old: rollback segment number 4"),
                        "reading",
                        ErrorContext.NONE);

        assertThat(failure.code()).isEqualTo(ErrorCode.TRANSIENT);
        assertThat(failure.context().hint().orElse("")).contains("UNDO_RETENTION");
    }

    @Test
    void what_dmt_itself_refuses_is_the_rows_fault() {
        SQLException refusal = new RowRefusal("name", "the text is empty, which Oracle keeps as NULL");

        assertThat(failures.meaning(refusal)).isEqualTo(ErrorCode.DATA);
        assertThat(new JdbcErrors(failures).reason(refusal))
                .isEqualTo("column name: the text is empty, which Oracle keeps as NULL");
    }

    private static SQLException error(int number, String message) {
        return new SQLException(message, "72000", number);
    }
}
