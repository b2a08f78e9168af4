package dev.dmt.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, with their help. */
final class CommandTree {
    private static final int WIDTH = 100;

    private CommandTree() {}

    static CommandLine build(GlobalFlags flags, Toolkit toolkit) {
        CommandLine root = new CommandLine(new RootCommand(flags));
        for (Object command : List.of(
                new QuickstartCommand(),
                new InitCommand(),
                new CheckCommand(),
                new ExplainCommand(),
                new RunCommand())) {
            root.addSubcommand(command);
        }
        root.addSubcommand("step", StepParent.spec(toolkit));
        root.addSubcommand(new StatusCommand());
        root.addSubcommand(new HistoryCommand());
        root.addSubcommand(new UnitsCommand());
        root.addSubcommand(new SnapshotCommand());
        root.addSubcommand("validate", new ValidateCommand().spec());
        root.addSubcommand(new ResetCommand());
        root.addSubcommand(new CompletionCommand());
        root.addSubcommand(new VersionCommand());
        root.addSubcommand(new HelpCommand());
        dress(root);
        return root;
    }

    private static void dress(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.usageMessage().abbreviateSynopsis(true).width(WIDTH).sortOptions(false);
        if (spec.parent() != null) {
            // Every command takes the common flags; saying so once is enough.
            command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> ownOptions(help));
            spec.usageMessage().footer("", "Common flags, such as --config and --output: dmt --help");
        } else {
            spec.usageMessage()
                    .footer(
                            "",
                            "First try:   dmt quickstart",
                            "Your own:    dmt run --source app.db --target postgres://user@host/database",
                            "More help:   dmt help step transfer");
        }
        command.getSubcommands().values().forEach(CommandTree::dress);
    }

    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
        return help.optionListExcludingGroups(own);
    }
}
