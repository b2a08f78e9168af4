package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNumberTest {
    private final MssqlFailures failures = new MssqlFailures();

    @ParameterizedTest
    @CsvSource({
        "18456, AUTHENTICATION",
        "229, PERMISSION",
        "262, PERMISSION",
        "4060, CONFIG",
        "911, CONFIG",
        "1205, TRANSIENT",
        "1222, TRANSIENT",
        "3960, TRANSIENT",
        "40613, TRANSIENT",
        "233, TRANSIENT",
        "1105, STORAGE_FULL",
        "9002, STORAGE_FULL",
        "2627, DATA",
        "547, DATA",
        "515, DATA",
        "8152, DATA",
        "2628, DATA",
        "1785, DATA",
        "208, DATA"
    })
    void means_what_an_orchestrator_must_know(int number, ErrorCode expected) {
        assertThat(failures.meaning(new SQLException("words", "S0001", number))).isEqualTo(expected);
    }

    @Test
    void a_lost_connection_may_be_tried_again() {
        assertThat(failures.meaning(new SQLException("the connection is closed", "08S01")))
                .isEqualTo(ErrorCode.TRANSIENT);
        assertThat(failures.meaning(new SQLException("read timed out"))).isEqualTo(ErrorCode.TRANSIENT);
    }

    @Test
    void tells_no_values_of_a_row() {
        SQLException duplicate = new SQLException(
                "Violation of PRIMARY KEY constraint 'people_pkey'. Cannot insert duplicate key in object 'dbo.people'."
                        + " The duplicate key value is (secret).",
                "23000",
                2627);

        assertThat(failures.discreetly(duplicate)).contains("two rows have the same key");
        assertThat(failures.place(duplicate, ErrorContext.NONE).where()).containsEntry("constraint", "people_pkey");
        assertThat(failures.discreetly(new SQLException(
                        "String or binary data would be truncated in table 't', column 'c'."
                                + " Truncated value: 'secret'.",
                        "S0001",
                        2628)))
                .contains("a value is longer than its column");
    }

    @Test
    void names_the_column_of_an_error_that_quotes_no_value() {
        SQLException missing = new SQLException(
                "Cannot insert the value NULL into column 'name', table 'app.dbo.people'; column does not allow nulls.",
                "23000",
                515);

        assertThat(failures.discreetly(missing)).isEmpty();
        assertThat(failures.place(missing, ErrorContext.NONE).where()).containsEntry("column", "name");
    }

    @Test
    void a_refused_value_shows_through_what_the_driver_makes_of_it() {
        SQLException wrapped = new SQLException(
                "unable to retrieve", new SQLException(new RefusedValueException("price", "SQL Server has no NaN")));

        assertThat(failures.meaning(wrapped)).isEqualTo(ErrorCode.DATA);
        assertThat(failures.discreetly(wrapped)).contains("column price: SQL Server has no NaN");
    }

    @Test
    void knows_who_has_lost_a_race() {
        assertThat(failures.isContention(new SQLException("deadlock victim", "40001", 1205)))
                .isTrue();
        assertThat(failures.isContention(new SQLException("duplicate", "23000", 2627)))
                .isTrue();
        assertThat(failures.isContention(new SQLException("no such table", "S0002", 208)))
                .isFalse();
        assertThat(failures.isMissingTable(new SQLException("no such table", "S0002", 208)))
                .isTrue();
    }
}
