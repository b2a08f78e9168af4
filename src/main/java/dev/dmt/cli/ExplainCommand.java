package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.report.TextTable;
import dev.dmt.schema.Omission;
import dev.dmt.step.ExplainView;
import dev.dmt.step.ExplainView.ExplainedColumn;
import dev.dmt.step.ExplainView.ExplainedTable;
import dev.dmt.step.ExplainView.Found;
import dev.dmt.step.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--probe",
            description = "Also shows what the scan found: NULLs, the longest value, the range, the widest decimal.")
    boolean probe;

    @Option(
            names = "--fail-on",
            paramLabel = "GRADE",
            converter = GradeConverter.class,
            description =
                    "Exits with 65 where a value would change (lossy), a type be broader (widened), or anything not be"
                            + " carried over exactly (omitted): a gate for CI.")
    Optional<LossGrade> failOn = Optional.empty();

    @Override
    public Outcome perform(Session session) {
        Outcome outcome = session.with(context -> explain(session, context, tables, probe));
        if (failOn.isPresent() && outcome.view().orElse(null) instanceof ExplainView view) {
            Optional<DmtException> loss = failOn.get().refusal(view);
            outcome = loss.isPresent() ? outcome.failing(loss.get()) : outcome;
        }
        return json ? outcome.saying(List.of(Documents.json(outcome.view().orElseThrow()))) : outcome;
    }

    static Outcome explain(Session session, StepContext context, List<String> tables) {
        return explain(session, context, tables, false);
    }

    private static Outcome explain(Session session, StepContext context, List<String> tables, boolean probe) {
        ExplainView view = session.toolkit().inquiries().get().explain(context, tables);
        Outcome outcome = Outcome.of(lines(view, session.width(), probe), view);
        return view.problems().isEmpty() ? outcome : outcome.failing(inTheWay(view.problems()));
    }

    private static DmtException inTheWay(List<String> problems) {
        return new DmtException(
                ErrorCode.DATA,
                "nothing could be moved yet:\n  " + String.join("\n  ", problems),
                ErrorContext.hint("correct the data, or say in the config what becomes of it, as each line proposes"));
    }

    private static List<String> lines(ExplainView view, int width, boolean probe) {
        List<String> lines = new ArrayList<>();
        lines.add("reading: " + view.guarantee());
        view.tables().forEach(table -> lines.addAll(table(table, width, probe)));
        lines.addAll(omissions(view.omissions(), "not carried over exactly:"));
        return lines;
    }

    private static List<String> table(ExplainedTable table, int width, boolean probe) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(table.source() + " -> " + table.target() + ": " + StepTable.grouped(table.rows()) + " rows, lane "
                + table.lane() + ", " + table.units().size() + (table.units().size() == 1 ? " unit" : " units")
                + ", by " + table.travels());
        TextTable columns = probe
                ? new TextTable("column", "declared", "becomes", "fidelity", "found", "notes")
                : new TextTable("column", "declared", "becomes", "fidelity", "notes");
        for (ExplainedColumn column : table.columns()) {
            List<String> cells = new ArrayList<>(List.of(
                    named(column.source(), column.target()),
                    column.declared(),
                    column.nativeType(),
                    Words.of(column.fidelity())));
            if (probe) {
                cells.add(column.found().map(ExplainCommand::words).orElse(""));
            }
            cells.add(String.join("; ", column.notes()));
            columns.row(cells.toArray(String[]::new));
        }
        columns.lines(width - 2).forEach(line -> lines.add("  " + line));
        table.ddl().forEach(statement -> lines.add("  " + statement.strip().replace("\n", "\n  ") + ";"));
        lines.addAll(omissions(table.omissions(), "  not carried over exactly:"));
        return lines;
    }

    private static String words(Found found) {
        List<String> words = new ArrayList<>();
        if (found.nulls() > 0) {
            words.add(StepTable.grouped(found.nulls()) + " NULL");
        }
        if (found.longest() > 0) {
            words.add("longest " + StepTable.grouped(found.longest()));
        }
        found.minimum()
                .ifPresent(least -> words.add(least + " to " + found.maximum().orElse(least)));
        if (found.wholeDigits() > 0) {
            words.add(found.wholeDigits() + "." + found.scale() + " digits");
        }
        return String.join(", ", words);
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

    /** Grades by their words. */
    static final class GradeConverter implements ITypeConverter<LossGrade> {
        @Override
        public LossGrade convert(String text) {
            return switch (text) {
                case "lossy" -> LossGrade.LOSSY;
                case "widened" -> LossGrade.WIDENED;
                case "omitted" -> LossGrade.OMITTED;
                default -> throw new TypeConversionException("'" + text + "' is neither lossy nor widened nor omitted");
            };
        }
    }
}
