package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestMariaDb;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** The MariaDB that tests start for themselves; a MySQL where DMT_TEST_MYSQL_URL names one. */
final class MariaDbTestServer implements TestServer {
    @Override
    public Optional<String> reason() {
        try {
            TestMariaDb.server();
            return Optional.empty();
        } catch (TestAbortedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String remedy() {
        return "DMT_TEST_MYSQL_URL=mysql://host:3306, DMT_TEST_MYSQL_USER, DMT_TEST_MYSQL_PASSWORD (an administrator's)";
    }

    @Override
    public TestDatabase fresh() {
        DatabaseConfig config = TestMariaDb.server().freshDatabase();
        return new TestDatabase(
                config,
                () -> TestMariaDb.connect(config),
                new TestDatabase.Dialect("`", "`", "0"),
                () -> TestMariaDb.execute(
                        TestMariaDb.server().administrator(), "DROP DATABASE IF EXISTS " + config.database()));
    }
}
