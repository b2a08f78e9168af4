package dev.dmt.zero;

import dev.dmt.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table as a constant of a schema file. */
final class TableText {
    private final ZeroDialect dialect;

    /** What to say of left-out columns, by table. */
    private final Map<String, StringBuilder> leftOut = new HashMap<>();

    TableText(ZeroDialect dialect, List<ZeroFinding> findings) {
        this.dialect = dialect;
        for (ZeroFinding finding : findings) {
            if (finding.kind() == ZeroFinding.Kind.COLUMN_LEFT_OUT) {
                leftOut.computeIfAbsent(finding.table(), table -> new StringBuilder())
                        .append("    ")
                        .append(TypeScript.comment("left out: %s (%s)".formatted(finding.column(), finding.reason())))
                        .append('\n');
            }
        }
    }

    String of(ZeroTable table) {
        StringBuilder text = new StringBuilder("export const ")
                .append(table.identifier())
                .append(" = table(")
                .append(TypeScript.literal(table.name()))
                .append(")\n");
        String server = server(table.server());
        if (!server.equals(table.name())) {
            text.append("  .from(").append(TypeScript.literal(server)).append(")\n");
        }
        text.append("  .columns({\n");
        table.columns().forEach(column -> text.append(ColumnText.of(column)));
        text.append(leftOut.getOrDefault(table.server().toString(), new StringBuilder()))
                .append("  })");
        dialect.keys(table).forEach(key -> text.append("\n  ").append(key));
        return text.append(";\n").toString();
    }

    private static String server(TableName name) {
        return TableNaming.isPublic(name) ? name.name() : name.schema() + "." + name.name();
    }
}
