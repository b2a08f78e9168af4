package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several schemas in one run: kept, mapped, joined, with keys between them and names that meet. */
class SeveralSchemasIT {
    private static final String[] SOURCE = {
        "CREATE SCHEMA sales",
        "CREATE SCHEMA hr",
        "CREATE SCHEMA other",
        "CREATE SEQUENCE sales.numbers INCREMENT BY 5 START WITH 100 CACHE 1",
        "CREATE SEQUENCE hr.down INCREMENT BY -1 MINVALUE -50 MAXVALUE 9 START WITH 9 CYCLE",
        "CREATE TABLE hr.people (id serial PRIMARY KEY, name text CONSTRAINT named CHECK (name <> ''))",
        "CREATE TABLE sales.orders (id bigint DEFAULT nextval('sales.numbers') CONSTRAINT orders_key PRIMARY KEY,"
                + " person integer CONSTRAINT seller REFERENCES hr.people ON DELETE SET NULL, day date, qty integer)",
        "CREATE TABLE hr.orders (id integer PRIMARY KEY, parent bigint CONSTRAINT ordered REFERENCES sales.orders)",
        "CREATE TABLE other.ignored (id integer PRIMARY KEY REFERENCES hr.people)",
        "CREATE INDEX by_day ON sales.orders (day) INCLUDE (qty)",
        "COMMENT ON TABLE sales.orders IS 'it''s sold'",
        "COMMENT ON COLUMN hr.people.name IS 'as on the badge'",
        "CREATE VIEW sales.overview AS SELECT * FROM hr.people",
        "INSERT INTO hr.people (name) SELECT 'p' || i FROM generate_series(1, 30) AS i",
        "INSERT INTO sales.orders (person, day) SELECT i % 30 + 1, date '2020-01-01' + i FROM generate_series(1, 90) AS i",
        "INSERT INTO hr.orders SELECT i, 100 + 5 * i FROM generate_series(1, 40) AS i",
        "INSERT INTO other.ignored VALUES (1)",
        "SELECT nextval('hr.down')"
    };

    @TempDir
    Path folder;

    @Test
    void each_schema_keeps_its_name() {
        PostgresMigration migration = moved("schemas: [sales, hr]", "", "large_table_rows: 25");

        assertSame(migration, "sales.orders", "sales.orders");
        assertSame(migration, "hr.people", "hr.people");
        assertSame(migration, "hr.orders", "hr.orders");
        assertThat(migration.ask("SELECT to_regclass('other.ignored') IS NULL")).containsExactly("t");
        assertThat(migration.ask("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"
                        + " ORDER BY 1"))
                .containsExactly(
                        "ordered|FOREIGN KEY (parent) REFERENCES sales.orders(id)",
                        "seller|FOREIGN KEY (person) REFERENCES hr.people(id) ON DELETE SET NULL");
        assertThat(migration.ask("SELECT conname FROM pg_constraint WHERE conrelid::regclass::text IN"
                        + " ('sales.orders', 'hr.people') AND contype IN ('p', 'c') ORDER BY 1"))
                .containsExactly("named", "orders_key", "people_pkey");
        assertThat(migration.ask("INSERT INTO sales.orders (day) VALUES (NULL) RETURNING id"))
                .containsExactly("550");
        assertThat(migration.ask("SELECT nextval('hr.down')")).containsExactly("8");
        assertThat(migration.ask("SELECT increment_by, min_value, max_value, cycle FROM pg_sequences"
                        + " WHERE sequencename = 'down'"))
                .containsExactly("-1|-50|9|t");
        assertThat(migration.ask("SELECT obj_description('sales.orders'::regclass),"
                        + " col_description('hr.people'::regclass, 2)"))
                .containsExactly("it's sold|as on the badge");
        assertThat(migration.ask("SELECT indexdef FROM pg_indexes WHERE indexname = 'by_day'"))
                .containsExactly("CREATE INDEX by_day ON sales.orders USING btree (day) INCLUDE (qty)");
        assertThat(migration.report()).contains("sales.overview", "sales.orders", "hr.orders");
        DmtProcess.Result units = migration.dmt("units", "--lane", "large");
        assertThat(units.out()).contains("sales.orders.p01", "hr.orders.p02").doesNotContain("\"orders.p01\"");
    }

