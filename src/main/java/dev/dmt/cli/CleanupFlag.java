package dev.dmt.cli;

import picocli.CommandLine.Option;

/** What the report leaves behind. */
final class CleanupFlag {
    @Option(names = "--cleanup", description = "Also drops the ledger in the target and removes the staging folder.")
    boolean cleanup;
}
