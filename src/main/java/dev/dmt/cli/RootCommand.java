package dev.dmt.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dmt} itself: holds the flags that all commands share. */
@Command(name = "dmt", description = "Moves databases, one small step at a time.")
final class RootCommand {
    @Mixin
    final GlobalFlags flags;

    @Option(
            names = {"-V", "--version"},
            description = "Prints the version.")
    boolean version;

    RootCommand(GlobalFlags flags) {
        this.flags = flags;
    }
}
