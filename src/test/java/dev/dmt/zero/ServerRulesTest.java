package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dmt.engine.ReplicationServer;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerRulesTest {
    @Test
    void a_server_that_zero_likes_is_passed_over_in_silence() {
        assertThat(ServerRules.check(new Server().build())).isEmpty();
    }

    @Test
    void servers_before_15_are_too_old() {
        Server server = new Server();
        server.version = 140_024;
        server.versionText = "14.24";
        assertThat(ServerRules.check(server.build()))
                .containsExactly(new ZeroFinding(
                        Kind.BLOCKS,
                        "",
                        "",
                        "the server is PostgreSQL 14.24, and Zero needs 15 or newer",
                        "Move the database to PostgreSQL 15 or newer."));
    }

    @Test
    void the_log_must_hold_logical_changes() {
        Server server = new Server();
        server.walLevel = "replica";
        assertThat(ServerRules.check(server.build())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.BLOCKS);
            assertThat(finding.reason()).startsWith("wal_level is replica");
            assertThat(finding.remedy()).startsWith("ALTER SYSTEM SET wal_level = 'logical';");
        });
    }

    @Test
    void somebody_must_be_able_to_follow_it() {
        Server server = new Server();
        server.senders = 0;
        server.slots = 4;
        server.freeSlots = 0;
        assertThat(ServerRules.check(server.build()))
                .extracting(ZeroFinding::kind, ZeroFinding::reason)
                .containsExactly(
                        tuple(Kind.BLOCKS, "max_wal_senders is 0: nobody can follow the log"),
                        tuple(Kind.BLOCKS, "all 4 replication slots are taken, and Zero needs one"));
    }

    @Test
    void a_slot_may_be_taken_by_the_zero_that_is_there() {
        Server server = new Server();
        server.slots = 4;
        server.freeSlots = 0;
        server.schemas = List.of("public", "zero", "zero_0");
        assertThat(ServerRules.check(server.build()))
                .extracting(ZeroFinding::kind)
                .containsExactly(Kind.NOTE, Kind.NOTE);
    }

    @Test
    void rights_are_a_note_as_zero_may_come_as_somebody_else() {
        Server server = new Server();
        server.mayReplicate = false;
        server.mayCreate = false;
        server.superuser = false;
        assertThat(ServerRules.check(server.build()))
                .extracting(ZeroFinding::kind, ZeroFinding::remedy)
                .containsExactly(
                        tuple(Kind.NOTE, "ALTER ROLE \"o\"\"neil\" REPLICATION;"),
                        tuple(Kind.NOTE, "GRANT CREATE ON DATABASE \"my app\" TO \"o\"\"neil\";"),
                        tuple(
                                Kind.NOTE,
                                "Let zero-cache connect as a superuser, or leave its ZERO_AUTO_RESET on, with which it"
                                        + " syncs anew by itself."));
    }

    @Test
    void the_schemas_of_a_zero_that_is_there_are_told_of() {
        Server server = new Server();
        server.schemas = List.of("public", "shop_3/cdc", "shop_3/cvr", "zero", "zero_0", "zero_zone", "zerox");
        assertThat(ServerRules.check(server.build())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NOTE);
            assertThat(finding.reason())
                    .startsWith("the database has the schemas shop_3/cdc, shop_3/cvr, zero, zero_0: a zero-cache");
            assertThat(finding.remedy()).startsWith("Load first and start zero-cache afterwards.");
        });
    }

    private static final class Server {
        private int version = 150_018;
        private String versionText = "15.18";
        private String walLevel = "logical";
        private boolean mayReplicate = true;
        private boolean mayCreate = true;
        private boolean superuser = true;
        private int slots = 10;
        private int freeSlots = 9;
        private int senders = 10;
        private List<String> schemas = List.of("public");

        ReplicationServer build() {
            return new ReplicationServer(
                    version,
                    versionText,
                    walLevel,
                    "my app",
                    "o\"neil",
                    mayReplicate,
                    mayCreate,
                    superuser,
                    slots,
                    freeSlots,
                    senders,
                    schemas,
                    List.of());
        }
    }
}
