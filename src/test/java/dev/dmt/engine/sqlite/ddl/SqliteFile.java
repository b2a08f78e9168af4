package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A real SQLite database in a folder of the test's own. */
final class SqliteFile implements AutoCloseable {
    private final Connection connection;

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    static SqliteFile in(Path folder, String... statements) throws SQLException {
        SqliteFile file = new SqliteFile(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db")));
        file.run(statements);
        return file;
    }

    SqliteFile run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    Connection connection() {
        return connection;
    }

    DatabaseSchema schema() {
        return SqliteCatalog.read(connection, name -> true);
    }

    Table table(String name) {
        return schema().tables().stream()
                .filter(t -> t.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name));
    }

    List<String> omissions(String kind) {
        return schema().omissions().stream()
                .filter(o -> o.kind().equals(kind))
                .map(Omission::name)
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
