package dev.dmt.cli;

import picocli.CommandLine.Option;

/** How far validation goes. */
final class ChecksumFlag {
    @Option(
            names = "--checksum",
            description = "Also compares every value, and names the rows and columns that differ.")
    boolean checksum;
}
