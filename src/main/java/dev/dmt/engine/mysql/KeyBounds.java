package dev.dmt.engine.mysql;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A read's order and a range of it, in SQL. The server finds no way into an index by a comparison of whole rows. */
record KeyBounds(TableName table, List<KeyColumn> keys) {
    String orderBy() {
        return keys.isEmpty()
                ? ""
                : keys.stream().map(KeyColumn::expression).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    String where(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        range.after().ifPresent(bound -> conditions.add(comparison('>', bound, ">")));
        range.upTo().ifPresent(bound -> conditions.add(comparison('<', bound, "<=")));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** {@code (a > 1 OR (a = 1 AND b > 2))}, and for the index's sake that the first column is not beyond its bound. */
    private String comparison(char direction, KeyTuple bound, String last) {
        if (keys.isEmpty() || bound.values().size() != keys.size()) {
            throw new DmtException(
                    ErrorCode.INTERNAL,
                    "a key range of " + table + " cannot be read: its bound has "
                            + bound.values().size() + " values for a key of " + keys.size(),
                    ErrorContext.at("table", table.toString()));
        }
        String nested = "";
        for (int i = keys.size() - 1; i >= 0; i--) {
            String expression = keys.get(i).expression();
            String value = keys.get(i).literal(bound.values().get(i));
            nested = nested.isEmpty()
                    ? expression + " " + last + " " + value
                    : "(" + expression + " " + direction + " " + value + " OR (" + expression + " = " + value + " AND "
                            + nested + "))";
        }
        return keys.size() == 1
                ? nested
                : keys.get(0).expression() + " " + direction + "= "
                        + keys.get(0).literal(bound.values().get(0)) + " AND " + nested;
    }
}
