package dev.dmt.engine.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements of {@link GuardedStatement}. */
record GuardedExecution(Statement statement) {
    private static final String INTEGRITY = "23000";
    private static final String UNCHECKED = "SET foreign_key_checks = 0";
    private static final String CHECKED = "SET foreign_key_checks = 1";

    void run(String text) throws SQLException {
        GuardedStatement guarded = GuardedStatement.parse(text);
        if (guarded.directive().isEmpty()) {
            perform(guarded.sql());
            return;
        }
        switch (guarded.directive().get()) {
            case UNLESS -> {
                if (!hasRow(guarded.query())) {
                    perform(guarded.sql());
                }
            }
            case WHEN -> {
                if (hasRow(guarded.query())) {
                    perform(guarded.sql());
                }
            }
            case REFUSE -> {
                if (hasRow(guarded.query())) {
                    throw new SQLException("rows break the rule", INTEGRITY, FailureCodes.ROWS_REFUSED);
                }
            }
            case FREE -> free(guarded.query());
            case MYSQL -> {
                if (!Product.of(statement.getConnection()).mariaDb()) {
                    perform(guarded.sql());
                }
            }
        }
    }

    private boolean hasRow(String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private void free(String query) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                drops.add("ALTER TABLE " + MysqlIdentifiers.quote(result.getString(1)) + "."
                        + MysqlIdentifiers.quote(result.getString(2)) + " DROP FOREIGN KEY "
                        + MysqlIdentifiers.quote(result.getString(3)));
            }
        }
        for (String drop : drops) {
            statement.execute(drop);
        }
    }

    /** Constraints are added without a look at the rows that are there. */
    private void perform(String sql) throws SQLException {
        if (!sql.startsWith("ALTER TABLE") || !sql.contains(" ADD CONSTRAINT ")) {
            statement.execute(sql);
            return;
        }
        boolean mariaDb = Product.of(statement.getConnection()).mariaDb();
        try {
            statement.execute(UNCHECKED);
            if (mariaDb) {
                statement.execute("SET check_constraint_checks = 0");
            }
            statement.execute(sql);
        } finally {
            statement.execute(CHECKED);
            if (mariaDb) {
                statement.execute("SET check_constraint_checks = 1");
            }
        }
    }
}
