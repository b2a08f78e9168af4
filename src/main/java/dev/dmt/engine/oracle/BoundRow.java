package dev.dmt.engine.oracle;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;

/** The row of a chunk that is being bound, and the large objects that the rows of a batch need until it is sent. */
final class BoundRow {
    private final Connection connection;
    private final OraclePreparedStatement statement;
    private final RowCursor rows;
    private final List<Clob> texts = new ArrayList<>();
    private final List<Blob> bytes = new ArrayList<>();

    BoundRow(Connection connection, OraclePreparedStatement statement, RowCursor rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    OraclePreparedStatement statement() {
        return statement;
    }

    RowCursor rows() {
        return rows;
    }

    String text(int column) {
        ByteView view = rows.bytes(column);
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
    }

    byte[] bytes(int column) {
        ByteView view = rows.bytes(column);
        return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
    }

    int length(int column) {
        return rows.bytes(column).length();
    }

    Clob clob(String text) throws SQLException {
        Clob clob = connection.createClob();
        texts.add(clob);
        if (!text.isEmpty()) {
            clob.setString(1, text);
        }
        return clob;
    }

    Blob blob(byte[] value) throws SQLException {
        Blob blob = connection.createBlob();
        bytes.add(blob);
        if (value.length > 0) {
            blob.setBytes(1, value);
        }
        return blob;
    }

    /** Gives back what the batch that has been sent needed. */
    void release() throws SQLException {
        for (Clob clob : texts) {
            clob.free();
        }
        texts.clear();
        for (Blob blob : bytes) {
            blob.free();
        }
        bytes.clear();
    }
}
