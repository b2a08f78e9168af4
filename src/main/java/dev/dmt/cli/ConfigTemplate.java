package dev.dmt.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The config that {@code dmt init} writes: the two ends, and the rest as comments that show the defaults. */
final class ConfigTemplate {
    static final String TARGET = "postgres://app@localhost:5432/app";

    private static final String REST =
            """

            migration:
              # What becomes of target tables that are there: drop_recreate, truncate or upsert.
              target_mode: drop_recreate
              # Which tables, by glob.
              include_tables: ["*"]
              exclude_tables: []
              # Units in parallel; 0 takes what the machine grants.
              # workers: 0
              # What becomes of a row that the target cannot hold: fail or quarantine.
              # on_bad_row: fail
              # Other names in the target.
              # rename_tables: { old_name: new_name }
              # rename_columns: { table.old_name: new_name }
              # Types of your own choice.
              # types: { table.column: text }

            # All keys: docs/configuration.md
            """;

    private ConfigTemplate() {}

    static String text(Map<String, String> ends) {
        Map<String, String> complete = new LinkedHashMap<>(ends);
        if (complete.containsKey("target.host")) {
            complete.putIfAbsent("target.password", "");
        }
        return "# dmt's config. Secrets stay out of it: ${env:NAME} and ${file:PATH} are looked up when it is read.\n"
                + Documents.yaml(WrittenConfig.nested(complete))
                + REST;
    }
}
