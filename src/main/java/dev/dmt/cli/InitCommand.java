package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmt init}: a config to begin with. */
@Command(name = "init", description = "Writes a commented config; asks for its two ends on a terminal.")
final class InitCommand implements Action {
    @Option(names = "--force", description = "Overwrites a config that is there.")
    boolean force;

    @Override
    public Outcome perform(Session session) {
        GlobalFlags flags = session.flags();
        Path file = session.surroundings()
                .workingFolder()
                .resolve(flags.config == null ? ConfigArguments.DEFAULT_FILE : flags.config);
        if (!flags.dryRun && !force && Files.exists(file)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    file + " is there already",
                    ErrorContext.at("file", file.toString()).withHint("--force overwrites it; -c names another"));
        }
        String text = ConfigTemplate.text(ends(session));
        if (flags.dryRun) {
            return Outcome.of(text.lines().toList());
        }
        write(file, text);
        return Outcome.of(
                List.of("wrote " + file, "next: dmt check, dmt explain, dmt run"), Map.of("file", file.toString()));
    }

    private static Map<String, String> ends(Session session) {
        GlobalFlags flags = session.flags();
        ConfigSource configs = session.toolkit().configs();
        Map<String, String> ends = new LinkedHashMap<>();
        String source = flags.source == null ? ask(session, "The SQLite file to read [./app.db]:", "./app.db") : flags.source;
        String target = flags.target == null
                ? ask(session, "The PostgreSQL to fill [" + ConfigTemplate.TARGET + "]:", ConfigTemplate.TARGET)
                : flags.target;
        ends.putAll(configs.source(source));
        ends.putAll(configs.target(target));
        return ends;
    }

    private static String ask(Session session, String question, String otherwise) {
        return session.surroundings()
                .terminal()
                .ask(question)
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .orElse(otherwise);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw ResultFile.unwritable(file, e);
        }
    }
}
