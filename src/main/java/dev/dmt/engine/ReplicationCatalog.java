package dev.dmt.engine;

import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.List;

/** What a database can say to those who want to follow its changes. */
public interface ReplicationCatalog {
    /** All tables and what looks like one, without dmt's own, sorted by schema and name. */
    List<ReplicatedTable> tables(List<String> schemas);

    /** The server, seen by the user of this connection. */
    ReplicationServer server();

    /** How many rows each question is true of, in the questions' order; the table is read once. */
    List<Long> count(TableName table, List<ValueQuestion> questions);
}
