package dev.dmt.step;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Column;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The steps that give a loaded table its sequences, keys and indexes. */
final class KeySteps {
    private KeySteps() {}

    static Step resetSequences() {
        return new DdlStep(
                "reset-sequences",
                "set each identity column's sequence to follow the highest value, and sequences of their own",
                "sequences",
                List.of(new DdlPhase(true, KeySteps::sequences)),
                KeySteps::ownSequences);
    }

    static Step createPrimaryKeys() {
        return new DdlStep(
                "create-pks",
                "create primary and unique keys",
                "tables_with_keys",
                List.of(new DdlPhase(true, KeySteps::primaryAndUniqueKeys)));
    }

    static Step createIndexes() {
        return new DdlStep(
                "create-indexes",
                "create secondary indexes in parallel, then gather the tables' statistics",
                "indexes_and_statistics",
                List.of(new DdlPhase(true, KeySteps::indexes), new DdlPhase(true, KeySteps::statistics)));
    }

    static List<String> keyStatements(Table target, Ddl ddl) {
        List<String> statements = new ArrayList<>();
        target.primaryKey().ifPresent(key -> statements.addAll(ddl.createPrimaryKey(target, key)));
        for (Key key : target.uniqueKeys()) {
            statements.addAll(ddl.createUniqueKey(target, key));
        }
        return statements;
    }

    private static List<DdlItem> ownSequences(MigrationPlan plan, Ddl ddl) {
        return plan.sequences().stream()
                .map(sequence -> new DdlItem("", sequence.name().toString(), ddl.setSequence(sequence)))
                .toList();
    }

    private static List<DdlItem> sequences(TablePlan plan, Ddl ddl, MigrationConfig migration) {
        List<DdlItem> items = new ArrayList<>();
        for (Column column : plan.target().columns()) {
            if (column.identity()) {
                items.add(DdlItem.of(
                        plan, column.name(), ddl.resetSequence(plan.target(), column.name(), plan.sequenceFloor())));
            }
        }
        return items;
    }

    private static List<DdlItem> primaryAndUniqueKeys(TablePlan plan, Ddl ddl, MigrationConfig migration) {
        return List.of(DdlItem.of(plan, "", keyStatements(plan.target(), ddl)));
    }

    /** Unique indexes are rules, not tuning: they come even where create_indexes is off. */
    private static List<DdlItem> indexes(TablePlan plan, Ddl ddl, MigrationConfig migration) {
        List<DdlItem> items = new ArrayList<>();
        for (Index index : plan.target().indexes()) {
            if (migration.createIndexes() || index.unique()) {
                items.add(DdlItem.of(plan, index.name(), ddl.createIndex(plan.target(), index)));
            }
        }
        return items;
    }

    private static List<DdlItem> statistics(TablePlan plan, Ddl ddl, MigrationConfig migration) {
        return List.of(DdlItem.of(plan, "statistics", ddl.analyze(plan.target())));
    }
}
