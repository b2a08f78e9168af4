package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.MariaDbServer;
import dev.dmt.testing.TestMariaDb;
import java.util.Optional;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** The MariaDB that tests start for themselves; one more where DMT_TEST_MYSQL_URL names a server for the others. */
final class MariaDbTestServer implements TestServer {
    @Override
    public Optional<String> reason() {
        try {
            Holder.ADMINISTRATOR.get();
            return Optional.empty();
        } catch (TestAbortedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String remedy() {
        return "nothing: its binaries are for Linux on amd64; MySQL's tests ask the same of DMT_TEST_MYSQL_URL";
    }

    @Override
    public TestDatabase fresh() {
        DatabaseConfig administrator = Holder.ADMINISTRATOR.get();
        DatabaseConfig config = TestMariaDb.freshDatabase(administrator);
        return new TestDatabase(
                config,
                () -> TestMariaDb.connect(config),
                new TestDatabase.Dialect("`", "`", "0"),
                () -> TestMariaDb.execute(administrator, "DROP DATABASE IF EXISTS " + config.database()));
    }

    /** Started by the first that asks. */
    private static final class Holder {
        private static final Supplier<DatabaseConfig> ADMINISTRATOR = started();

        private static Supplier<DatabaseConfig> started() {
            try {
                boolean taken = System.getenv("DMT_TEST_MYSQL_URL") != null;
                DatabaseConfig administrator = taken
                        ? TestMariaDb.at(MariaDbServer.start().port())
                        : TestMariaDb.server().administrator();
                return () -> administrator;
            } catch (TestAbortedException e) {
                return () -> {
                    throw e;
                };
            }
        }
    }
}
