package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Engines;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is read from a source is of one moment; what it holds is described, or named as left behind. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class SnapshotContractIT {
    private final TestEngine engine;
    private final TestDatabase database;

    @TempDir
    private Path folder;

    SnapshotContractIT(TestEngine engine) {
        this.engine = engine;
        this.database = engine.fresh();
        database.execute(
                "CREATE TABLE " + t("items") + " (" + q("id") + " INTEGER NOT NULL PRIMARY KEY, " + q("label")
                        + " VARCHAR(40), " + q("price") + " DECIMAL(10,2) NOT NULL)",
                "CREATE TABLE " + t("other") + " (" + q("item") + " INTEGER, FOREIGN KEY (" + q("item")
                        + ") REFERENCES " + t("items") + " (" + q("id") + "))",
                "CREATE UNIQUE INDEX " + q("items_label") + " ON " + t("items") + " (" + q("label") + ")",
                "CREATE VIEW " + t("looker") + " AS SELECT * FROM " + t("items"));
        insert(1, 3);
    }

    private void insert(int from, int to) {
        for (int i = from; i <= to; i++) {
            database.execute("INSERT INTO " + t("items") + " VALUES (" + i + ", 'item " + i + "', " + i + ".50)");
        }
    }

    private String t(String table) {
        return database.table(table);
    }

    private String q(String name) {
        return database.dialect().quote(name);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_committed_later_is_not_seen_by_any_reader() {
        try (ContractSource source = ContractSource.open(engine, database, folder)) {
            TableRead read = source.reading("items");
            try (RowCursor before = source.source().reader().open(read, KeyRange.ALL)) {
                assertThat(before.next()).isTrue();
            }
            if (engine != TestEngine.SQLITE) {
                // A SQLite that is not in WAL mode keeps its writers out for as long.
                insert(4, 9);
                database.execute(
                        "UPDATE " + t("items") + " SET " + q("label") + " = 'changed' WHERE " + q("id") + " = 1");
            }
            assertThat(source.source().reader().count(read, KeyRange.ALL)).isEqualTo(3);
            assertThat(source.rows("items")).hasSize(3);
            assertThat(source.source().guarantee()).isNotBlank();
        }
        try (ContractSource later = ContractSource.open(engine, database, folder.resolve("later"))) {
            assertThat(later.rows("items")).hasSize(engine == TestEngine.SQLITE ? 3 : 9);
        }
    }

    @Test
    void tables_are_described_with_what_hangs_on_them_and_what_is_none_is_named() {
        try (ContractSource source = ContractSource.open(engine, database, folder)) {
            Table items = source.table("items");
            assertThat(items.columns()).extracting(Column::name).containsExactly("id", "label", "price");
            assertThat(items.columns()).extracting(Column::nullable).containsExactly(false, true, false);
            assertThat(items.primaryKey()).map(Key::columns).hasValue(List.of("id"));
            assertThat(items.indexes().stream().anyMatch(index -> index.unique())
                            || items.uniqueKeys().stream()
                                    .anyMatch(key -> key.columns().equals(List.of("label"))))
                    .isTrue();
            assertThat(source.table("other").foreignKeys()).singleElement().satisfies(key -> {
                assertThat(key.columns()).containsExactly("item");
                assertThat(key.referencedTable()).isEqualTo(items.name());
                assertThat(key.referencedColumns()).containsExactly("id");
            });
            assertThat(source.schema().omissions())
                    .extracting(Omission::toString)
                    .anyMatch(omission -> omission.contains("looker"));
            assertThat(source.schema().tables()).hasSize(2);
        }
    }

    @Test
    void a_source_and_a_target_of_one_place_know_each_other() {
        ContractTarget.requireBuilt(engine, database);
        String fingerprint;
        try (ContractSource source = ContractSource.open(engine, database, folder)) {
            fingerprint = source.source().fingerprint();
        }
        try (TestDatabase elsewhere = engine.fresh();
                TargetDatabase same = open(database);
                TargetDatabase other = open(elsewhere)) {
            assertThat(same.isPlaceOf(fingerprint)).isEqualTo(!engine.has(TestEngine.Trait.PLACE_BY_CONFIG));
            assertThat(other.isPlaceOf(fingerprint)).isFalse();
        }
    }

    private TargetDatabase open(TestDatabase place) {
        return Engines.of(engine.engine()).openTarget(place.config(), 2);
    }
}
