package dev.dmt.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestMariaDb;
import dev.dmt.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What readers see of a database that is written to meanwhile, whatever the user is granted. */
class MysqlSnapshotIT {
    private static final TableRead ACCOUNTS = new TableRead(
            TableName.of("accounts"),
            List.of(
                    new ColumnRead("id", new LogicalType.Int(32), "as_is"),
                    new ColumnRead("amount", new LogicalType.Int(32), "as_is")),
            new RowOrder(RowOrder.Kind.KEY, List.of("id")));

    private final DatabaseConfig database = TestMariaDb.server().freshDatabase();

    private DatabaseConfig user(String... grants) {
        String name = "u" + database.database();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE USER '" + name + "'@'%' IDENTIFIED BY 'p@ss:/?#%'");
        for (String grant : grants) {
            statements.add("GRANT " + grant + " TO '" + name + "'@'%'");
        }
        TestMariaDb.execute(database, statements.toArray(String[]::new));
        return TestPostgres.withUser(database, name, "p@ss:/?#%");
    }

    private void accounts() {
        TestMariaDb.execute(
                database,
                "CREATE TABLE accounts (id int PRIMARY KEY, amount int NOT NULL)",
                "INSERT INTO accounts VALUES (1, 500), (2, 500), (3, 0)");
    }

    /** Money moves between the accounts all the time: what there is of it never changes. */
    private void consistent(DatabaseConfig reader) {
        accounts();
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> move(stop), "writer");
        writer.start();
        try {
            for (int round = 0; round < 3; round++) {
                try (MysqlSource source = MysqlSource.open(reader)) {
                    assertThat(source.guarantee()).startsWith("one snapshot a process");
                    List<RowCursor> cursors = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        cursors.add(source.reader().open(ACCOUNTS, KeyRange.ALL));
                    }
                    List<String> seen = cursors.stream()
                            .map(MysqlSnapshotIT::amounts)
                            .distinct()
                            .toList();
                    assertThat(seen).hasSize(1);
                    assertThat(seen.get(0)).endsWith("=1000");
                }
            }
        } finally {
            stop.set(true);
            join(writer);
        }
    }

    private void move(AtomicBoolean stop) {
        try (Connection connection = TestMariaDb.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; !stop.get(); i++) {
                int from = i % 3 + 1;
                int to = (i + 1) % 3 + 1;
                statement.executeUpdate("UPDATE accounts SET amount = amount - 7 WHERE id = " + from);
                statement.executeUpdate("UPDATE accounts SET amount = amount + 7 WHERE id = " + to);
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String amounts(RowCursor cursor) {
        StringBuilder text = new StringBuilder();
        long sum = 0;
        try (cursor) {
            while (cursor.next()) {
                text.append(cursor.getLong(1)).append(' ');
                sum += cursor.getLong(1);
            }
        }
        return text + "=" + sum;
    }

    @Test
    void one_who_may_lock_all_tables_reads_one_state() {
        consistent(database);
    }

    @Test
    void one_who_may_only_read_reads_one_state_by_the_binary_log() {
        consistent(user("SELECT ON " + database.database() + ".*"));
    }

    @Test
    void a_plain_reader_describes_and_profiles_a_database() {
        accounts();
        try (MysqlSource source = MysqlSource.open(user("SELECT ON " + database.database() + ".*"))) {
            assertThat(source.describe(name -> true).tables())
                    .extracting(table -> table.name().name())
                    .containsExactly("accounts");
            assertThat(source.profile(source.describe(name -> true).tables().get(0))
                            .rows())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_cursor_that_is_closed_early_leaves_its_session_for_others() {
        accounts();
        TestMariaDb.execute(
                database,
                "INSERT INTO accounts SELECT seq + 10, 0 FROM (WITH RECURSIVE s(seq) AS (SELECT 1 UNION ALL"
                        + " SELECT seq + 1 FROM s WHERE seq < 900) SELECT seq FROM s) AS numbers");
        try (MysqlSource source = MysqlSource.open(database)) {
            for (int i = 0; i < 60; i++) {
                try (RowCursor cursor = source.reader().open(ACCOUNTS, KeyRange.ALL)) {
                    assertThat(cursor.next()).isTrue();
                }
            }
            assertThat(source.reader().count(ACCOUNTS, KeyRange.ALL)).isEqualTo(903);
        }
    }

    @Test
    void who_is_not_known_or_not_let_in_is_told_apart_from_what_is_not_there() {
        DatabaseConfig stranger = TestPostgres.withUser(database, "nobody_here", "wrong");
        refused(ErrorCode.AUTHENTICATION, stranger);
        refused(ErrorCode.PERMISSION, user("USAGE ON *.*"));
        refused(ErrorCode.CONFIG, TestPostgres.withDatabase(database, "no_such_database"));
    }

    private static void refused(ErrorCode code, DatabaseConfig config) {
        assertThatThrownBy(() -> MysqlSource.open(config).close())
                .isInstanceOfSatisfying(
                        DmtException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code))
                .hasMessageNotContaining("wrong");
    }
}
