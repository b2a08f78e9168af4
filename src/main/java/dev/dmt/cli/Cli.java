package dev.dmt.cli;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.DmtException;
import dev.dmt.step.Version;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: words in, an exit status out. */
public final class Cli {
    private static final List<List<String>> VERSION = List.of(List.of("--version"), List.of("-V"));

    private final Surroundings surroundings;
    private final Toolkit toolkit;

    Cli(Surroundings surroundings, Toolkit toolkit) {
        this.surroundings = surroundings;
        this.toolkit = toolkit;
    }

    /** Runs one command within somebody else's process: no signal is handled, no question asked. */
    public static int run(
            PrintStream out, PrintStream err, Map<String, String> environment, Path workingFolder, String... args) {
        Surroundings surroundings = new Surroundings(out, err, environment, workingFolder, Terminal.NONE, false);
        return new Cli(surroundings, Toolkit.standard()).run(args);
    }

    /** Runs one command as this process's only work: ends it cleanly on a signal, and may ask the person in front. */
    public static int runAsProcess(PrintStream out, PrintStream err, String... args) {
        Path here = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(out, err, System.getenv(), here, new SystemTerminal(err), true);
        return new Cli(surroundings, Toolkit.standard()).run(args);
    }

    int run(String... args) {
        if (VERSION.contains(List.of(args))) {
            surroundings.out().println("dmt " + Version.text());
            return 0;
        }
        GlobalFlags flags = new GlobalFlags();
        CommandLine root = CommandTree.build(flags, toolkit);
        try {
            return perform(innermost(root.parseArgs(args)), flags, args);
        } catch (ParameterException wrong) {
            return refuse(UsageFailure.of(wrong, toolkit), flags, args);
        }
    }

    private int perform(ParseResult command, GlobalFlags flags, String... args) {
        CommandLine invoked = command.commandSpec().commandLine();
        if (flags.help) {
            surroundings.out().print(invoked.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return 0;
        }
        String name = command.commandSpec().qualifiedName().replaceFirst("^dmt ?", "");
        if (invoked.getCommandSpec().userObject() instanceof RootCommand dmt && dmt.version) {
            surroundings.out().println("dmt " + Version.text());
            return 0;
        }
        if (invoked.getCommandSpec().userObject() instanceof Action action) {
            Execution execution = new Execution(session(flags), name, new CommandLineText(args));
            return execution.run(action);
        }
        return refuse(UsageFailure.incomplete(invoked), flags, args);
    }

    private int refuse(DmtException wrong, GlobalFlags flags, String... args) {
        // Parsing stopped somewhere: how the failure is to be told may stand behind that place.
        CommandLineText typed = new CommandLineText(args);
        typed.valueOf("--result-file").ifPresent(file -> flags.resultFile = file);
        if (typed.has("--output", "json")) {
            flags.output = GlobalFlags.Output.json;
        }
        Session session = session(flags);
        Failure failure = Failure.of(wrong, session.cancellation());
        return new Execution(session, "", typed).tell(Optional.empty(), Optional.of(failure));
    }

    private Session session(GlobalFlags flags) {
        return new Session(surroundings, flags, toolkit, new Cancellation());
    }

    private static ParseResult innermost(ParseResult parsed) {
        ParseResult current = parsed;
        while (current.hasSubcommand()) {
            current = current.subcommand();
        }
        return current;
    }
}
