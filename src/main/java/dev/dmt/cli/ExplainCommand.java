package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.report.TextTable;
import dev.dmt.schema.Omission;
import dev.dmt.step.ExplainView;
import dev.dmt.step.ExplainView.ExplainedTable;
import dev.dmt.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmt explain}: what would be done. */
@Command(
        name = "explain",
        description =
                "Shows types with fidelity, DDL, units, and what will not be carried over and why. Touches nothing.")
final class ExplainCommand implements Action {
    @Parameters(paramLabel = "TABLE", arity = "0..*", description = "Tables or globs (default: all).")
    List<String> tables = new ArrayList<>();

    @Option(names = "--json", description = "Prints the explanation alone, as one JSON object.")
    boolean json;

    @Override
    public Outcome perform(Session session) {
        Outcome outcome = session.with(context -> explain(session, context, tables));
        return json ? outcome.saying(List.of(Documents.json(outcome.view().orElseThrow()))) : outcome;
    }

    static Outcome explain(Session session, StepContext context, List<String> tables) {
        ExplainView view = session.toolkit().inquiries().get().explain(context, tables);
        Outcome outcome = Outcome.of(lines(view, session.width()), view);
        return view.problems().isEmpty() ? outcome : outcome.failing(inTheWay(view.problems()));
    }

    private static DmtException inTheWay(List<String> problems) {
        return new DmtException(
                ErrorCode.DATA,
                "nothing could be moved yet:\n  " + String.join("\n  ", problems),
                ErrorContext.hint("correct the data, or say in the config what becomes of it, as each line proposes"));
    }

    private static List<String> lines(ExplainView view, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("reading: " + view.guarantee());
        view.tables().forEach(table -> lines.addAll(table(table, width)));
        lines.addAll(omissions(view.omissions(), "not carried over exactly:"));
        return lines;
    }

    private static List<String> table(ExplainedTable table, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(table.source() + " -> " + table.target() + ": " + StepTable.grouped(table.rows()) + " rows, lane "
                + table.lane() + ", " + table.units().size() + (table.units().size() == 1 ? " unit" : " units")
                + ", by " + table.travels());
        TextTable columns = new TextTable("column", "declared", "becomes", "fidelity", "notes");
        table.columns()
                .forEach(column -> columns.row(
                        named(column.source(), column.target()),
                        column.declared(),
                        column.nativeType(),
                        Words.of(column.fidelity()),
                        String.join("; ", column.notes())));
        columns.lines(width - 2).forEach(line -> lines.add("  " + line));
        table.ddl().forEach(statement -> lines.add("  " + statement.strip().replace("\n", "\n  ") + ";"));
        lines.addAll(omissions(table.omissions(), "  not carried over exactly:"));
        return lines;
    }

    private static String named(String source, String target) {
        return source.equals(target) ? source : source + " -> " + target;
    }

    private static List<String> omissions(List<Omission> omissions, String title) {
        List<String> lines = new ArrayList<>();
        if (!omissions.isEmpty()) {
            lines.add(title);
        }
        omissions.forEach(omission -> lines.add("  - " + omission.kind() + " "
                + (omission.table().isEmpty() ? "" : omission.table() + ".")
                + omission.name() + ": " + omission.reason()
                + (omission.remedy().isEmpty() ? "" : " (" + omission.remedy() + ")")));
        return lines;
    }
}
