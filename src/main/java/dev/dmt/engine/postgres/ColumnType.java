package dev.dmt.engine.postgres;

import dev.dmt.schema.replicated.ReplicatedType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A column's type as the catalog has it; of an array all but the first two is its element's.
 *
 * @param element how it is spelled, empty where the type is no array
 * @param form the catalog's typtype
 * @param members empty unless it is an enumeration
 * @param below what a domain stands over, empty unless it is one
 */
record ColumnType(
        String sql,
        int dimensions,
        Optional<String> element,
        String form,
        String name,
        List<String> members,
        String below) {
    /** Takes seven columns, from the given one on. */
    static ColumnType read(ResultSet row, int first) throws SQLException {
        Array members = row.getArray(first + 5);
        return new ColumnType(
                row.getString(first),
                row.getInt(first + 1),
                Optional.ofNullable(row.getString(first + 2)),
                row.getString(first + 3),
                row.getString(first + 4),
                members == null ? List.of() : List.of((String[]) members.getArray()),
                Optional.ofNullable(row.getString(first + 6)).orElse(""));
    }

    ReplicatedType replicated() {
        return element.<ReplicatedType>map(spelled -> new ReplicatedType.Array(sql, scalar(spelled), dimensions))
                .orElseGet(() -> scalar(sql));
    }

    private ReplicatedType scalar(String spelled) {
        return switch (form) {
            case "b" -> new ReplicatedType.Plain(spelled, name);
            case "e" -> new ReplicatedType.Enumeration(spelled, members);
            case "d" -> new ReplicatedType.Domain(spelled, below);
            case "c" -> new ReplicatedType.Other(spelled, "composite");
            case "r" -> new ReplicatedType.Other(spelled, "range");
            case "m" -> new ReplicatedType.Other(spelled, "multirange");
            default -> new ReplicatedType.Other(spelled, "pseudo");
        };
    }
}
