package dev.dmt.engine.postgres;

import static dev.dmt.engine.ValueQuestion.Risk.BEYOND_CALENDAR;
import static dev.dmt.engine.ValueQuestion.Risk.BEYOND_SAFE_INTEGER;
import static dev.dmt.engine.ValueQuestion.Risk.BEYOND_SAFE_MOMENT;
import static dev.dmt.engine.ValueQuestion.Risk.LOSES_DIGITS;
import static dev.dmt.engine.ValueQuestion.Risk.NOT_FINITE;
import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "oldest"})
class ValueCountsIT {
    private static final TableName TABLE = new TableName("public", "T \"t");

    private final DatabaseConfig config;
    private final PostgresTarget target;

    ValueCountsIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        target = PostgresTarget.open(config, 2);
    }

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void whole_numbers_beyond_what_a_client_can_hold() {
        values("bigint", "0", "9007199254740991", "-9007199254740991", "NULL");
        assertThat(count(BEYOND_SAFE_INTEGER)).isZero();
        values("bigint", "9007199254740992", "-9007199254740992", "9223372036854775807", "-9223372036854775808", "1");
        assertThat(count(BEYOND_SAFE_INTEGER)).isEqualTo(4);
        values("numeric", "9007199254740991", "9007199254740992", "-1e400", "9007199254740993.5", "'NaN'", "0.1");
        assertThat(count(BEYOND_SAFE_INTEGER)).isEqualTo(3);
        values("numeric", "'Infinity'", "'-Infinity'");
        assertThat(count(BEYOND_SAFE_INTEGER)).isZero();
    }

    @Test
    void numbers_that_change_on_their_way_through_a_double() {
        values("numeric", "0", "0.1", "-0.10", "1e20", "9007199254740992", "5e-324", "1.7976931348623157e308", "NULL");
        assertThat(count(LOSES_DIGITS)).isZero();
        values("numeric", "'NaN'", "'Infinity'", "'-Infinity'", "-999999999.999999", "0.0000000000000000");
        assertThat(count(LOSES_DIGITS)).isZero();
        values("numeric", "1234567890123456.7891", "9007199254740993", "0.1000000000000000055511151231257827");
        assertThat(count(LOSES_DIGITS)).isEqualTo(3);
        values("numeric", "1e309", "-1e400", "1.7976931348623158e308", "1e-324", "-1e-400", "4.94e-324", "2.5e-324");
        assertThat(count(LOSES_DIGITS)).isEqualTo(7);
        // A double can hold the first, but is then written as 1234567890123456.8.
        values("numeric(20,4)", "1234567890123456.7500", "123456789012345.7500");
        assertThat(count(LOSES_DIGITS)).isEqualTo(1);
    }

    @Test
    void numbers_that_are_none() {
        for (String type : List.of("double precision", "real", "numeric")) {
            values(type, "'NaN'", "'Infinity'", "'-Infinity'", "1.5", "NULL");
            assertThat(count(NOT_FINITE)).as(type).isEqualTo(3);
        }
    }

    @Test
    void dates_and_moments_that_no_client_can_hold() {
        values("date", "'infinity'", "'-infinity'", "'275760-09-13'", "'275760-09-14'", "'4713-01-01 BC'", "NULL");
        assertThat(count(BEYOND_CALENDAR)).isEqualTo(3);
        for (String type : List.of("timestamp", "timestamptz")) {
            values(
                    type,
                    "'infinity'",
                    "'-infinity'",
                    "'275760-09-13 00:00:00+00'",
                    "'275760-09-13 00:00:00.000001+00'",
                    "'4713-01-01 00:00:00+00 BC'");
            assertThat(count(BEYOND_CALENDAR)).as(type).isEqualTo(3);
        }
    }

    @Test
    void days_whose_milliseconds_no_double_counts_are_told_from_the_infinite_ones() {
        values("date", "'infinity'", "'-infinity'", "'287396-10-12'", "'287396-10-13'", "'5874897-12-31'", "NULL");
        assertThat(count(BEYOND_SAFE_MOMENT)).isEqualTo(2);
        for (String type : List.of("timestamp", "timestamptz")) {
            values(
                    type,
                    "'infinity'",
                    "'-infinity'",
                    "'287396-10-12 08:59:00.991+00'",
                    "'287396-10-12 08:59:00.992+00'",
                    "'294276-12-31 23:59:59+00'");
            assertThat(count(BEYOND_SAFE_MOMENT)).as(type).isEqualTo(2);
        }
    }

    @Test
    void values_of_other_types_are_at_no_risk() {
        values("text", "'NaN'", "'infinity'", "'9007199254740993'");
        assertThat(countAll()).containsExactly(0L, 0L, 0L, 0L, 0L);
        values("bigint[]", "'{9007199254740993}'");
        assertThat(countAll()).containsExactly(0L, 0L, 0L, 0L, 0L);
        values("numeric[]", "'{NaN,0.1000000000000000055511151231257827}'");
        assertThat(countAll()).containsExactly(0L, 0L, 0L, 0L, 0L);
        values("jsonb", "'9007199254740993'");
        assertThat(countAll()).containsExactly(0L, 0L, 0L, 0L, 0L);
        execute(config, "CREATE TYPE date AS ENUM ('infinity')");
        values("public.date", "'infinity'");
        assertThat(countAll()).containsExactly(0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void domains_hold_what_is_below_them() {
        execute(config, "CREATE DOMAIN a AS numeric CHECK (VALUE IS NOT NULL)", "CREATE DOMAIN b AS a");
        values("b", "'NaN'", "9007199254740993", "1e400");
        assertThat(countAll()).containsExactly(2L, 2L, 1L, 0L, 0L);
    }

    @Test
    void there_may_be_more_questions_than_columns_in_a_row() {
        String columns = IntStream.range(0, 900)
                .mapToObj(i -> "c" + i + " numeric")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        execute(config, "CREATE TABLE wide (" + columns + ")", "INSERT INTO wide (c0, c899) VALUES ('NaN', 1e400)");
        List<ValueQuestion> questions = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            questions.add(new ValueQuestion("c" + i, NOT_FINITE));
            questions.add(new ValueQuestion("c" + i, LOSES_DIGITS));
        }
        List<Long> counts = replication().count(new TableName("public", "wide"), questions);
        assertThat(counts).hasSize(1800).startsWith(1L, 0L).endsWith(0L, 1L);
        assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    }

    @Test
    void a_column_that_is_gone_is_said_and_so_is_a_table_that_may_not_be_read() {
        values("numeric", "1");
        assertThatThrownBy(() -> replication().count(TABLE, List.of(new ValueQuestion("gone", NOT_FINITE))))
                .hasMessageContaining("no column gone")
                .asInstanceOf(type(DmtException.class))
                .extracting(DmtException::code)
                .isEqualTo(ErrorCode.DATA);
        String role = config.database() + "_stranger";
        execute(config, "CREATE ROLE " + role + " LOGIN");
        try (PostgresTarget stranger = PostgresTarget.open(TestPostgres.withUser(config, role, ""), 1)) {
            ReplicationCatalog theirs = stranger.replication().orElseThrow();
            assertThatThrownBy(() -> theirs.count(TABLE, List.of(new ValueQuestion("V v", NOT_FINITE))))
                    .hasMessageContaining("T \"t")
                    .asInstanceOf(type(DmtException.class))
                    .extracting(DmtException::code)
                    .isEqualTo(ErrorCode.PERMISSION);
        } finally {
            execute(config, "DROP ROLE " + role);
        }
    }

    private void values(String type, String... values) {
        execute(
                config,
                "DROP TABLE IF EXISTS public.\"T \"\"t\"",
                "CREATE TABLE public.\"T \"\"t\" (\"V v\" " + type + ")",
                "INSERT INTO public.\"T \"\"t\" VALUES ("
                        + String.join("), (", Stream.of(values).toList()) + ")");
    }

    private long count(Risk risk) {
        return replication()
                .count(TABLE, List.of(new ValueQuestion("V v", risk)))
                .get(0);
    }

    private List<Long> countAll() {
        return replication()
                .count(
                        TABLE,
                        Stream.of(BEYOND_SAFE_INTEGER, LOSES_DIGITS, NOT_FINITE, BEYOND_SAFE_MOMENT, BEYOND_CALENDAR)
                                .map(risk -> new ValueQuestion("V v", risk))
                                .toList());
    }

    private ReplicationCatalog replication() {
        return target.replication().orElseThrow();
    }
}
