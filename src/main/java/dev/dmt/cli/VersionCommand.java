package dev.dmt.cli;

import dev.dmt.step.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code dmt version}: what to quote in a bug report. */
@Command(name = "version", description = "Prints dmt's version, and the Java and the system it runs on.")
final class VersionCommand implements Action {
    @Override
    public Outcome perform(Session session) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("dmt", Version.text());
        versions.put("java", System.getProperty("java.vm.version") + " " + System.getProperty("java.vendor"));
        versions.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        List<String> lines = versions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return Outcome.of(lines, versions);
    }
}
