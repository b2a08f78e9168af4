package dev.dmt.engine.mysql;

import dev.dmt.schema.Column;
import dev.dmt.schema.GeneratedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column as information_schema has it, the two products' ways made one.
 *
 * @param json the columns of which a check demands that they hold JSON: so MariaDB keeps it
 */
record ColumnCatalog(boolean mariaDb, Set<String> json) {
    private static final Pattern DISPLAY_WIDTH = Pattern.compile("^(tinyint|smallint|mediumint|int|bigint)\\(\\d+\\)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("0x[0-9A-Fa-f]*");
    private static final String TRUTH = "tinyint(1)";

    Column read(ResultSet row) throws SQLException {
        String name = row.getString(1);
        String extra = CatalogRows.text(row, 5).toLowerCase(Locale.ROOT);
        Optional<String> generation = Optional.ofNullable(row.getString(6)).filter(text -> !text.isEmpty());
        boolean counts = extra.contains("auto_increment");
        Column column = new Column(
                name,
                type(name, row.getString(2)),
                row.getString(3).equals("YES"),
                counts || generation.isPresent() ? Optional.empty() : defaultSql(row, extra),
                counts,
                generation.map(sql -> new GeneratedColumn(unescaped(sql), extra.contains("stored"))),
                Optional.ofNullable(row.getString(7)));
        return column.commented(Optional.ofNullable(row.getString(8)).filter(text -> !text.isEmpty()));
    }

    /** How wide a number is shown says nothing of it, but for the one digit that makes a truth value. */
    private String type(String name, String declared) {
        if (json.contains(name)) {
            return "json";
        }
        return declared.startsWith(TRUTH) || declared.contains("zerofill")
                ? declared
                : DISPLAY_WIDTH.matcher(declared).replaceFirst("$1");
    }

    /** MariaDB writes a default as an expression, MySQL most as the bare value. */
    private Optional<String> defaultSql(ResultSet row, String extra) throws SQLException {
        Optional<String> text = Optional.ofNullable(row.getString(4));
        if (mariaDb) {
            return text.filter(sql -> !sql.equalsIgnoreCase("NULL"));
        }
        boolean expression = extra.contains("default_generated");
        boolean number =
                !row.getString(9).matches("(?:var)?(?:char|binary)|.*text|enum|set|date|time|datetime|timestamp");
        return text.map(sql -> expression ? unescaped(sql) : bare(sql, number));
    }

    private static String bare(String value, boolean number) {
        if ((number && NUMBER.matcher(value).matches()) || HEX.matcher(value).matches() || value.startsWith("b'")) {
            return value;
        }
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** MySQL escapes the quotes of an expression once more. */
    private String unescaped(String sql) {
        return mariaDb ? sql : sql.replace("\\'", "'");
    }
}
