package dev.dmt.engine.mssql;

import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the catalog. What a server does not have, or does not show, and nothing stands or falls by, is left out. */
record Catalog(Connection connection) {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    CatalogRows ofSchema(String schema) throws SQLException {
        return rows("", schema);
    }

    CatalogRows ofTable(TableName table) throws SQLException {
        return rows(CatalogQueries.OF_TABLE, table.schema(), table.name());
    }

    private CatalogRows rows(String condition, String... parameters) throws SQLException {
        return new CatalogRows(
                list(CatalogQueries.COLUMNS + condition + CatalogQueries.COLUMNS_ORDER, ColumnRow::read, parameters),
                list(CatalogQueries.INDEXES + condition + CatalogQueries.INDEXES_ORDER, IndexRow::read, parameters),
                list(
                        CatalogQueries.FOREIGN_KEYS + condition + CatalogQueries.FOREIGN_KEYS_ORDER,
                        ForeignKeyRow::read,
                        parameters),
                list(CatalogQueries.CHECKS + condition + CatalogQueries.CHECKS_ORDER, CheckRow::read, parameters),
                listIfAny(
                        CatalogQueries.COMMENTS + condition + CatalogQueries.COMMENTS_ORDER,
                        CommentRow::read,
                        parameters));
    }

    <T> List<T> list(String sql, RowReading<T> reading, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(reading.of(result));
                }
            }
            return found;
        }
    }

    /** As {@link #list}; nothing where the server refuses the question. */
    <T> List<T> listIfAny(String sql, RowReading<T> reading, String... parameters) throws SQLException {
        try {
            return list(sql, reading, parameters);
        } catch (SQLException e) {
            if (!ErrorNumber.isRefusedQuestion(e)) {
                throw e;
            }
            LOG.info(
                    "the server does not answer a question about its catalog (error {}); it is left out",
                    e.getErrorCode());
            return List.of();
        }
    }

    /** One row of an answer as a value. */
    interface RowReading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
