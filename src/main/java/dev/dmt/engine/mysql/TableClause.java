package dev.dmt.engine.mysql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CREATE TABLE with all that MySQL wants to have said at once: the primary key, and the key of a column that counts. */
record TableClause(Table table) {
    private static final Pattern LITERAL =
            Pattern.compile("(?is)null|[+-]?[0-9.]+|'(?:[^'\\\\]|''|\\\\.)*'|[bx]'[0-9a-f]*'");
    private static final Pattern MOMENT = Pattern.compile("(?i)(?:current_timestamp|now)(?:\\((\\d)?\\))?");
    private static final Pattern DIGITS = Pattern.compile("(?i)(?:datetime|timestamp)(?:\\((\\d)\\))?");
    private static final Pattern WITHOUT_LITERAL_DEFAULT =
            Pattern.compile("(?i)(?:tiny|medium|long)?(?:text|blob)\\b.*|json|geometry");

    String create() {
        List<String> parts = new ArrayList<>();
        Optional<String> counter = counter();
        for (Column column : table.columns()) {
            parts.add(column(column, counter));
        }
        table.primaryKey()
                .ifPresent(key -> parts.add("PRIMARY KEY (" + MysqlIdentifiers.quoteAll(key.columns()) + ")"));
        counter.filter(column -> !leadsPrimaryKey(column))
                .ifPresent(column -> parts.add("KEY (" + MysqlIdentifiers.quote(column) + ")"));
        return "CREATE TABLE IF NOT EXISTS " + MysqlIdentifiers.quote(table.name()) + " ("
                + String.join(", ", parts)
                + ") ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE "
                + ColumnSpelling.EXACT + comment(table.comment());
    }

    /** A table has one such column at most. */
    private Optional<String> counter() {
        return table.columns().stream()
                .filter(Column::identity)
                .map(Column::name)
                .findFirst();
    }

    private boolean leadsPrimaryKey(String column) {
        return table.primaryKey()
                .map(Key::columns)
                .filter(names -> names.get(0).equals(column))
                .isPresent();
    }

    private String column(Column column, Optional<String> counter) {
        StringBuilder sql = new StringBuilder(MysqlIdentifiers.quote(column.name()))
                .append(' ')
                .append(column.nativeType());
        boolean required = !column.nullable()
                || table.primaryKey()
                        .filter(key -> key.columns().contains(column.name()))
                        .isPresent();
        if (column.generated().isPresent()) {
            sql.append(" GENERATED ALWAYS AS (")
                    .append(column.generated().get().expressionSql())
                    .append(") ")
                    .append(column.generated().get().stored() ? "STORED" : "VIRTUAL");
            // MariaDB takes no NOT NULL there.
            return sql.append(required ? "/*!50700 NOT NULL*/" : "")
                    .append(comment(column.comment()))
                    .toString();
        }
        sql.append(required ? " NOT NULL" : " NULL");
        if (counter.filter(column.name()::equals).isPresent()) {
            sql.append(" AUTO_INCREMENT");
        } else {
            column.defaultSql().ifPresent(text -> sql.append(" DEFAULT ").append(written(text, column)));
        }
        return sql.append(comment(column.comment())).toString();
    }

    /** What is no literal stands in parentheses, as does a literal where the type takes no other. */
    private static String written(String text, Column column) {
        boolean plain = LITERAL.matcher(text.strip()).matches()
                && !WITHOUT_LITERAL_DEFAULT.matcher(column.nativeType()).matches();
        return plain || isMomentOf(text.strip(), column) ? text : "(" + text + ")";
    }

    /** With as many digits of a second as the column has: so also the oldest servers take it. */
    private static boolean isMomentOf(String text, Column column) {
        Matcher moment = MOMENT.matcher(text);
        Matcher type = DIGITS.matcher(column.nativeType());
        return moment.matches()
                && type.matches()
                && Objects.requireNonNullElse(moment.group(1), "0")
                        .equals(Objects.requireNonNullElse(type.group(1), "0"));
    }

    private static String comment(Optional<String> text) {
        return text.filter(words -> !words.isEmpty())
                .map(words -> " COMMENT " + MysqlIdentifiers.literal(words))
                .orElse("");
    }
}
