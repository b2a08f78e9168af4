package dev.dmt.engine.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What lies where in a server's folder. */
record ServerFolder(Path root) {
    /** Longer paths do not fit into a socket's address. */
    private static final int LONGEST_SOCKET_FOLDER = 80;

    private static final String OWN_PARAMETERS = "dmt.conf";

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path lock() {
        return root.resolve("dmt.lock");
    }

    /** The binaries that the data belongs to: another major version could not read it. */
    Path versionFile() {
        return root.resolve("version");
    }

    boolean initialised() {
        return Files.exists(versionFile());
    }

    /** The server that says it runs on this data, if its process lives. */
    Optional<RunningServer> running() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(p -> new RunningServer(p, port));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void includeOwnParameters() {
        try {
            Path main = data().resolve("postgresql.conf");
            Files.writeString(main, Files.readString(main) + "\ninclude_if_exists '" + OWN_PARAMETERS + "'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeParameters(int port, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", root.toString().length() <= LONGEST_SOCKET_FOLDER ? root.toString() : "");
        all.put("lc_messages", "C");
        // So that whoever wants to follow its changes can; a server with a slot of theirs would not even start without.
        all.put("wal_level", "logical");
        all.putAll(given);
        all.put("port", Integer.toString(port));
        StringBuilder text = new StringBuilder("# written by dmt at each start\n");
        all.forEach((key, value) ->
                text.append(key).append(" = '").append(value.replace("'", "''")).append("'\n"));
        try {
            Files.writeString(data().resolve(OWN_PARAMETERS), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "it left no log";
        }
    }

    /** A live server process and the port it listens on. */
    record RunningServer(ProcessHandle process, int port) {}
}
