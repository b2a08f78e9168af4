package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.MariaDbServer;
import dev.dmt.testing.TestMariaDb;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The MariaDB that tests start for themselves; one more where DMT_TEST_MYSQL_URL names a server for the others. */
final class MariaDbTestServer implements TestServer {
    @Override
    public Optional<String> reason() {
        return Holder.STARTED.reason();
    }

    @Override
    public String remedy() {
        return "nothing: its binaries are for Linux on amd64; MySQL's tests ask the same of DMT_TEST_MYSQL_URL";
    }

    @Override
    public TestDatabase fresh() {
        DatabaseConfig administrator = Holder.STARTED.administrator().orElseThrow();
        DatabaseConfig config = TestMariaDb.freshDatabase(administrator);
        return new TestDatabase(
                config,
                () -> TestMariaDb.connect(config),
                new TestDatabase.Dialect("`", "`", "0"),
                () -> TestMariaDb.execute(administrator, "DROP DATABASE IF EXISTS " + config.database()));
    }

    /** One of the two. */
    private record Started(Optional<DatabaseConfig> administrator, Optional<String> reason) {}

    /** Started by the first that asks. */
    private static final class Holder {
        private static final Started STARTED = start();

        private static Started start() {
            try {
                boolean taken = System.getenv("DMT_TEST_MYSQL_URL") != null;
                DatabaseConfig administrator = taken
                        ? TestMariaDb.at(MariaDbServer.start().port())
                        : TestMariaDb.server().administrator();
                return new Started(Optional.of(administrator), Optional.empty());
            } catch (TestAbortedException e) {
                return new Started(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
            }
        }
    }
}
