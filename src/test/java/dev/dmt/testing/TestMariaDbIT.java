package dev.dmt.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import org.junit.jupiter.api.Test;

class TestMariaDbIT {
    @Test
    void each_test_has_a_database_of_its_own_for_all_of_unicode_that_loads_from_the_client() {
        DatabaseConfig first = TestMariaDb.server().freshDatabase();
        DatabaseConfig second = TestMariaDb.server().freshDatabase();

        TestMariaDb.execute(first, "CREATE TABLE t(a int, b varchar(20))", "INSERT INTO t VALUES (1, '𝒳'), (2, NULL)");

        assertThat(TestMariaDb.query(first, "SELECT a, b FROM t ORDER BY a")).containsExactly("1|𝒳", "2|∅");
        assertThat(TestMariaDb.query(second, "SHOW TABLES")).isEmpty();
        assertThat(TestMariaDb.query(first, "SELECT @@local_infile, @@character_set_database"))
                .containsExactly("1|utf8mb4");
    }
}
