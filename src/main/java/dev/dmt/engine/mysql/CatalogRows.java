package dev.dmt.engine.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks information_schema. */
record CatalogRows(Connection connection) {
    void each(String sql, RowUse use, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    use.of(result);
                }
            }
        }
    }

    <T> List<T> list(String sql, RowReading<T> reading, String... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reading.of(row)), parameters);
        return all;
    }

    Optional<String> first(String sql, String... parameters) throws SQLException {
        return list(sql, row -> Optional.ofNullable(row.getString(1)), parameters).stream()
                .findFirst()
                .flatMap(value -> value);
    }

    boolean any(String sql, String... parameters) throws SQLException {
        return !list(sql, row -> 1, parameters).isEmpty();
    }

    static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** What is done with the current row. */
    interface RowUse {
        void of(ResultSet row) throws SQLException;
    }

    /** The current row as a value. */
    interface RowReading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
