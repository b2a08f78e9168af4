package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.RawCatalog.Entry;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawColumn;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawTable;
import dev.dmt.schema.Column;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts one table together from what the PRAGMAs say of it and what its CREATE texts say beyond. */
final class TableAssembler {
    private static final int HIDDEN = 1;
    private static final int GENERATED_VIRTUAL = 2;
    private static final int GENERATED_STORED = 3;

    private final RawCatalog catalog;
    private final Consumer<Omission> omissions;
    private final Map<String, String> tableTexts = new HashMap<>();
    private final IndexAssembler indexes;
    private final ForeignKeyResolver foreignKeys;

    TableAssembler(RawCatalog catalog, Consumer<Omission> omissions) {
        this.catalog = catalog;
        this.omissions = omissions;
        this.indexes = new IndexAssembler(catalog, omissions);
        this.foreignKeys = new ForeignKeyResolver(catalog, omissions);
        for (Entry entry : catalog.entries()) {
            if (entry.type().equals("table") && entry.sql() != null) {
                tableTexts.put(AsciiCase.fold(entry.name()), entry.sql());
            }
        }
    }

    Table assemble(RawTable table) {
        TableDeclaration declared = TableParser.parse(tableTexts.getOrDefault(AsciiCase.fold(table.name()), ""));
        reportTextProblems(table, declared);
        List<Column> columns = columns(table, declared);
        Optional<Key> primaryKey = primaryKey(table, declared);
        IndexAssembler.Result built = indexes.assemble(table, columns, declared);
        return new Table(
                TableName.of(table.name()),
                columns,
                primaryKey,
                built.uniqueKeys(),
                built.indexes(),
                foreignKeys.resolve(table, declared),
                declared.checks(),
                RowOrders.of(columns, primaryKey, built.uniqueKeys(), table.withoutRowid()));
    }

    private List<Column> columns(RawTable table, TableDeclaration declared) {
        Map<String, ColumnDeclaration> texts = new HashMap<>();
        declared.columns().forEach(c -> texts.put(AsciiCase.fold(c.name()), c));
        boolean rowidKey = catalog.primaryKeyIsRowid(table);
        List<Column> columns = new ArrayList<>();
        for (RawColumn raw : catalog.columnsOf(table.name())) {
            if (raw.hidden() != HIDDEN) {
                ColumnDeclaration text = texts.get(AsciiCase.fold(raw.name()));
                boolean identity = rowidKey && raw.keyPosition() > 0;
                columns.add(new Column(
                        raw.name(),
                        raw.type(),
                        !raw.notNull() && !identity,
                        defaultOf(raw),
                        identity,
                        generated(table, raw, Optional.ofNullable(text)),
                        Optional.ofNullable(text).flatMap(ColumnDeclaration::collation)));
                if (text == null) {
                    omit(
                            table,
                            raw.name(),
                            "the column is not found in the CREATE TABLE text, its collation is not known");
                }
            }
        }
        return columns;
    }

    private static Optional<String> defaultOf(RawColumn raw) {
        boolean generated = raw.hidden() == GENERATED_VIRTUAL || raw.hidden() == GENERATED_STORED;
        return generated ? Optional.empty() : Optional.ofNullable(raw.defaultSql());
    }

    private Optional<GeneratedColumn> generated(RawTable table, RawColumn raw, Optional<ColumnDeclaration> text) {
        if (raw.hidden() != GENERATED_VIRTUAL && raw.hidden() != GENERATED_STORED) {
            return Optional.empty();
        }
        Optional<GeneratedColumn> generated = text.flatMap(ColumnDeclaration::generated);
        if (generated.isEmpty()) {
            omissions.accept(new Omission(
                    "generated column",
                    table.name(),
                    raw.name(),
                    "its expression cannot be read from the CREATE TABLE text: its values are carried over as plain data",
                    "add the expression in the target by hand"));
        }
        return generated.map(g -> new GeneratedColumn(g.expressionSql(), raw.hidden() == GENERATED_STORED));
    }

    private Optional<Key> primaryKey(RawTable table, TableDeclaration declared) {
        List<String> columns = catalog.primaryKeyOf(table.name());
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String name = declared.keys().stream()
                .filter(KeyDeclaration::primary)
                .map(KeyDeclaration::name)
                .findFirst()
                .orElse("");
        return Optional.of(new Key(name, columns));
    }

    private void reportTextProblems(RawTable table, TableDeclaration declared) {
        declared.notUnderstood()
                .forEach(text -> omit(table, text, "dmt does not understand this part of the CREATE TABLE text"));
        for (String clause : declared.conflictClauses()) {
            omissions.accept(new Omission(
                    "conflict clause",
                    table.name(),
                    clause,
                    "the target has no ON CONFLICT in a constraint: it fails where SQLite would have gone another way",
                    "say it in the statements that write, e.g. INSERT ... ON CONFLICT"));
        }
    }

    private void omit(RawTable table, String subject, String reason) {
        omissions.accept(new Omission(
                "declaration",
                table.name(),
                subject,
                reason,
                "look at it with .schema, and add to the target what it asks"));
    }
}
