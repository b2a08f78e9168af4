package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import java.util.Optional;

/** The embedded PostgreSQL, or the one of DMT_TEST_POSTGRES_URL. */
final class PostgresServer implements TestServer {
    @Override
    public Optional<String> reason() {
        return Optional.empty();
    }

    @Override
    public String remedy() {
        return "DMT_TEST_POSTGRES_URL=postgres://user:password@host:5432/database";
    }

    @Override
    public TestDatabase fresh() {
        DatabaseConfig config = TestPostgres.newest().freshDatabase();
        return new TestDatabase(
                config,
                () -> TestPostgres.connect(config),
                new TestDatabase.Dialect("\"", "\"", "clock_timestamp() - interval '1 s'"),
                () -> TestPostgres.execute(
                        TestPostgres.withDatabase(config, "postgres"),
                        "DROP DATABASE " + config.database() + " WITH (FORCE)"));
    }
}
