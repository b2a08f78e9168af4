package dev.dmt.zero;

import dev.dmt.config.ZeroVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A schema file for Zero applications, in TypeScript. */
public final class SchemaFile {
    private SchemaFile() {}

    /**
     * The file's text, the same for the same model.
     *
     * @param origin what the model was made from, as a person would say it
     */
    public static String text(ZeroModel model, ZeroVersion version, String origin) {
        List<String> blocks = new ArrayList<>();
        blocks.add(head(version, origin));
        blocks.add(imports(model));
        TableText tables = new TableText(ZeroDialect.of(version), model.findings());
        model.tables().forEach(table -> blocks.add(tables.of(table)));
        Map<String, List<ZeroRelationship>> relationships =
                model.relationships().stream().collect(Collectors.groupingBy(ZeroRelationship::table));
        RelationshipText relationshipText = new RelationshipText(model.tables());
        List<String> related = new ArrayList<>();
        for (ZeroTable table : model.tables()) {
            List<ZeroRelationship> ofTable = relationships.getOrDefault(table.identifier(), List.of());
            if (!ofTable.isEmpty()) {
                blocks.add(relationshipText.of(table, ofTable));
                related.add(relationshipText.constant(table));
            }
        }
        List<String> constants =
                model.tables().stream().map(ZeroTable::identifier).toList();
        blocks.add("export const schema = createSchema({\n" + list("tables", constants) + list("relationships", related)
                + "});\n");
        blocks.add("export type Schema = typeof schema;\n");
        blocks.add("export const zql = createBuilder(schema);\n");
        blocks.add("declare module '@rocicorp/zero' {\n  interface DefaultTypes {\n    schema: Schema;\n  }\n}\n");
        return String.join("\n", blocks);
    }

    private static String head(ZeroVersion version, String origin) {
        return "/* eslint-disable */\n"
                + TypeScript.comment("Written by dmt for Zero %s, from %s.".formatted(version.text(), origin)) + "\n"
                + "// Do not edit: the next run writes it anew. zero-report.md says what was left out, and why.\n";
    }

    private static String imports(ZeroModel model) {
        Set<String> used = new TreeSet<>(Set.of("createBuilder", "createSchema"));
        if (!model.tables().isEmpty()) {
            used.add("table");
        }
        if (!model.relationships().isEmpty()) {
            used.add("relationships");
        }
        model.tables()
                .forEach(table -> table.columns().forEach(column -> used.add(ColumnText.function(column.type()))));
        return used.stream().map(name -> "  " + name + ",\n").collect(Collectors.joining("", "import {\n", ""))
                + "} from '@rocicorp/zero';\n";
    }

    private static String list(String key, List<String> names) {
        return names.isEmpty()
                ? "  " + key + ": [],\n"
                : names.stream()
                        .map(name -> "    " + name + ",\n")
                        .collect(Collectors.joining("", "  " + key + ": [\n", "  ],\n"));
    }
}
