package dev.dmt.engine.postgres;

import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.ReplicationServer;
import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.sql.Statement;
import java.util.List;

/** What a PostgreSQL says to those who want to follow its changes. Thread-safe. */
final class PostgresReplication implements ReplicationCatalog {
    private final JdbcConnections connections;

    PostgresReplication(JdbcConnections connections) {
        this.connections = connections;
    }

    @Override
    public List<ReplicatedTable> tables(List<String> schemas) {
        return connections.with("describing the tables of " + String.join(", ", schemas), connection -> {
            // One snapshot, so that the answers fit together while others change the schema.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            List<ReplicatedTable> tables = new ReplicatedTables(connection, schemas).describe();
            connection.rollback();
            return tables;
        });
    }

    @Override
    public ReplicationServer server() {
        return connections.with("asking the server about replication", connection -> new ServerFacts(connection).ask());
    }

    @Override
    public List<Long> count(TableName table, List<ValueQuestion> questions) {
        return connections.with(
                "counting values of " + table, connection -> new ValueCounts(connection, table).of(questions));
    }
}
