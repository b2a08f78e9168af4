package dev.dmt.engine.sqlite;

import static dev.dmt.engine.sqlite.SqliteFixture.policies;
import static dev.dmt.engine.sqlite.SqliteFixture.rowid;
import static dev.dmt.engine.sqlite.SqliteFixture.run;
import static dev.dmt.engine.sqlite.SqliteFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.BadTextPolicy;
import dev.dmt.config.MisfitPolicy;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteTypesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("app.db");
    }

    private record Decided(ColumnReading reading, ColumnProfile profile, List<String> values) {}

    private Decided decide(String type, String inserted, String override, MisfitPolicy misfit, BadTextPolicy badText) {
        run(file, "DROP TABLE IF EXISTS t", "CREATE TABLE t(c " + type + ")");
        if (!inserted.isEmpty()) {
            run(file, "INSERT INTO t VALUES " + inserted);
        }
        Table table = table("t", rowid(), "c " + type);
        try (SourceDatabase source = SqliteFixture.open(file)) {
            TableProfile profile = source.profile(table);
            ColumnReading reading = source.types()
                    .read(
                            table,
                            table.columns().get(0),
                            profile.columns().get(0),
                            override.isEmpty() ? Optional.empty() : Optional.of(LogicalType.parse(override)),
                            policies(misfit, badText));
            TableRead read =
                    new TableRead(table.name(), List.of(new ColumnRead("c", reading.type(), reading.form())), rowid());
            List<String> values =
                    reading.problem().isEmpty() ? SqliteFixture.rows(source, read, KeyRange.ALL) : List.of();
            return new Decided(reading, profile.columns().get(0), values);
        }
    }

    private Decided decide(String type, String values) {
        return decide(type, values, "", MisfitPolicy.FAIL, BadTextPolicy.FAIL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER | (1), (NULL) | integer(64) | as_is",
                "SMALLINT | (9223372036854775807) | integer(64) | as_is",
                "REAL | (1), (1.5), (9e999) | float(64) | as_is",
                "DOUBLE PRECISION | (1) | float(64) | as_is",
                "NUMERIC | (1), (1.25) | decimal | as_is",
                "DECIMAL(5,2) | (999.99), (-0.01), (7) | decimal(5,2) | as_is",
                "DECIMAL(5,2) | (1000) | decimal | as_is",
                "DECIMAL(5,2) | (1.234) | decimal | as_is",
                "DECIMAL(5,2) | (9e999) | decimal | as_is",
                "NUMERIC(3) | (999), (-999) | decimal(3,0) | as_is",
                "BOOLEAN | (0), (1), ('true'), ('F'), ('yes') | boolean | as_is",
                "BOOLEAN | (0), (2) | integer(64) | as_is",
                "BOOLEAN | (0), ('maybe') | text | any_as_text",
                "DATE | ('2024-02-29'), ('0001-01-01') | date | iso_date",
                "DATE | ('2024-02-29'), ('today') | text | as_is",
                "DATE | ('2024-02-30') | text | as_is",
                "DATETIME | ('2024-02-29') | timestamp | iso_date",
                "DATETIME | ('2024-02-29 10:00') | timestamp | iso_timestamp",
                "DATETIME | ('2024-02-29 10:00'), ('2024-02-29') | text | as_is",
                "TIMESTAMP | ('2024-02-29T10:00:00Z'), ('2024-02-29T10:00:00+02:00') | timestamp with zone | iso_timestamp_zoned",
                "TIMESTAMP | (1700000000), (0) | timestamp with zone | epoch_seconds",
                "TIMESTAMP | (1700000000.25) | timestamp with zone | epoch_seconds",
                "DATETIME | (1700000000000) | timestamp with zone | epoch_millis",
                "DATETIME | (1700000000000000) | timestamp with zone | epoch_micros",
                "DATETIME | (2460000.5), (2460001) | timestamp with zone | julian_day",
                "DATETIME | (20240131) | integer(64) | as_is",
                "DATETIME | (1700000000), ('2024-01-01') | text | any_as_text",
                "TIME | ('10:00'), ('23:59:59.5') | time | iso_time",
                "JSON | ('{\"a\":1}'), ('[1]'), ('null'), (12) | jsonb | any_as_text",
                "JSON | ('{\"a\":\"\\u0000\"}') | json | as_is",
                "JSON | ('[\"\\ud800\"]') | json | as_is",
                "JSON | ('[\"\\ud83d\\ude00\"]') | jsonb | as_is",
                "JSON | ('[1e99999]') | json | as_is",
                "JSON | ('{a:1}') | text | as_is",
                "JSON | ('{} {}') | text | as_is",
                "JSON | ('') | text | as_is",
                "UUID | ('550E8400-E29B-41D4-A716-446655440000') | uuid | as_is",
                "GUID | (x'550e8400e29b41d4a716446655440000') | uuid | blob_uuid",
                "UUID | ('not-one') | text | as_is",
                "VARCHAR(3) | ('abc'), ('日本語') | text(3) | as_is",
                "VARCHAR(3) | ('abcd') | text | as_is",
                "TEXT | (7) | text | as_is",
                "STRING | (7), ('x') | text | any_as_text",
                "BLOB | (x'00'), ('text') | binary | as_is",
                "ANY | (1) | integer(64) | as_is",
                "ANY | (1), (1.5) | float(64) | as_is",
                "ANY | (9007199254740993), (0.5) | decimal | as_is",
                "ANY | ('x'), (x'00') | binary | as_is",
                "ANY | ('x'), (1) | text | any_as_text",
                "FANTASY | ('x') | text | as_is",
            })
    void the_type_follows_from_declaration_and_data(String declared, String values, String type, String form) {
        Decided decided = decide(declared, values);
        assertThat(decided.reading().problem()).isEmpty();
        assertThat(decided.reading().type()).hasToString(type);
        assertThat(decided.reading().form()).isEqualTo(form);
        assertThat(decided.values()).noneMatch(value -> value.startsWith("bad"));
        if (type.equals("text") && declared.startsWith("DATE")) {
            assertThat(decided.reading().widened()).isTrue();
            assertThat(decided.reading().notes()).anyMatch(note -> note.contains("not all written in one style"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, integer(64)", "DATE, date", "DATETIME, timestamp", "TIME, time", "BOOLEAN, boolean", "JSON, jsonb",
        "UUID, uuid", "BLOB, binary", "'', text", "INTERVAL, text", "REAL, float(64)", "'DECIMAL(5,2)', 'decimal(5,2)'",
        "'DECIMAL(0,0)', decimal", "UNSIGNED BIG INT, integer(64)", "NVARCHAR(9), text(9)", "POINT, text"
    })
    void an_empty_column_is_what_it_says(String declared, String type) {
        ColumnReading reading = decide(declared, "").reading();
        assertThat(reading.problem()).isEmpty();
        assertThat(reading.type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER | (1), ('x'), (2) | 1 | text | 1,x,2",
                "INTEGER | (1), (1.5) | 1 | decimal | 1,1.5",
                "INTEGER | (1), (9.3e18), (9e999) | 2 | decimal | 1,9300000000000000000,Infinity",
                "INTEGER | (1), (x'00') | 1 | binary | 31,00",
                "REAL | (1.5), ('x') | 1 | text | 1.5,x",
                "NUMERIC | (1), ('x') | 1 | text | 1,x",
                "TEXT | ('a'), (x'00') | 1 | binary | 61,00",
                "BLOB | (x'61'), (1) | 1 | binary | 61,31",
            })
    void misfits_stop_the_plan_or_go_as_the_policy_says(
            String declared, String values, long misfits, String wide, String widened) {
        ColumnReading failed = decide(declared, values).reading();
        assertThat(failed.misfits()).isEqualTo(misfits);
        assertThat(failed.problem())
                .contains("table t, column c", "declared as " + declared, misfits + " of ", "rowid 2", "on_misfit");
        Decided wider = decide(declared, values, "", MisfitPolicy.WIDEN, BadTextPolicy.FAIL);
        assertThat(wider.reading().type()).hasToString(wide);
        assertThat(wider.reading().widened()).isTrue();
        assertThat(wider.values()).containsExactly(widened.split(",", -1));
        Decided nulled = decide(declared, values, "", MisfitPolicy.NULL, BadTextPolicy.FAIL);
        assertThat(nulled.reading().form()).endsWith(";null");
        assertThat(nulled.values().stream().filter("null"::equals)).hasSize((int) misfits);
        assertThat(nulled.reading().notes()).anyMatch(note -> note.startsWith("LOSSY"));
        Decided rejected = decide(declared, values, "", MisfitPolicy.REJECT, BadTextPolicy.FAIL);
        assertThat(rejected.reading().form()).endsWith(";reject");
        assertThat(rejected.values().stream().filter(value -> value.startsWith("bad")))
                .hasSize((int) misfits);
    }

    @Test
    void bad_text_stops_the_plan_or_goes_as_the_policy_says() {
        String values = "('fine'), (CAST(x'41ff' AS TEXT)), (CAST(x'4100' AS TEXT))";
        ColumnReading failed = decide("TEXT", values).reading();
        assertThat(failed.problem()).contains("2 of 3 texts", "rowid 2", "on_bad_text");
        assertThat(decide("TEXT", values, "", MisfitPolicy.FAIL, BadTextPolicy.STRIP)
                        .values())
                .containsExactly("fine", "A", "A");
        assertThat(decide("TEXT", values, "", MisfitPolicy.FAIL, BadTextPolicy.REPLACE)
                        .values())
                .containsExactly("fine", "A\ufffd", "A\ufffd");
        Decided binary = decide("TEXT", values, "", MisfitPolicy.FAIL, BadTextPolicy.BYTEA);
        assertThat(binary.reading().type()).hasToString("binary");
        assertThat(binary.values()).containsExactly("66696e65", "41ff", "4100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER | (0), (1) | boolean | 0,1",
                "INTEGER | (-32768), (32767) | integer(16) | -32768,32767",
                "TEXT | ('12'), ('-7') | integer(64) | 12,-7",
                "TEXT | ('1.50'), ('2e2') | decimal | 1.50,200",
                "TEXT | ('1.5') | float(64) | 1.5",
                "INTEGER | (1), (2) | text | 1,2",
                "TEXT | ('a') | binary | 61",
                "TEXT | ('1970-01-02') | date | 1",
                "INTEGER | (86400) | date | 1",
                "INTEGER | (1700000000) | timestamp with zone | 1700000000000000",
                "INTEGER | (1700000000123) | timestamp with zone | 1700000000123000",
                "TEXT | ('1970-01-01 00:00:01') | timestamp with zone | 1000000",
                "TEXT | ('10:00') | time | 36000000000",
                "BLOB | (x'550e8400e29b41d4a716446655440000') | uuid | 550e8400-e29b-41d4-a716-446655440000",
                "TEXT | ('{}') | json | {}",
                "TEXT | ('abc') | text(3) | abc",
            })
    void a_demanded_type_finds_its_form(String declared, String values, String type, String read) {
        Decided decided = decide(declared, values, type, MisfitPolicy.FAIL, BadTextPolicy.FAIL);
        assertThat(decided.reading().problem()).isEmpty();
        assertThat(decided.reading().type()).hasToString(type);
        assertThat(decided.values()).containsExactly(read.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INTEGER | (2) | boolean",
                "INTEGER | (40000) | integer(16)",
                "TEXT | ('12'), ('x') | integer(64)",
                "TEXT | ('2024-01-01'), ('n/a') | date",
                "TEXT | ('abcd') | text(3)",
                "TEXT | ('{') | jsonb",
                "TEXT | ('x') | uuid",
                "INTEGER | (9007199254740993) | float(64)",
                "TEXT | ('x') | unknown(geometry)",
            })
    void a_demanded_type_that_cannot_hold_the_values_is_a_problem(String declared, String values, String type) {
        assertThat(decide(declared, values, type, MisfitPolicy.FAIL, BadTextPolicy.FAIL)
                        .reading()
                        .problem())
                .contains("table t, column c")
                .contains("migration.types");
    }

    @Test
    void the_profile_counts_what_there_is() {
        ColumnProfile profile = decide("", "(1), (-5), (1.5), ('héé'), (x'0102030405'), (NULL), (NULL)")
                .profile();
        assertThat(profile.nulls()).isEqualTo(2);
        assertThat(profile.classes())
                .containsEntry("integer", 2L)
                .containsEntry("real", 1L)
                .containsEntry("text", 1L)
                .containsEntry("blob", 1L);
        assertThat(profile.minimum()).contains("-5");
        assertThat(profile.maximum()).contains("1");
        assertThat(profile.longest()).isEqualTo(5);
        assertThat(decide("REAL", "(0.0/0)").profile().nulls()).isEqualTo(1);
    }

    @Test
    void an_integer_that_looks_like_a_moment_stays_one_and_says_so() {
        run(file, "CREATE TABLE u(created_at INTEGER, total INTEGER)", "INSERT INTO u VALUES (1700000000, 1700000000)");
        Table table = table("u", rowid(), "created_at INTEGER", "total INTEGER");
        try (SourceDatabase source = SqliteFixture.open(file)) {
            TableProfile profile = source.profile(table);
            assertThat(profile.rows()).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                ColumnReading reading = source.types()
                        .read(
                                table,
                                table.columns().get(i),
                                profile.columns().get(i),
                                Optional.empty(),
                                policies(MisfitPolicy.FAIL, BadTextPolicy.FAIL));
                assertThat(reading.type()).hasToString("integer(64)");
                assertThat(reading.notes()).hasSize(i == 0 ? 1 : 0);
            }
        }
    }
}
