package dev.dmt.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmt completion}: a script for the shell. */
@Command(
        name = "completion",
        description = "Prints a completion script: source <(dmt completion bash), in .bashrc or .zshrc.")
final class CompletionCommand implements Action {
    /** The shells that a script is for. One script serves both: in zsh it loads bashcompinit itself. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", arity = "0..1", description = "${COMPLETION-CANDIDATES} (default: bash).")
    Shell shell = Shell.bash;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Outcome perform(Session session) {
        CommandSpec root = spec.root();
        String script = AutoComplete.bash(root.name(), root.commandLine());
        return Outcome.of(script.lines().toList(), script);
    }
}
