package dev.dmt.engine.oracle;

import java.sql.SQLException;

/** A value that Oracle would not keep as it is: refused here, before Oracle rounds it or makes a NULL of it. */
final class RowRefusal extends SQLException {
    private static final long serialVersionUID = 1L;

    /** @param reason without the value */
    RowRefusal(String column, String reason) {
        super("column " + column + ": " + reason);
    }
}
