package dev.dmt.zero;

import static dev.dmt.zero.ZeroFinding.Kind.COLUMN_LEFT_OUT;
import static dev.dmt.zero.ZeroFinding.Kind.NOTE;
import static dev.dmt.zero.ZeroFinding.Kind.TABLE_LEFT_OUT;

import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Leaves out what no schema file can name so that Zero finds it again: it takes a server name apart at its dots, and its
 * clients lose the values of a column that is called like an object's prototype.
 */
final class ServerNames {
    private final Consumer<ZeroFinding> findings;

    private ServerNames(Consumer<ZeroFinding> findings) {
        this.findings = findings;
    }

    static List<SelectedTable> of(List<SelectedTable> tables, Consumer<ZeroFinding> findings) {
        ServerNames understood = new ServerNames(findings);
        List<SelectedTable> kept = new ArrayList<>();
        for (SelectedTable table : tables) {
            if (understood.isUnderstood(table)) {
                kept.add(understood.withUnderstoodColumns(table));
            }
        }
        return kept;
    }

    private boolean isUnderstood(SelectedTable table) {
        TableName name = table.name();
        if (name.schema().contains(".") || name.name().contains(".")) {
            findings.accept(new ZeroFinding(
                    TABLE_LEFT_OUT,
                    name.toString(),
                    "",
                    "Zero's server side takes the first dot of a table's name for the end of its schema's, and refuses every"
                            + " mutation while it does not find the table.",
                    "Rename the schema or the table so that neither holds a dot."));
            return false;
        }
        if (table.key().columns().contains(NameStyle.PROTOTYPE)) {
            findings.accept(new ZeroFinding(
                    TABLE_LEFT_OUT,
                    name.toString(),
                    "",
                    "Its key holds the column __proto__, whose values Zero's clients lose.",
                    "Rename the column."));
            return false;
        }
        return true;
    }

    private SelectedTable withUnderstoodColumns(SelectedTable table) {
        List<SelectedColumn> kept = new ArrayList<>();
        for (SelectedColumn column : table.columns()) {
            if (column.name().equals(NameStyle.PROTOTYPE)) {
                findings.accept(about(
                        COLUMN_LEFT_OUT,
                        table,
                        column,
                        "Zero's clients lose the values of a column of this name.",
                        "Rename it."));
            } else {
                kept.add(column);
            }
            if (column.name().contains(".")) {
                findings.accept(about(
                        NOTE,
                        table,
                        column,
                        "Queries return it, but Zero's mutators on the server take the dot in its name for a table's and fail"
                                + " to write it.",
                        "Rename it, or write it with SQL of your own."));
            }
        }
        return new SelectedTable(table.table(), kept, table.key(), table.published(), table.identityIndex());
    }

    private static ZeroFinding about(
            ZeroFinding.Kind kind, SelectedTable table, SelectedColumn column, String reason, String remedy) {
        return new ZeroFinding(kind, table.name().toString(), column.name(), reason, remedy);
    }
}
