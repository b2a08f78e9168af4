package dev.dmt.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which units of the transfer. */
final class UnitFlags {
    @Option(names = "--unit", paramLabel = "ID", description = "Only this unit, such as orders.p03. Repeatable.")
    List<String> units = new ArrayList<>();
}
