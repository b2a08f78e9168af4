package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the server runs as. PostgreSQL refuses to run as root, so root starts it in a user namespace of its own, where it
 * is nobody in name and still owns its files; where the kernel forbids that, it becomes nobody in fact.
 *
 * @param prefix what comes before the server's command line
 * @param giveAway true where the folder must be handed over to nobody
 */
record ServerAccount(List<String> prefix, boolean giveAway) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOBODY = "65534";

    static ServerAccount choose() {
        Path here = Path.of("/");
        if (!isRoot(Command.run(List.of("id", "-u"), here, PATIENCE))) {
            return new ServerAccount(List.of(), false);
        }
        List<String> namespace = List.of("unshare", "-U");
        List<String> setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        List<String> runuser = List.of("runuser", "-u", "nobody", "--");
        for (List<String> prefix : List.of(namespace, setpriv, runuser)) {
            Command identity = Command.run(joined(prefix, List.of("id", "-u")), here, PATIENCE);
            if (identity.succeeded() && !isRoot(identity)) {
                return new ServerAccount(prefix, !prefix.equals(namespace));
            }
        }
        throw new DmtException(
                ErrorCode.PERMISSION,
                "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser can change that here",
                ErrorContext.hint("run dmt as an ordinary user, or name a PostgreSQL server as the target"));
    }

    List<String> commandLine(List<String> command) {
        return joined(prefix, command);
    }

    void own(Path folder) {
        if (giveAway) {
            Command.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), folder, PATIENCE);
        }
    }

    private static boolean isRoot(Command identity) {
        return identity.output().equals("0");
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
