package dev.dmt.zero;

import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Warns of names with dots. Zero syncs such tables and columns, but its mutators on the server take every dot for the end
 * of a schema's or a table's name.
 */
final class DottedNames {
    private DottedNames() {}

    static List<ZeroFinding> findings(List<SelectedTable> tables) {
        List<ZeroFinding> findings = new ArrayList<>();
        for (SelectedTable table : tables) {
            TableName name = table.name();
            if (name.schema().contains(".") || name.name().contains(".")) {
                findings.add(note(
                        name,
                        "",
                        "queries return its rows, but Zero's mutators on the server look for the table in a schema that ends"
                                + " at the first dot, and refuse every mutation of any table while they do not find it",
                        "Rename it so that no dot is in it, or leave the table out if the application has mutators."));
            }
            table.columns().stream()
                    .map(SelectedColumn::name)
                    .filter(column -> column.contains("."))
                    .forEach(column -> findings.add(note(
                            name,
                            column,
                            "queries return it, but Zero's mutators on the server take what is before the dot for a table,"
                                    + " and fail to write it",
                            "Rename it, or write it with SQL of your own.")));
        }
        return findings;
    }

    private static ZeroFinding note(TableName table, String column, String reason, String remedy) {
        return new ZeroFinding(ZeroFinding.Kind.NOTE, table.toString(), column, reason, remedy);
    }
}
