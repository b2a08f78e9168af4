package dev.dmt.engine.oracle;

import java.sql.SQLException;
import oracle.jdbc.OracleResultSet;

/** Takes one column's value out of the driver's hands. */
interface Decoder {
    /** False where the value is NULL. */
    boolean read(OracleResultSet rows, int place, Slot into) throws SQLException;
}
