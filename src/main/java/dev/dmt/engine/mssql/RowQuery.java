package dev.dmt.engine.mssql;

import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked for the rows of a read.
 *
 * @param columns the read's own, and behind them the order's
 */
record RowQuery(List<ReadColumn> columns, String sql) {
    RowQuery {
        columns = List.copyOf(columns);
    }

    /** @param relation the table as it stands after FROM */
    static RowQuery of(TableRead read, KeyRange range, String relation) {
        KeyBounds bounds = new KeyBounds(read);
        List<ReadColumn> asked = Stream.concat(read.columns().stream().map(ReadColumn::of), bounds.keys().stream())
                .toList();
        List<String> expressions =
                asked.stream().flatMap(column -> column.select().stream()).toList();
        String select = IntStream.range(0, expressions.size())
                .mapToObj(i -> expressions.get(i) + " AS c" + (i + 1))
                .collect(Collectors.joining(", "));
        return new RowQuery(
                asked,
                "SELECT " + select + " FROM " + relation + " AS " + ReadColumn.ROWS + bounds.where(range)
                        + bounds.orderBy());
    }
}
