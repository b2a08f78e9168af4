package dev.dmt.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flags that every command takes, before or after its name. */
@SuppressWarnings("UnusedVariable")
final class GlobalFlags {
    /** In which form results appear on stdout. */
    enum Output {
        text,
        json,
        yaml
    }

    /** In which form log lines appear on stderr. */
    enum LogFormat {
        text,
        json
    }

    /** The least important lines that are shown. */
    enum LogLevel {
        error,
        warn,
        info,
        debug,
        trace
    }

    @Option(
            names = {"-c", "--config"},
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The config (default: dmt.yaml in this folder).")
    @Nullable
    String config;

    @Option(
            names = "--source",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Where from: a file, sqlite:FILE, or postgres://user@host/database.")
    @Nullable
    String source;

    @Option(
            names = "--target",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Where to: postgres://user@host/database, or embedded:FOLDER for a PostgreSQL of dmt's own.")
    @Nullable
    String target;

    @Option(
            names = "--set",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            description = "Overrides any key of the config: --set migration.workers=2. Repeatable.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--checkpoint",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The checkpoint (default: .dmt/checkpoint.yaml beside the config).")
    @Nullable
    String checkpoint;

    @Option(
            names = "--run-id",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description =
                    "Which run: continued if unfinished, left alone if finished (default: the last one, or a new one).")
    @Nullable
    String runId;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Confirms what would otherwise be refused: dropping or truncating tables that hold rows.")
    boolean yes;

    @Option(names = "--dry-run", scope = ScopeType.INHERIT, description = "Says what would be done, touches nothing.")
    boolean dryRun;

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "FORM",
            description = "The form of results on stdout: ${COMPLETION-CANDIDATES} (default: text).")
    Output output = Output.text;

    @Option(
            names = "--result-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Writes the result here as one JSON object, on success and on failure.")
    @Nullable
    String resultFile;

    @Option(
            names = "--write-config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Saves what --source, --target and --set say as a config, without secrets.")
    @Nullable
    String writeConfig;

    @Option(
            names = "--accept-config-change",
            scope = ScopeType.INHERIT,
            description = "Goes on with a run although the config has changed since it began.")
    boolean acceptConfigChange;

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORM",
            description = "The form of log lines on stderr: ${COMPLETION-CANDIDATES} (default: text).")
    @Nullable
    LogFormat logFormat;

    @Option(
            names = "--log-level",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            description = "What is logged on stderr: ${COMPLETION-CANDIDATES} (default: warn).")
    @Nullable
    LogLevel logLevel;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Logs more, and shows stack traces.")
    boolean verbose;

    @Option(
            names = "--die-with-parent",
            scope = ScopeType.INHERIT,
            description = "Stops cleanly, as on SIGTERM, when the parent process dies.")
    boolean dieWithParent;

    @Option(
            names = "--die-with-stdin",
            scope = ScopeType.INHERIT,
            description = "Stops cleanly, as on SIGTERM, when standard input, a pipe, is closed.")
    boolean dieWithStdin;

    @Option(names = "--show-data", scope = ScopeType.INHERIT, description = "Lets values of rows stand in messages.")
    boolean showData;

    @Option(names = "--enable-failpoints", scope = ScopeType.INHERIT, hidden = true)
    boolean enableFailpoints;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    Optional<String> resultFile() {
        return Optional.ofNullable(resultFile);
    }
}
