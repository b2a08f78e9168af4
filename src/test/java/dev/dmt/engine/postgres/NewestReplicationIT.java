package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL 18 and newer have. */
class NewestReplicationIT {
    private static final ReplicatedType INTEGER = new ReplicatedType.Plain("integer", "int4");

    private final DatabaseConfig config = TestPostgres.newest().freshDatabase();
    private final PostgresTarget target = PostgresTarget.open(config, 1);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void virtual_columns_and_promises_that_older_rows_may_break_are_told_apart() {
        execute(
                config,
                "CREATE TABLE t (n integer, v integer GENERATED ALWAYS AS (n * 2) VIRTUAL)",
                "ALTER TABLE t ADD CONSTRAINT not_null NOT NULL n NOT VALID");
        assertThat(table("t").columns())
                .containsExactly(
                        new ReplicatedColumn("n", INTEGER, true, Generation.NONE),
                        new ReplicatedColumn("v", INTEGER, true, Generation.VIRTUAL));
        execute(config, "ALTER TABLE t VALIDATE CONSTRAINT not_null");
        assertThat(table("t").columns().get(0)).isEqualTo(new ReplicatedColumn("n", INTEGER, false, Generation.NONE));
    }

    @Test
    void keys_over_periods_and_foreign_keys_that_nobody_enforces_count() {
        execute(
                config,
                "CREATE TABLE t (r int4range, s int4range, PRIMARY KEY (r, s WITHOUT OVERLAPS))",
                "CREATE TABLE a (id integer PRIMARY KEY)",
                "CREATE TABLE b (a integer CONSTRAINT to_a REFERENCES a NOT ENFORCED)");
        assertThat(table("t").primaryKey()).hasValue(new Key("t_pkey", List.of("r", "s")));
        assertThat(table("b").foreignKeys()).extracting(ForeignKey::name).containsExactly("to_a");
    }

    private ReplicatedTable table(String name) {
        return target.replication().orElseThrow().tables(List.of("public")).stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
