package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        String text = session.toolkit().configs().template(ends(session));
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
        said(session, flags.source, "The SQLite file to read [./app.db]:")
                .ifPresent(url -> ends.putAll(configs.source(url)));
        said(session, flags.target, "The PostgreSQL to fill [postgres://app@localhost:5432/app]:")
                .ifPresent(url -> ends.putAll(configs.target(url)));
        return ends;
    }

    /** What a flag says, else what a person answers, else nothing: the template has samples of its own. */
    private static Optional<String> said(Session session, @Nullable String flag, String question) {
        return Optional.ofNullable(flag)
                .or(() -> session.surroundings().terminal().ask(question))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw StorageFailure.of("writing the config", file, e);
        }
    }
}
