package dev.dmt.cli;

import picocli.CommandLine.Option;

/** What a Zero schema is made of. */
@SuppressWarnings("UnusedVariable")
final class FromFlag {
    /** Where tables and columns are looked up. */
    enum From {
        plan,
        target
    }

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            description = "plan: what dmt made of the source (default); target: an existing PostgreSQL as it stands,"
                    + " for which neither a source nor a run is needed.")
    From from = From.plan;

    boolean target() {
        return from == From.target;
    }
}
