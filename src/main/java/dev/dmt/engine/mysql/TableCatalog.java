package dev.dmt.engine.mysql;

import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes one table. What it cannot tell of is among the omissions afterwards. */
final class TableCatalog {
    private static final Pattern READABLE = Pattern.compile("[\\x20-\\x7e&&[^?]]*");
    private static final Pattern JSON_CHECK = Pattern.compile("(?i)json_valid\\(`((?:[^`]|``)+)`\\)");

    private final CatalogRows rows;
    private final boolean mariaDb;
    private final String schema;
    private final List<Omission> omissions = new ArrayList<>();

    TableCatalog(Connection connection, String schema) throws SQLException {
        this.rows = new CatalogRows(connection);
        this.mariaDb = Product.of(connection).mariaDb();
        this.schema = schema;
    }

    List<Omission> omissions() {
        return omissions;
    }

    Optional<Table> describe(String table) throws SQLException {
        Optional<String> comment =
                rows.list(CatalogQueries.TABLE_COMMENT, row -> CatalogRows.text(row, 1), schema, table).stream()
                        .findFirst();
        return comment.isEmpty() ? Optional.empty() : Optional.of(describe(table, comment.get()));
    }

    private Table describe(String table, String comment) throws SQLException {
        List<Check> checks = rows.list(
                mariaDb ? CatalogQueries.MARIADB_CHECKS : CatalogQueries.MYSQL_CHECKS,
                row -> new Check(row.getString(1), CatalogRows.text(row, 2)),
                schema,
                table);
        Set<String> json = json(checks);
        List<Column> columns = columns(table, json);
        IndexCatalog indexes = indexes(table);
        Optional<Key> primary = indexes.primary();
        Table described = new Table(
                new TableName(schema, table),
                columns,
                primary,
                indexes.uniqueKeys(),
                indexes.indexes(),
                foreignKeys(table),
                checks.stream().filter(check -> !isOfJson(check)).toList(),
                primary.map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                        .orElse(new RowOrder(RowOrder.Kind.NONE, List.of())));
        omissions.addAll(indexes.omissions());
        return described.commented(Optional.of(comment).filter(text -> !text.isEmpty()));
    }

    private Set<String> json(List<Check> checks) {
        Set<String> names = new HashSet<>();
        for (Check check : checks) {
            Matcher matcher = JSON_CHECK.matcher(check.expressionSql());
            if (mariaDb && matcher.matches()) {
                names.add(matcher.group(1).replace("``", "`"));
            }
        }
        return names;
    }

    private boolean isOfJson(Check check) {
        return mariaDb && JSON_CHECK.matcher(check.expressionSql()).matches();
    }

    /** The catalog holds a default of bytes as text, with a question mark for each byte that is none. */
    private Column readable(String table, Column column) {
        boolean bytes =
                column.nativeType().startsWith("binary") || column.nativeType().startsWith("varbinary");
        boolean mangled = bytes
                && column.defaultSql()
                        .filter(sql -> !READABLE.matcher(sql).matches())
                        .isPresent();
        if (!mangled) {
            return column;
        }
        omissions.add(new Omission(
                "default",
                table,
                column.name(),
                "its bytes are no text, and the server's catalog does not tell them",
                "set it in the target afterwards"));
        return column.withoutDefault();
    }

    private List<Column> columns(String table, Set<String> json) throws SQLException {
        ColumnCatalog catalog = new ColumnCatalog(mariaDb, json);
        List<Column> columns = new ArrayList<>();
        rows.each(
                CatalogQueries.COLUMNS,
                row -> {
                    String extra = CatalogRows.text(row, 5).toLowerCase(Locale.ROOT);
                    int update = extra.indexOf("on update ");
                    if (update >= 0) {
                        omissions.add(new Omission(
                                "default",
                                table,
                                row.getString(1) + " " + extra.substring(update).toUpperCase(Locale.ROOT),
                                "the column is no longer set by each change of its row",
                                "write a trigger in the target"));
                    }
                    if (extra.contains("invisible")) {
                        omissions.add(new Omission(
                                "column",
                                table,
                                row.getString(1),
                                "it is hidden in the source, not in the target",
                                ""));
                    }
                    columns.add(readable(table, catalog.read(row)));
                },
                schema,
                table);
        return columns;
    }

    private IndexCatalog indexes(String table) throws SQLException {
        IndexCatalog indexes = new IndexCatalog(table);
        rows.each(
                String.format(CatalogQueries.INDEXES, mariaDb ? "NULL" : "EXPRESSION"),
                row -> {
                    Optional<String> column = Optional.ofNullable(row.getString(3));
                    indexes.add(
                            row.getString(1),
                            row.getInt(2) == 0,
                            row.getString(6),
                            new IndexCatalog.Part(
                                    column.orElseGet(() -> expression(row)),
                                    column.isEmpty(),
                                    "D".equals(row.getString(4)),
                                    row.getString(5) != null));
                },
                schema,
                table);
        return indexes;
    }

    private static String expression(ResultSet row) {
        try {
            return CatalogRows.text(row, 7).replace("\\'", "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ForeignKey> foreignKeys(String table) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        rows.each(
                CatalogQueries.FOREIGN_KEY_COLUMNS,
                row -> keys.merge(row.getString(1), foreignKey(row), TableCatalog::joined),
                schema,
                table);
        return List.copyOf(keys.values());
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString(1),
                List.of(row.getString(2)),
                new TableName(row.getString(3), row.getString(4)),
                List.of(row.getString(5)),
                action(row.getString(6)),
                action(row.getString(7)),
                false,
                false);
    }

    private static ForeignKey joined(ForeignKey first, ForeignKey second) {
        List<String> columns = new ArrayList<>(first.columns());
        columns.addAll(second.columns());
        List<String> referenced = new ArrayList<>(first.referencedColumns());
        referenced.addAll(second.referencedColumns());
        return new ForeignKey(
                first.name(),
                columns,
                first.referencedTable(),
                referenced,
                first.onDelete(),
                first.onUpdate(),
                false,
                false);
    }

    private static ReferentialAction action(String rule) {
        return switch (rule) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            case "RESTRICT" -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
