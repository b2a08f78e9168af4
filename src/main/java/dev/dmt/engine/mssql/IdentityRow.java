package dev.dmt.engine.mssql;

import dev.dmt.schema.Omission;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An identity column as sys.identity_columns has it.
 *
 * @param last empty where it has given out none
 */
record IdentityRow(String table, String column, BigDecimal seed, BigDecimal increment, Optional<BigDecimal> last) {
    static IdentityRow read(ResultSet row) throws SQLException {
        return new IdentityRow(
                row.getString("table_name"),
                row.getString("column_name"),
                row.getBigDecimal("seed_value"),
                row.getBigDecimal("increment_value"),
                Optional.ofNullable(row.getBigDecimal("last_value")));
    }

    /** The number after which a counter by one may go on; empty where it is no number of 64 bits. */
    Optional<Long> floor() {
        BigDecimal floor = increment.signum() < 0 ? BigDecimal.ZERO : last.orElse(seed.subtract(BigDecimal.ONE));
        try {
            return Optional.of(floor.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** @param known the table by the name that the plan knows */
    Optional<Omission> omission(String known) {
        return increment.compareTo(BigDecimal.ONE) == 0
                ? Optional.empty()
                : Optional.of(new Omission(
                        "identity",
                        known,
                        column,
                        "its step of " + increment + " is not kept: it counts up by one",
                        ""));
    }
}
