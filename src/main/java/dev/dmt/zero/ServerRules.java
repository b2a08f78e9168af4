package dev.dmt.zero;

import dev.dmt.engine.ReplicationServer;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What Zero asks of the server. */
public final class ServerRules {
    private static final int OLDEST_MAJOR = 15;

    /** Of its default application, and those that hold clients' views and changes of any. */
    private static final Pattern ZERO_SCHEMA = Pattern.compile("zero|zero_\\d+|.*_\\d+/(cdc|cvr)", Pattern.DOTALL);

    private final ReplicationServer server;
    private final List<ZeroFinding> findings = new ArrayList<>();

    private ServerRules(ReplicationServer server) {
        this.server = server;
    }

    public static List<ZeroFinding> check(ReplicationServer server) {
        ServerRules rules = new ServerRules(server);
        rules.checkVersion();
        rules.checkSettings();
        rules.checkUser();
        rules.checkSchemas();
        return List.copyOf(rules.findings);
    }

    private void checkVersion() {
        if (server.major() < OLDEST_MAJOR) {
            add(
                    Kind.BLOCKS,
                    "the server is PostgreSQL " + server.versionText() + ", and Zero needs 15 or newer",
                    "Move the database to PostgreSQL 15 or newer.");
        }
    }

    private void checkSettings() {
        if (!server.walLevel().equals("logical")) {
            add(
                    Kind.BLOCKS,
                    "wal_level is " + server.walLevel() + ", and Zero follows a log with logical changes alone",
                    "ALTER SYSTEM SET wal_level = 'logical'; then restart the server. Where a provider runs it, its"
                            + " console has the setting (rds.logical_replication, cloudsql.logical_decoding, ...).");
        }
        if (server.senders() == 0) {
            add(
                    Kind.BLOCKS,
                    "max_wal_senders is 0: nobody can follow the log",
                    "ALTER SYSTEM SET max_wal_senders = 10; then restart the server.");
        }
        if (server.freeSlots() <= 0) {
            boolean maybeZeros = server.slots() > 0 && !zeroSchemas().isEmpty();
            add(
                    maybeZeros ? Kind.NOTE : Kind.BLOCKS,
                    "all " + server.slots() + " replication slots are taken, and Zero needs one"
                            + (maybeZeros ? ", which it may hold already" : ""),
                    "Drop a slot that nobody uses (SELECT slot_name, active FROM pg_replication_slots;), or"
                            + " ALTER SYSTEM SET max_replication_slots = " + Math.max(10, server.slots() + 5)
                            + "; then restart the server.");
        }
    }

    /** Zero may well come as somebody else than whoever migrates. */
    private void checkUser() {
        String user = SqlText.name(server.user());
        if (!server.mayReplicate()) {
            add(
                    Kind.NOTE,
                    "the user " + server.user() + " may not open a replication slot; whom zero-cache connects as must",
                    "ALTER ROLE " + user + " REPLICATION;");
        }
        if (!server.mayCreate()) {
            add(
                    Kind.NOTE,
                    "the user " + server.user() + " may not create schemas and publications in " + server.database()
                            + "; whom zero-cache connects as must",
                    "GRANT CREATE ON DATABASE " + SqlText.name(server.database()) + " TO " + user + ";");
        }
        if (!server.superuser()) {
            add(
                    Kind.NOTE,
                    "the user " + server.user()
                            + " is no superuser: zero-cache cannot install event triggers as that user,"
                            + " so that a change of the schema halts it until it syncs anew. The publication is not"
                            + " concerned, as it names its tables",
                    "Let zero-cache connect as a superuser, or leave its ZERO_AUTO_RESET on, with which it syncs anew by"
                            + " itself.");
        }
    }

    private void checkSchemas() {
        List<String> found = zeroSchemas();
        if (!found.isEmpty()) {
            add(
                    Kind.NOTE,
                    "the database has the schemas " + String.join(", ", found)
                            + ": a zero-cache follows it or has done so, and decodes a load row by row",
                    "Load first and start zero-cache afterwards. For a big load drop the slot of the stopped one too"
                            + " (SELECT slot_name FROM pg_replication_slots WHERE NOT active;): it then syncs anew,"
                            + " which is quicker than to catch up.");
        }
    }

    private List<String> zeroSchemas() {
        return server.schemas().stream()
                .filter(schema -> ZERO_SCHEMA.matcher(schema).matches())
                .toList();
    }

    private void add(Kind kind, String reason, String remedy) {
        findings.add(new ZeroFinding(kind, "", "", reason, remedy));
    }
}
