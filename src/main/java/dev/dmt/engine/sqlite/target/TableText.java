package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.sqlite.Identifiers;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of CREATE TABLE, with every constraint of the table. */
record TableText(Table table) {
    private static final Pattern SIMPLE =
            Pattern.compile("[-+]?\\d+(\\.\\d+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'|NULL|TRUE|FALSE|CURRENT_[A-Z]+");

    /** True where SQLite can count the column up by itself: it is the whole key, of whole numbers. */
    static boolean counts(Table table, String column) {
        return table.column(column).filter(Column::identity).isPresent()
                && table.primaryKey()
                        .filter(key -> key.columns().equals(List.of(column)))
                        .isPresent();
    }

    String create() {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(definition(column)));
        table.primaryKey()
                .filter(key ->
                        key.columns().size() > 1 || !counts(table, key.columns().get(0)))
                .ifPresent(key -> parts.add(key(key, "PRIMARY KEY")));
        table.uniqueKeys().forEach(key -> parts.add(key(key, "UNIQUE")));
        table.checks().forEach(check -> parts.add(check(check)));
        table.foreignKeys().forEach(key -> parts.add(foreignKey(key)));
        return "CREATE TABLE IF NOT EXISTS " + Identifiers.quote(table.name().name()) + " (\n  "
                + String.join(",\n  ", parts) + "\n)";
    }

    private String definition(Column column) {
        String name = Identifiers.quote(column.name());
        if (counts(table, column.name())) {
            return name + " INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT";
        }
        StringBuilder sql = new StringBuilder(name).append(' ').append(type(column));
        boolean keyed = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        if (!column.nullable() || keyed) {
            sql.append(" NOT NULL");
        }
        column.collation().ifPresent(c -> sql.append(" COLLATE ").append(Identifiers.quote(c)));
        column.generated()
                .ifPresent(generated -> sql.append(" GENERATED ALWAYS AS (")
                        .append(generated.expressionSql())
                        .append(")")
                        .append(generated.stored() ? " STORED" : " VIRTUAL"));
        column.defaultSql().ifPresent(text -> sql.append(" DEFAULT ").append(constant(text)));
        return sql.toString();
    }

    /** INTEGER alone would make SQLite count a key that does not count. */
    private String type(Column column) {
        boolean wholeKey = table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .isPresent();
        return wholeKey && column.nativeType().equals("INTEGER") ? "BIGINT" : column.nativeType();
    }

    private static String constant(String text) {
        return text.startsWith("(") || SIMPLE.matcher(text).matches() ? text : "(" + text + ")";
    }

    private static String key(Key key, String kind) {
        return named(key.name()) + kind + " (" + Identifiers.list(key.columns()) + ")";
    }

    private static String check(Check check) {
        return named(check.name()) + "CHECK (" + check.expressionSql() + ")";
    }

    private static String foreignKey(ForeignKey key) {
        return named(key.name()) + "FOREIGN KEY (" + Identifiers.list(key.columns()) + ") REFERENCES "
                + Identifiers.quote(key.referencedTable().name()) + " (" + Identifiers.list(key.referencedColumns())
                + ")"
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + (key.deferrable() ? " DEFERRABLE" : "")
                + (key.initiallyDeferred() ? " INITIALLY DEFERRED" : "");
    }

    private static String action(String occasion, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : occasion + action.sql();
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : "CONSTRAINT " + Identifiers.quote(name) + " ";
    }
}
