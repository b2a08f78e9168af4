package dev.dmt.testing.zero;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import java.util.List;

/** What a zero-cache leaves in a database, and its slot, which belongs to the whole server. */
final class ZeroTraces {
    private ZeroTraces() {}

    static void remove(DatabaseConfig database, String app) {
        TestPostgres.execute(database, statements(app).toArray(String[]::new));
    }

    /** Walsenders that are told to end take a moment: the slot is waited for, by the server's own clock. */
    private static List<String> statements(String app) {
        String slots = "slot_name LIKE '" + app.replace("_", "\\_") + "\\_0\\_%'";
        return List.of(
                "DO $$ BEGIN FOR i IN 1..100 LOOP"
                        + " PERFORM pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE " + slots
                        + " AND active;"
                        + " EXIT WHEN NOT EXISTS (SELECT FROM pg_replication_slots WHERE " + slots + " AND active);"
                        + " PERFORM pg_sleep(0.1); END LOOP; END $$",
                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE " + slots,
                "DROP EVENT TRIGGER IF EXISTS " + app + "_ddl_start_0",
                "DROP EVENT TRIGGER IF EXISTS " + app + "_ddl_end_0",
                "DROP PUBLICATION IF EXISTS _" + app + "_metadata_0",
                "DROP PUBLICATION IF EXISTS _" + app + "_public_0",
                "DROP SCHEMA IF EXISTS \"" + app + "_0/cvr\" CASCADE",
                "DROP SCHEMA IF EXISTS \"" + app + "_0/cdc\" CASCADE",
                "DROP SCHEMA IF EXISTS \"" + app + "_0\" CASCADE",
                "DROP SCHEMA IF EXISTS \"" + app + "\" CASCADE");
    }
}
