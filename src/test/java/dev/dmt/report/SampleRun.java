package dev.dmt.report;

import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs to write reports of. */
final class SampleRun {
    private SampleRun() {}

    static RunReport good() {
        return new RunReport(summary("done"), steps(), tables(), omissions(), List.of(), validation(true), List.of());
    }

    static RunReport bad() {
        return new RunReport(
                summary("failed"),
                steps(),
                tables(),
                omissions(),
                List.of(new RunReport.RejectReport("visits", 3, ".dmt/rejects/visits.csv")),
                validation(false),
                List.of(new RunReport.FailureReport(
                        "validate",
                        "VALIDATION",
                        "2 of 12 tables do not hold the same as the source",
                        Optional.of("look at the rows below, then dmt reset transfer --table orders"))));
    }

    static RunReport hostile() {
        String evil = "<script>alert('x')</script>\"&|`*_";
        return new RunReport(
                new RunReport.Summary(
                        evil, evil, evil, evil, evil, Instant.EPOCH, Optional.empty(), Map.of(evil, evil)),
                List.of(new RunReport.StepReport(evil, evil, Duration.ofMillis(3), evil)),
                List.of(new RunReport.TableReport(
                        evil,
                        evil,
                        1,
                        1,
                        Duration.ZERO,
                        List.of(new RunReport.ColumnReport(
                                evil, evil, evil, evil, evil, Fidelity.REFUSED, List.of(evil))))),
                List.of(new Omission(evil, evil, evil, evil, evil)),
                List.of(new RunReport.RejectReport(evil, 1, evil)),
                List.of(new RunReport.ValidationResult(
                        evil, false, 1, 2, Optional.of(evil), List.of(evil), List.of(evil))),
                List.of(new RunReport.FailureReport(evil, evil, evil, Optional.of(evil))));
    }

    static RunReport empty() {
        return new RunReport(summary("done"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static RunReport.Summary summary(String status) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("dmt", "0.1.0");
        versions.put("SQLite", "3.54.1");
        versions.put("PostgreSQL", "18.6");
        versions.put("Java", "17.0.15");
        return new RunReport.Summary(
                "2026-11-21-nightly",
                status,
                "sqlite:/data/shop.db",
                "postgres://app@db.example/app",
                "All readers saw one snapshot of the file.",
                Instant.parse("2026-11-21T02:00:00Z"),
                Optional.of(Instant.parse("2026-11-21T02:00:19.412Z")),
                versions);
    }

    private static List<RunReport.StepReport> steps() {
        return List.of(
                step("extract-schema", 820, "12 tables, 1 view"),
                step("plan", 61, "15 units"),
                step("create-tables", 240, ""),
                step("transfer", 9_870, "15 units, none repeated"),
                step("reset-sequences", 44, ""),
                step("create-pks", 1_420, ""),
                step("create-indexes", 2_310, "9 indexes, 4 at a time"),
                step("create-fks", 690, "11 keys, no orphans"),
                step("create-checks", 130, ""),
                step("validate", 3_480, "counts, profiles, checksums"),
                new RunReport.StepReport("zero-schema", "not run", Duration.ZERO, ""));
    }

    private static RunReport.StepReport step(String name, long millis, String note) {
        return new RunReport.StepReport(name, "done", Duration.ofMillis(millis), note);
    }

    private static List<RunReport.TableReport> tables() {
        return List.of(
                table("visits", 2_400_000, 301_989_888, 6_900),
                table("orders", 312_400, 44_040_192, 910),
                table("order_lines", 901_233, 76_021_760, 2_480),
                table("customers", 48_211, 9_437_184, 190),
                table("products", 3_902, 1_048_576, 41),
                table("Städte", 870, 65_536, 22),
                table("settings", 14, 1_420, 9),
                table("audit_log", 0, 0, 6));
    }

    private static RunReport.TableReport table(String name, long rows, long bytes, long millis) {
        boolean renamed = !name.equals(name.toLowerCase(java.util.Locale.ROOT));
        List<RunReport.ColumnReport> columns = List.of(
                column("id", "INTEGER", "integer(64)", "bigint", Fidelity.EXACT, List.of()),
                column("created", "TEXT", "timestamp with zone", "timestamptz", Fidelity.EXACT, List.of("ISO text.")),
                name.equals("orders")
                        ? column(
                                "total",
                                "DECIMAL(8,2)",
                                "decimal",
                                "numeric",
                                Fidelity.WIDENED,
                                List.of("Three values have more digits than declared."))
                        : column("name", "VARCHAR(40)", "text", "text", Fidelity.EXACT, List.of()),
                name.equals("visits")
                        ? column(
                                "agent",
                                "TEXT",
                                "text",
                                "text",
                                Fidelity.LOSSY,
                                List.of("NUL characters are stripped from 12 values."))
                        : column("active", "BOOLEAN", "boolean", "boolean", Fidelity.EXACT, List.of()));
        return new RunReport.TableReport(
                name, "public." + (renamed ? "staedte" : name), rows, bytes, Duration.ofMillis(millis), columns);
    }

    private static RunReport.ColumnReport column(
            String name, String declared, String logical, String created, Fidelity fidelity, List<String> notes) {
        return new RunReport.ColumnReport(name, name, declared, logical, created, fidelity, notes);
    }

    private static List<Omission> omissions() {
        return List.of(
                new Omission("view", "", "monthly_totals", "Views are not moved.", "Create it in the target by hand."),
                new Omission(
                        "trigger", "orders", "orders_touch", "Triggers are not moved.", "Write it anew in PL/pgSQL."),
                new Omission(
                        "collation",
                        "customers",
                        "name COLLATE NOCASE",
                        "PostgreSQL has no such collation: comparisons are by case.",
                        "Index lower(name)."));
    }

    private static List<RunReport.ValidationResult> validation(boolean passed) {
        return tables().stream()
                .map(table -> new RunReport.ValidationResult(
                        table.source(),
                        passed || !table.source().equals("orders"),
                        table.rows(),
                        table.rows() - (passed || !table.source().equals("orders") ? 0 : 1),
                        Optional.of(table.rows() + ":4811c4cd231b6ced:a1983888564c8fbe"),
                        passed || !table.source().equals("orders")
                                ? List.of()
                                : List.of(
                                        "the target holds 312399 rows, the units wrote 312400",
                                        "1 of 313 checksums differ: 41000 < id <= 42000"),
                        passed || !table.source().equals("orders")
                                ? List.of()
                                : List.of(
                                        "missing in target: id=41077", "different: id=41078, columns total, created")))
                .toList();
    }
}
