package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.cli.Cli;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas made at random, moved from file to file and by way of a server: checksums agree, and so do plain queries. */
class RandomSchemaIT {
    private static final int TABLES = 12;
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_value_arrives(long seed) throws SQLException, IOException {
        List<RandomSchema.Table> tables = new RandomSchema(seed, folder.resolve("a.db")).create(TABLES, ROWS);
        DatabaseConfig server = TestPostgres.newest().freshDatabase();
        String postgres = "{ type: postgres, host: " + server.host() + ", port: " + server.port() + ", database: "
                + server.database() + ", user: " + server.user() + ", password: \"${env:SERVER_PASSWORD}\" }";
        move("direct", "{ type: sqlite, path: a.db }", "{ type: sqlite, path: b.db }", server);
        move("there", "{ type: sqlite, path: a.db }", postgres, server);
        move("back", postgres, "{ type: sqlite, path: c.db }", server);
        for (RandomSchema.Table table : tables) {
            List<String> original = rows("a.db", table);
            assertThat(rows("b.db", table))
                    .as("file to file, seed %d, %s", seed, table)
                    .isEqualTo(original);
            assertThat(rows("c.db", table))
                    .as("by a server, seed %d, %s", seed, table)
                    .isEqualTo(original);
        }
    }

    private void move(String name, String source, String target, DatabaseConfig server) throws IOException {
        Files.write(
                folder.resolve(name + ".yaml"),
                List.of(
                        "source: " + source,
                        "target: " + target,
                        "checkpoint: { path: " + name + "-state/checkpoint.yaml }",
                        "migration: { workers: 2 }"));
        dmt(server, "run", "--config", name + ".yaml");
        dmt(server, "validate", "--checksum", "--config", name + ".yaml");
    }

    private void dmt(DatabaseConfig server, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        String password =
                server.password().isEmpty() ? "none" : server.password().reveal();
        int status = Cli.run(stream, stream, Map.of("SERVER_PASSWORD", password), folder, arguments);
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Each row as its cells' storage classes and literals, whatever the order. */
    private List<String> rows(String file, RandomSchema.Table table) throws SQLException {
        String cells = table.columns().stream()
                .map(column -> "typeof(" + RandomSchema.quote(column) + "), quote(" + RandomSchema.quote(column) + ")")
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT " + cells + " FROM " + RandomSchema.quote(table.name()))) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= 2 * table.columns().size(); i += 2) {
                    row.append(result.getString(i))
                            .append(' ')
                            .append(plain(result.getString(i + 1)))
                            .append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    /** A server writes a decimal with all the digits of its scale. */
    private static String plain(String literal) {
        return literal.matches("'-?\\d+\\.\\d+'") && !literal.equals("'1.0'")
                ? "'"
                        + new BigDecimal(literal.substring(1, literal.length() - 1))
                                .stripTrailingZeros()
                                .toPlainString()
                        + "'"
                : literal;
    }
}
