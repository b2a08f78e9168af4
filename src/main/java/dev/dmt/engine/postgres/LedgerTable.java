package dev.dmt.engine.postgres;

import dev.dmt.engine.LedgerRow;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The ledger's SQL. Every time in it is the database's clock; no client's clock is ever asked. */
record LedgerTable(String schema) {
    static final String NAME = "dmt_ledger";

    private static final String ROW =
            "run_id, unit, done, epoch, owner, lease_until, chunk, watermark, rows_read, rows_written, rows_rejected";
    private static final String LEASE = "clock_timestamp() + ? * interval '1 millisecond'";
    /**
     * The commit need not wait for the server's disk. True of claims and releases, which move no rows: only a crash of the
     * server loses them, and that ends every session that could have relied on them. Work commits as the server is set.
     */
    private static final String UNHURRIED = "set_config('synchronous_commit', 'off', true) IS NOT NULL";

    /** The owner too: a unit that was forgotten and claimed anew begins at the first epoch again. */
    private static final String MINE = " WHERE run_id = ? AND unit = ? AND epoch = ? AND owner = ?";

    String table() {
        return PostgresIdentifiers.quote(schema) + "." + PostgresIdentifiers.quote(NAME);
    }

    String create() {
        return "CREATE TABLE IF NOT EXISTS " + table() + " (run_id text NOT NULL, unit text NOT NULL,"
                + " target_table text NOT NULL, done boolean NOT NULL, epoch bigint NOT NULL, owner text NOT NULL,"
                + " lease_until timestamptz NOT NULL, backend_pid integer, backend_start timestamptz,"
                + " chunk bigint NOT NULL, watermark text, rows_read bigint NOT NULL,"
                + " rows_written bigint NOT NULL, rows_rejected bigint NOT NULL,"
                + " updated_at timestamptz NOT NULL, PRIMARY KEY (run_id, unit))";
    }

    String find() {
        return "SELECT " + ROW + " FROM " + table() + " WHERE run_id = ? AND unit = ?";
    }

    String list() {
        return "SELECT " + ROW + " FROM " + table() + " WHERE run_id = ? ORDER BY unit";
    }

    /**
     * Parameters: run id, unit, table, owner, lease in ms. Gives the row where the claim was granted, else nothing. A holder whose
     * backend has ended cannot commit any more, so its unit is free at once, whatever its lease says. A backend whose
     * start another role may not see counts as alive.
     */
    String claim() {
        return "INSERT INTO " + table()
                + " AS held (run_id, unit, target_table, done, epoch, owner, lease_until, backend_pid,"
                + " backend_start, chunk, rows_read, rows_written, rows_rejected, updated_at)"
                + " SELECT ?, ?, ?, false, 1, ?, " + LEASE + ", pg_backend_pid(), (SELECT backend_start"
                + " FROM pg_stat_activity WHERE pid = pg_backend_pid()), 0, 0, 0, 0, clock_timestamp() WHERE "
                + UNHURRIED
                + " ON CONFLICT (run_id, unit) DO UPDATE SET epoch = held.epoch + 1, owner = excluded.owner,"
                + " lease_until = excluded.lease_until, backend_pid = excluded.backend_pid,"
                + " backend_start = excluded.backend_start, updated_at = excluded.updated_at"
                + " WHERE held.lease_until <= clock_timestamp() OR held.backend_pid IS NULL"
                + " OR NOT EXISTS (SELECT 1 FROM pg_stat_activity alive WHERE alive.pid = held.backend_pid"
                + " AND (alive.backend_start IS NULL OR alive.backend_start = held.backend_start))"
                + " RETURNING " + ROW;
    }

    /** Parameters: done, chunk, watermark, rows read, written, rejected, lease in ms; then run id, unit, epoch, owner. */
    String advance() {
        return "UPDATE " + table() + " SET done = ?, chunk = ?, watermark = ?, rows_read = rows_read + ?,"
                + " rows_written = rows_written + ?, rows_rejected = rows_rejected + ?, lease_until = " + LEASE
                + ", updated_at = clock_timestamp()" + MINE + " RETURNING " + ROW;
    }

    /**
     * Parameters: run id, unit, epoch, owner; lease in ms; run id, unit, epoch, owner. Tells whether the unit is still ours. A row that
     * is locked is being advanced by its owner this moment, and need not be waited for.
     */
    String renew() {
        return "WITH mine AS (SELECT run_id, unit FROM " + table() + MINE + " FOR UPDATE SKIP LOCKED),"
                + " renewed AS (UPDATE " + table() + " AS held SET lease_until = " + LEASE
                + ", updated_at = clock_timestamp() FROM mine WHERE held.run_id = mine.run_id"
                + " AND held.unit = mine.unit) SELECT EXISTS (SELECT 1 FROM " + table() + MINE + ")";
    }

    /** Parameters: run id, unit, epoch, owner. Gives a row where the unit is still ours. */
    String mine() {
        return "SELECT 1 FROM " + table() + MINE;
    }

    /** Parameters: run id, unit, table, text. A note is nobody's: it has no lease, and its commit waits for the disk. */
    String note() {
        return "INSERT INTO " + table()
                + " AS held (run_id, unit, target_table, done, epoch, owner, lease_until, chunk,"
                + " watermark, rows_read, rows_written, rows_rejected, updated_at)"
                + " VALUES (?, ?, ?, true, 1, '', clock_timestamp(), 1, ?, 0, 0, 0, clock_timestamp())"
                + " ON CONFLICT (run_id, unit) DO UPDATE SET watermark = excluded.watermark, epoch = held.epoch + 1,"
                + " target_table = excluded.target_table, updated_at = excluded.updated_at";
    }

    /** Parameters: run id, unit, epoch, owner. */
    String release() {
        return "UPDATE " + table() + " SET lease_until = clock_timestamp(), backend_pid = NULL, backend_start = NULL,"
                + " updated_at = clock_timestamp()" + MINE + " AND " + UNHURRIED;
    }

    String forget() {
        return "DELETE FROM " + table() + " WHERE run_id = ? AND unit = ?";
    }

    String supersede(String runId, TableName target) {
        return "DELETE FROM " + table() + " WHERE run_id <> " + PostgresIdentifiers.literal(runId)
                + " AND target_table = " + PostgresIdentifiers.literal(target.toString());
    }

    String drop() {
        return "DROP TABLE IF EXISTS " + table();
    }

    static LedgerRow row(ResultSet result) throws SQLException {
        return new LedgerRow(
                result.getString(1),
                result.getString(2),
                result.getBoolean(3),
                result.getLong(4),
                result.getString(5),
                result.getObject(6, OffsetDateTime.class).toInstant(),
                result.getLong(7),
                Optional.ofNullable(result.getString(8)),
                result.getLong(9),
                result.getLong(10),
                result.getLong(11));
    }
}
