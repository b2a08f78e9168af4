package dev.dmt.engine.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Empties and drops a schema of a server that speaks TDS. */
record SchemaSweep(ServerPlace place, String schema) implements Runnable {
    @Override
    public void run() {
        try (Connection connection = MssqlServer.connect(place);
                Statement statement = connection.createStatement()) {
            drop(
                    statement,
                    "SELECT 'ALTER TABLE [" + schema + "].[' + t.name + '] DROP CONSTRAINT [' + f.name + ']'"
                            + " FROM sys.foreign_keys f JOIN sys.tables t ON t.object_id = f.parent_object_id"
                            + " JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE s.name = '" + schema + "'");
            drop(
                    statement,
                    "SELECT 'DROP VIEW [" + schema + "].[' + v.name + ']' FROM sys.views v"
                            + " JOIN sys.schemas s ON s.schema_id = v.schema_id WHERE s.name = '" + schema + "'");
            drop(
                    statement,
                    "SELECT 'DROP TABLE [" + schema + "].[' + t.name + ']' FROM sys.tables t"
                            + " JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE s.name = '" + schema + "'");
            statement.execute("DROP SCHEMA [" + schema + "]");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drop(Statement statement, String query) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                drops.add(result.getString(1));
            }
        }
        for (String sql : drops) {
            statement.execute(sql);
        }
    }
}
