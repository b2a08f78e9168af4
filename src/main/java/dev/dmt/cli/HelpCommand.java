package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmt help step transfer}: help on any command, however deep. */
@Command(name = "help", description = "Shows help on a command: dmt help step transfer.")
final class HelpCommand implements Action {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command's words.")
    List<String> words = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Outcome perform(Session session) {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new DmtException(
                        ErrorCode.USAGE,
                        "there is no command '" + String.join(" ", words) + "'",
                        ErrorContext.hint(command.getCommandSpec().qualifiedName() + " knows "
                                + String.join(", ", command.getSubcommands().keySet())));
            }
            command = next;
        }
        String usage = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        return Outcome.of(usage.lines().toList());
    }
}
