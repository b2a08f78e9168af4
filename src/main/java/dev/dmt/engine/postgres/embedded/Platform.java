package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.Locale;

/** The machine, as the binaries' jars name it. */
final class Platform {
    private Platform() {}

    static String name() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        if (system.startsWith("linux")) {
            return arm ? "linux-arm64v8" : "linux-amd64";
        } else if (system.startsWith("mac")) {
            return arm ? "darwin-arm64v8" : "darwin-amd64";
        }
        throw new DmtException(
                ErrorCode.CONFIG,
                "there is no embedded PostgreSQL for " + system + " on " + machine,
                ErrorContext.hint("name a PostgreSQL server as the target instead"));
    }
}
