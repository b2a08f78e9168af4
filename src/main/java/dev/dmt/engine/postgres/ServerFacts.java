package dev.dmt.engine.postgres;

import dev.dmt.engine.ReplicationServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Asks a server what those who follow its changes must know of it. */
record ServerFacts(Connection connection) {
    /** Amazon and Yandex grant replication by these; elsewhere it is an attribute of the user. */
    private static final List<String> REPLICATION_ROLES = List.of("rds_replication", "mdb_replication");

    /** Roles of providers whose members may create event triggers, though no customer is a superuser there. */
    private static final List<String> SUPERUSER_ROLES = List.of(
            "rds_superuser",
            "azure_pg_admin",
            "cloudsqlsuperuser",
            "alloydbsuperuser",
            "neon_superuser",
            "supabase_privileged_role");

    /** Supabase names its privileged role in a setting, which not everybody may see. */
    private static final String QUERY = "SELECT current_setting('server_version_num')::integer,"
            + " current_setting('server_version'), current_setting('wal_level'), current_database(), current_user,"
            + " u.rolsuper OR u.rolreplication OR EXISTS (SELECT FROM pg_roles r WHERE r.rolname = ANY (?)"
            + " AND pg_has_role(r.oid, 'USAGE')),"
            + " has_database_privilege(current_database(), 'CREATE'),"
            + " u.rolsuper OR EXISTS (SELECT FROM pg_roles r WHERE (r.rolname = ANY (?) OR r.rolname ="
            + " (SELECT setting FROM pg_settings WHERE name = 'supautils.privileged_role'))"
            + " AND pg_has_role(r.oid, 'USAGE')),"
            + " current_setting('max_replication_slots')::integer, (SELECT count(*) FROM pg_replication_slots),"
            + " current_setting('max_wal_senders')::integer,"
            + " ARRAY(SELECT nspname::text FROM pg_namespace WHERE nspname <> 'information_schema'"
            + " AND nspname !~ '^pg_' ORDER BY nspname COLLATE \"C\"),"
            + " ARRAY(SELECT pubname::text FROM pg_publication ORDER BY pubname COLLATE \"C\")"
            + " FROM pg_roles u WHERE u.rolname = current_user";

    ReplicationServer ask() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, connection.createArrayOf("text", REPLICATION_ROLES.toArray()));
            statement.setArray(2, connection.createArrayOf("text", SUPERUSER_ROLES.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                int slots = row.getInt(9);
                return new ReplicationServer(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        slots,
                        Math.max(0, slots - row.getInt(10)),
                        row.getInt(11),
                        TableDescriber.names(row, 12),
                        TableDescriber.names(row, 13));
            }
        }
    }
}
