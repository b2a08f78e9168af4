package dev.dmt.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tables. */
final class TableFlags {
    @Option(
            names = "--table",
            paramLabel = "GLOB",
            description = "Only tables of the source that match, such as 'order*'. Repeatable.")
    List<String> tables = new ArrayList<>();
}
