package dev.dmt.engine;

import java.util.List;

/**
 * What a server says of itself to those who want to follow its changes.
 *
 * @param version as the server numbers itself: 150018 for 15.18
 * @param mayReplicate the user may open a replication slot
 * @param mayCreate the user may create schemas and publications in the database
 * @param superuser also true of roles that a provider grants the like to (event triggers, publications of whole schemas)
 * @param schemas all but the server's own, sorted
 * @param publications sorted
 */
public record ReplicationServer(
        int version,
        String versionText,
        String walLevel,
        String database,
        String user,
        boolean mayReplicate,
        boolean mayCreate,
        boolean superuser,
        int slots,
        int freeSlots,
        int senders,
        List<String> schemas,
        List<String> publications) {
    public ReplicationServer {
        schemas = List.copyOf(schemas);
        publications = List.copyOf(publications);
    }

    public int major() {
        return version / 10_000;
    }
}
