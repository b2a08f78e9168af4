package dev.dmt.engine.mssql;

import java.sql.SQLException;
import java.util.Optional;

/** A value of a chunk that SQL Server has no room for: which column, and why, without the value. */
final class RefusedValueException extends SQLException {
    private static final long serialVersionUID = 1L;

    RefusedValueException(String column, String reason) {
        super("column " + column + ": " + reason, "22000");
    }

    static Optional<RefusedValueException> in(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RefusedValueException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
