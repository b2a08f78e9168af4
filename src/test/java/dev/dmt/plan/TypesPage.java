package dev.dmt.plan;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.Engine;
import dev.dmt.engine.Engines;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.TargetDialect;
import dev.dmt.error.DmtException;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** docs/types.md: what becomes of every type of every engine in every other, as the planner decides it. */
final class TypesPage {
    private static final TableName TABLE = TableName.of("t");
    private static final String COLUMN = "c";
    private static final Map<EngineName, String> CALLED = new EnumMap<>(Map.of(
            EngineName.POSTGRES, "PostgreSQL",
            EngineName.MYSQL, "MySQL, MariaDB",
            EngineName.MSSQL, "SQL Server",
            EngineName.ORACLE, "Oracle",
            EngineName.SQLITE, "SQLite"));

    private static final String HEAD = """
            # What becomes of each type

            Made from the code: `./mvnw -Pfast test -Dtest=TypesPageTest -Ddocs.write=true` writes this page anew.

            A column's declaration says what its values mean (the logical type); the target says how it holds that. Where only the
            source's own engine can hold a type as it is, it goes to the same engine unchanged, and to any other in the form that
            is named here. The page knows no data: `dmt explain` tells of a database of yours, `--probe` with what its columns
            hold, and `--fail-on lossy` ends with 65 where a value would change. SQLite's declarations bind nothing, so that its
            data decide as well ([types-sqlite.md](types-sqlite.md)).

            | mark | meaning |
            |---|---|
            | | exact: every value arrives as it is |
            | + | widened: every value arrives, in a type that takes more, or in another form |
            | - | lossy: values change, in the way that is said below |
            | x | refused until `migration.types` names another type |
            """;

    private TypesPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (EngineName source : EngineName.values()) {
            Engine engine = Engines.of(source);
            engine.declaredTypes().ifPresent(types -> page.append(section(source, engine.documentedTypes(), types)));
        }
        return page.toString();
    }

    private static String section(EngineName source, List<String> declared, SourceTypes types) {
        Map<EngineName, TargetDialect> targets = targets();
        StringBuilder text = new StringBuilder("\n## From " + CALLED.get(source) + "\n\n| declared | means |");
        targets.keySet()
                .forEach(target -> text.append(' ').append(CALLED.get(target)).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(targets.size())).append('\n');
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (String spelled : declared) {
            ColumnReading reading = read(source, spelled, types);
            text.append("| ")
                    .append(code(spelled))
                    .append(" | ")
                    .append(meaning(reading.type()))
                    .append(" |");
            targets.forEach((target, dialect) -> {
                NativeType becomes = becomes(source, target, spelled, reading);
                text.append(' ').append(cell(becomes)).append(" |");
                if (!becomes.reason().isEmpty()) {
                    reasons.computeIfAbsent(
                                    CALLED.get(target) + ": " + plain(becomes.reason(), spelled, reading),
                                    reason -> new ArrayList<>())
                            .add(code(spelled));
                }
            });
            text.append('\n');
        }
        text.append('\n');
        reasons.forEach((reason, spelled) -> text.append("- ")
                .append(String.join(", ", spelled))
                .append(" in ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }

    /** What is the same for many types is said once. */
    private static String plain(String reason, String spelled, ColumnReading reading) {
        String portable = reading.type() instanceof LogicalType.Native own
                ? own.portable().toString()
                : "";
        return portable.isEmpty()
                ? reason
                : reason.replace(spelled + " of ", "a type of ")
                        .replace("carried as " + portable, "carried as it says above");
    }

    private static String meaning(LogicalType type) {
        return type instanceof LogicalType.Native own
                ? "elsewhere " + code(own.portable().toString())
                : code(type.toString());
    }

    private static String cell(NativeType type) {
        return switch (type.fidelity()) {
            case EXACT -> code(type.sql());
            case WIDENED -> code(type.sql()) + " +";
            case LOSSY -> code(type.sql()) + " -";
            case REFUSED -> "x";
        };
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    static LogicalType meaningOf(EngineName source, String spelled) {
        return read(source, spelled, Engines.of(source).declaredTypes().orElseThrow())
                .type();
    }

    private static ColumnReading read(EngineName source, String spelled, SourceTypes types) {
        Column column = column(spelled);
        return types.read(
                table(column),
                column,
                profile(),
                Optional.empty(),
                config(source, source).migration());
    }

    private static NativeType becomes(EngineName source, EngineName target, String spelled, ColumnReading reading) {
        if (!reading.problem().isEmpty()) {
            return NativeType.refused(reading.problem(), reading.type());
        }
        Column column = column(spelled);
        DmtConfig config = config(source, target);
        PlanInputs inputs = new PlanInputs(
                config,
                new DatabaseSchema(
                        source.text(),
                        "",
                        List.of(),
                        List.of(),
                        Engines.of(source).documentedNames(),
                        List.of()),
                List.of(),
                Map.of(),
                Engines.of(source).declaredTypes().orElseThrow(),
                Engines.of(target).dialect(config.target()),
                (read, parts) -> List.of(),
                PlanRules.NONE);
        TableDraft draft = new TableDraft(
                table(column), new TableProfile(TABLE, 0, 0, List.of(profile())), new TableName("", "t"));
        NativeType type = new NativeTypes(inputs).of(draft, column, reading);
        return type.fidelity() == Fidelity.EXACT && reading.widened()
                ? NativeType.widened(type.sql(), "", type.held())
                : type;
    }

    private static Map<EngineName, TargetDialect> targets() {
        Map<EngineName, TargetDialect> targets = new LinkedHashMap<>();
        for (EngineName name : EngineName.values()) {
            dialect(name).ifPresent(dialect -> targets.put(name, dialect));
        }
        return targets;
    }

    private static Optional<TargetDialect> dialect(EngineName name) {
        try {
            return Optional.of(
                    Engines.of(name).dialect(config(EngineName.SQLITE, name).target()));
        } catch (DmtException notInThisBuild) {
            return Optional.empty();
        }
    }

    private static DmtConfig config(EngineName source, EngineName target) {
        Map<String, String> settings = new HashMap<>();
        end(settings, "source", source);
        end(settings, "target", target);
        return ConfigLoader.load(new ConfigRequest(Optional.empty(), settings, Map.of(), Path.of("")));
    }

    private static void end(Map<String, String> settings, String section, EngineName engine) {
        settings.put(section + ".type", engine.text());
        if (engine == EngineName.SQLITE) {
            settings.put(section + ".path", section + ".db");
        } else {
            settings.put(section + ".database", "app");
            settings.put(section + ".user", "app");
        }
    }

    private static Column column(String spelled) {
        return new Column(
                COLUMN, spelled, true, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Table table(Column column) {
        return new Table(
                TABLE,
                List.of(column),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }

    private static ColumnProfile profile() {
        return new ColumnProfile(
                COLUMN, 0, Map.of(), Map.of(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    }
}
