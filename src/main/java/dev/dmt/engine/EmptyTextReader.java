package dev.dmt.engine;

import dev.dmt.schema.KeyRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source's reader for a target to which the empty text is NULL: see {@link EmptyText}. */
public record EmptyTextReader(Reader source) implements Reader {
    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        List<Optional<EmptyText>> rules = rules(read);
        RowCursor cursor = source.open(plain(read, rules), range);
        return rules.stream().allMatch(Optional::isEmpty) ? cursor : new EmptyTextCursor(cursor, rules);
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range, WireFormat.Own form) {
        return source.open(plain(read, rules(read)), range, form);
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        return source.partitions(plain(read, rules(read)), parts);
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        return source.count(plain(read, rules(read)), range);
    }

    private static List<Optional<EmptyText>> rules(TableRead read) {
        List<Optional<EmptyText>> rules = new ArrayList<>();
        for (ColumnRead column : read.columns()) {
            rules.add(
                    EmptyText.NULL.isOf(column.form())
                            ? Optional.of(EmptyText.NULL)
                            : EmptyText.SPACE.isOf(column.form()) ? Optional.of(EmptyText.SPACE) : Optional.empty());
        }
        return rules;
    }

    private static TableRead plain(TableRead read, List<Optional<EmptyText>> rules) {
        List<ColumnRead> columns = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ColumnRead column = read.columns().get(i);
            columns.add(rules.get(i)
                    .map(rule -> new ColumnRead(column.name(), column.type(), rule.removed(column.form())))
                    .orElse(column));
        }
        return new TableRead(read.table(), columns, read.order(), read.since());
    }
}
