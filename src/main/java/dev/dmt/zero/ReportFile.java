package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.report.Quantities;
import dev.dmt.schema.TableName;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes zero-report.md: what Zero will sync, and of all the rest why not and what can be done. */
public final class ReportFile {
    private final ZeroModel model;
    private final Selection selection;
    private final List<ZeroFinding> findings;
    private final MarkdownPage page = new MarkdownPage();

    private ReportFile(ZeroModel model, Selection selection, List<ZeroFinding> more) {
        this.model = model;
        this.selection = selection;
        // A model may hand on what the selection found.
        this.findings = List.copyOf(Stream.of(selection.findings(), model.findings(), more)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * The whole report.
     *
     * @param more what was found of the server and of the values, empty where neither was asked
     */
    public static String text(ZeroModel model, Selection selection, List<ZeroFinding> more, ZeroConfig config) {
        ReportFile file = new ReportFile(model, selection, more);
        file.head(config);
        file.use(config);
        file.blocks();
        file.values();
        file.tablesLeftOut();
        file.columnsLeftOut();
        file.relationshipsLeftOut();
        file.notes();
        file.tables();
        return file.page.text();
    }

    private void head(ZeroConfig config) {
        int columns = model.tables().stream()
                .mapToInt(table -> table.columns().size())
                .sum();
        page.title("Zero schema");
        page.line("");
        page.line("Written by dmt; the next run writes it anew.");
        page.line("");
        page.table(
                List.of("", ""),
                List.of(
                        List.of("Zero", config.version().text()),
                        List.of("Tables synced", Quantities.exact(model.tables().size())),
                        List.of("Columns synced", Quantities.exact(columns)),
                        List.of(
                                "Relationships",
                                Quantities.exact(model.relationships().size())),
                        List.of("Tables left out", count(Kind.TABLE_LEFT_OUT)),
                        List.of("Columns left out", count(Kind.COLUMN_LEFT_OUT)),
                        List.of("Relationships left out", count(Kind.RELATIONSHIP_LEFT_OUT)),
                        List.of("Columns with values at risk", count(Kind.VALUES)),
                        List.of("In the way of syncing", count(Kind.BLOCKS))));
    }

    private void use(ZeroConfig config) {
        page.section("How to use the files");
        page.line("1. `publication.sql` says what the database gives away. Run it as the owner of the tables:"
                + " `psql -v ON_ERROR_STOP=1 -f publication.sql`");
        page.line("2. Start zero-cache with `ZERO_APP_PUBLICATIONS=" + config.publication() + "`.");
        page.line("3. `schema.ts` is for the application: `import {schema, zql} from './schema'`.");
    }

    private void blocks() {
        if (all(Kind.BLOCKS).isEmpty()) {
            return;
        }
        page.section("What is in the way");
        page.line("Zero cannot sync before this is done.");
        page.line("");
        page.table(List.of("What", "What to do"), rows(Kind.BLOCKS, f -> List.of(f.reason(), f.remedy())));
    }

    private void values() {
        page.section("Values");
        page.line(
                "Clients see numbers as doubles, dates and timestamps as milliseconds since 1970 in UTC (microseconds as");
        page.line(
                "their fraction), times as milliseconds of the day (microseconds are cut off), `char(n)` padded with blanks.");
        page.line("");
        if (all(Kind.VALUES).isEmpty()) {
            page.line("Nothing else is known of.");
            return;
        }
        page.table(
                List.of("Table", "Column", "What was found", "What to do"),
                rows(Kind.VALUES, f -> List.of(f.table(), f.column(), f.reason(), f.remedy())));
    }

    private void tablesLeftOut() {
        page.section("Tables left out");
        if (all(Kind.TABLE_LEFT_OUT).isEmpty()) {
            page.line("None.");
            return;
        }
        page.table(
                List.of("Table", "Why", "What to do"),
                rows(Kind.TABLE_LEFT_OUT, f -> List.of(f.table(), f.reason(), f.remedy())));
    }

    private void columnsLeftOut() {
        page.section("Columns left out");
        if (all(Kind.COLUMN_LEFT_OUT).isEmpty()) {
            page.line("None of the tables that are synced.");
            return;
        }
        page.line(
                "Where a view reads such a column, or a foreign key has it, these must be dropped before its type is changed,");
        page.line("and made again afterwards.");
        page.line("");
        page.table(
                List.of("Table", "Column", "Why", "What to do"),
                rows(Kind.COLUMN_LEFT_OUT, f -> List.of(f.table(), f.column(), f.reason(), f.remedy())));
    }

    private void relationshipsLeftOut() {
        if (all(Kind.RELATIONSHIP_LEFT_OUT).isEmpty()) {
            return;
        }
        page.section("Relationships left out");
        page.table(
                List.of("Table", "Columns", "Why", "What to do"),
                rows(Kind.RELATIONSHIP_LEFT_OUT, f -> List.of(f.table(), f.column(), f.reason(), f.remedy())));
    }

    private void notes() {
        if (all(Kind.NOTE).isEmpty()) {
            return;
        }
        page.section("Worth knowing");
        page.table(
                List.of("Table", "Column", "What", "What to do"),
                rows(Kind.NOTE, f -> List.of(f.table(), f.column(), f.reason(), f.remedy())));
    }

    private void tables() {
        page.section("Tables synced");
        if (model.tables().isEmpty()) {
            page.line("None.");
            return;
        }
        Map<TableName, SelectedTable> selected =
                selection.tables().stream().collect(Collectors.toMap(SelectedTable::name, Function.identity()));
        page.table(
                List.of("Table", "In queries", "Key", "Columns"),
                model.tables().stream()
                        .map(table -> List.of(
                                table.server().toString(),
                                table.name(),
                                String.join(", ", table.primaryKey()),
                                columns(table, selected)))
                        .toList());
    }

    /** Of how many, where not all are synced. */
    private static String columns(ZeroTable table, Map<TableName, SelectedTable> selected) {
        int synced = table.columns().size();
        SelectedTable known = selected.get(table.server());
        int all = known == null ? synced : known.table().columns().size();
        return Quantities.exact(synced) + (all == synced ? "" : " of " + Quantities.exact(all));
    }

    private String count(Kind kind) {
        return Quantities.exact(all(kind).size());
    }

    private List<ZeroFinding> all(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private List<List<String>> rows(Kind kind, Function<ZeroFinding, List<String>> row) {
        return all(kind).stream().map(row).toList();
    }
}
