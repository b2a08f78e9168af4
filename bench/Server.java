import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.Map;

/** Starts or stops the benchmark's own PostgreSQL, durable as a real one: {@code java -cp dmt.jar Server.java start FOLDER}. */
final class Server {
    public static void main(String[] args) {
        Map<String, String> parameters =
                Map.of("fsync", "on", "shared_buffers", "1GB", "max_wal_size", "8GB", "autovacuum", "off");
        EmbeddedPostgres server =
                EmbeddedPostgres.open(EmbeddedSettings.in(Path.of(args[1])).withParameters(parameters));
        if (args[0].equals("stop")) {
            server.stop();
        } else {
            server.provide("bench", "bench");
            server.keepRunning();
            System.out.println(server.port());
        }
    }
}