    @Test
    void all_schemas_are_one_word_and_the_map_sends_two_into_one() {
        PostgresMigration migration = moved(
                "schema: \"*\"",
                "",
                "schema_map: { sales: crm, hr: crm }",
                "rename_tables: { hr.people: persons }",
                "exclude_tables: [other.*]");

        assertSame(migration, "sales.orders", "crm.orders_2");
        assertSame(migration, "hr.orders", "crm.orders");
        assertSame(migration, "hr.people", "crm.persons");
        assertThat(migration.ask("SELECT count(*) FROM pg_class WHERE relnamespace = 'crm'::regnamespace"
                        + " AND relkind = 'r' AND relname NOT LIKE 'dmt%'"))
                .containsExactly("3");
        assertThat(migration.report()).contains("the target calls it orders_2");
    }

    @Test
    void a_table_is_chosen_with_its_schema_or_without() {
        PostgresMigration migration = migration("schemas: [sales, hr]", "schema: joined")
                .config(
                        "include_tables: [hr.*, orders]",
                        "types: { people.name: text(40), sales.orders.qty: integer(64) }");
        for (String step : List.of("extract-schema", "plan", "create-tables")) {
            done(migration.dmt("step", step));
        }
        done(migration.dmt("step", "transfer", "--table", "sales.*"));
        assertThat(migration.ask("SELECT (SELECT count(*) FROM joined.orders), (SELECT count(*) FROM joined.orders_2)"))
                .containsExactly("0|90");
        done(migration.dmt("run"));
        assertThat(migration.ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                        + " WHERE attname IN ('name', 'qty') AND attrelid::regclass::text LIKE 'joined.%' ORDER BY 1"))
                .containsExactly("bigint", "character varying(40)");
    }

    @Test
    void the_schemas_that_are_read_are_never_written() {
        DatabaseConfig database = TestPostgres.newest().freshDatabase();
        PostgresMigration migration = PostgresMigration.between(folder, database, database)
                .source(SOURCE)
                .schemaKeys("schemas: [sales, hr]", "")
                .config();
        DmtProcess.Result refused = migration.dmt("run", "--yes");
        assertThat(refused.exitStatus()).as(refused.err()).isEqualTo(78);
        assertThat(migration.ask("SELECT count(*) FROM sales.orders")).containsExactly("90");

        migration.config("schema_map: { \"*\": copy }");
        done(migration.dmt("run", "--run-id", "copied"));
        assertThat(migration.ask("SELECT count(*) FROM copy.orders_2")).containsExactly("90");
    }

    @Test
    void a_schema_that_is_not_there_is_named() {
        PostgresMigration migration = migration("schemas: [sales, nowhere]", "").config();
        DmtProcess.Result refused = migration.dmt("run");
        assertThat(refused.exitStatus()).isEqualTo(78);
        assertThat(refused.err()).contains("the source has no schema nowhere", "source.schemas");
    }

    private PostgresMigration moved(String source, String target, String... lines) {
        PostgresMigration migration = migration(source, target).config(lines);
        done(migration.dmt("run"));
        done(migration.dmt("validate", "--checksum"));
        return migration;
    }

    private PostgresMigration migration(String source, String target) {
        return PostgresMigration.between(folder, "newest", "newest")
                .source(SOURCE)
                .schemaKeys(source, target);
    }

    private static void assertSame(PostgresMigration migration, String from, String to) {
        assertThat(migration.ask(PostgresMigration.rows(to)))
                .as(from)
                .isNotEmpty()
                .isEqualTo(migration.askSource(PostgresMigration.rows(from)));
    }

    private static void done(DmtProcess.Result result) {
        assertThat(result.exitStatus()).as(result.err()).isZero();
    }
}
