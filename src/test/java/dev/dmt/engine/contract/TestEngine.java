package dev.dmt.engine.contract;

import dev.dmt.config.EngineName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The databases that the contract is asked of. DMT_TEST_ENGINES (sqlite,postgres,...) asks some of them alone. */
@SuppressWarnings("ImmutableEnumChecker") // Servers have no state but themselves; the sets are Set.of.
enum TestEngine {
    SQLITE(
            EngineName.SQLITE,
            new SqliteFiles(),
            Set.of(
                    Trait.TRANSACTIONAL_DDL,
                    Trait.NO_SESSIONS,
                    Trait.NO_INBOUND_DROP,
                    Trait.CASELESS_NAMES,
                    Trait.PLACE_BY_CONFIG)),
    POSTGRES(EngineName.POSTGRES, new PostgresServer(), Set.of(Trait.TRANSACTIONAL_DDL)),
    MARIADB(EngineName.MYSQL, new MariaDbTestServer(), Set.of()),
    MYSQL(EngineName.MYSQL, new MysqlContainer(), Set.of()),
    MSSQL(EngineName.MSSQL, new MssqlServer(), Set.of(Trait.TRANSACTIONAL_DDL, Trait.CASELESS_NAMES)),
    ORACLE(EngineName.ORACLE, new OracleServer(), Set.of(Trait.EMPTY_IS_NULL, Trait.CALENDAR_GAP));

    /** In what engines differ that tests must know. */
    enum Trait {
        /** The empty text is NULL. */
        EMPTY_IS_NULL,
        /** Its calendar goes from 4 to 15 October 1582: what is between is refused. */
        CALENDAR_GAP,
        /** A session that has ended is not seen by others: the lease decides. */
        NO_SESSIONS,
        /** A statement of DDL is undone by a rollback. */
        TRANSACTIONAL_DDL,
        /** Keys that point at a table are part of their own table, and stay when it is dropped. */
        NO_INBOUND_DROP,
        /** One place at both ends is refused by the config, before anything is opened. */
        PLACE_BY_CONFIG,
        /** Two tables cannot differ in the case of their names alone. */
        CASELESS_NAMES
    }

    private final EngineName engine;
    private final TestServer server;
    private final Set<Trait> traits;

    TestEngine(EngineName engine, TestServer server, Set<Trait> traits) {
        this.engine = engine;
        this.server = server;
        this.traits = traits;
    }

    EngineName engine() {
        return engine;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    TestServer server() {
        return server;
    }

    /** A database or schema of a test's own; the test is skipped, loudly, where there is no server. */
    TestDatabase fresh() {
        server.reason().ifPresent(reason -> Skipped.because(this, reason));
        return server.fresh();
    }

    /** Skips, loudly, what this build cannot read from. */
    void requireSource(TestDatabase database, Path folder) {
        ContractSource.open(this, database, folder.resolve("probe")).close();
    }

    static List<TestEngine> all() {
        return named("DMT_TEST_ENGINES");
    }

    /** Those of {@link #all} that the matrix reads from; DMT_TEST_SOURCES names some of them alone. */
    static List<TestEngine> sources() {
        return all().stream().filter(named("DMT_TEST_SOURCES")::contains).toList();
    }

    private static List<TestEngine> named(String variable) {
        String wanted = System.getenv(variable);
        if (wanted == null || wanted.isBlank()) {
            return List.of(values());
        }
        List<String> names = List.of(wanted.strip().toUpperCase(Locale.ROOT).split("[,\\s]+", 0));
        return Arrays.stream(values())
                .filter(engine -> names.contains(engine.name()))
                .toList();
    }
}
