package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.jdbc.LedgerWords;
import dev.dmt.engine.sqlite.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The ledger's table in the file. Rows need no locks: who writes is alone. */
record FileLedgerWords(String mark) implements LedgerWords {
    static final String NAME = "dmt_ledger";

    private static final RowLock NONE = new RowLock("", "");

    /** All sessions of one open target bear one mark, by which each commit of any of them keeps the leases of all. */
    static FileLedgerWords ofThisProcess() {
        return new FileLedgerWords(UUID.randomUUID().toString());
    }

    @Override
    public String table() {
        return Identifiers.quote(NAME);
    }

    @Override
    public List<String> create() {
        return List.of("CREATE TABLE IF NOT EXISTS " + table() + " (run_id TEXT NOT NULL, unit TEXT NOT NULL,"
                + " target_table TEXT, owner TEXT NOT NULL, session_mark TEXT, watermark TEXT, done INTEGER NOT NULL,"
                + " epoch INTEGER NOT NULL, lease_until INTEGER NOT NULL, chunk INTEGER NOT NULL,"
                + " rows_read INTEGER NOT NULL, rows_written INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,"
                + " updated_at INTEGER NOT NULL, PRIMARY KEY (run_id, unit)) WITHOUT ROWID, STRICT");
    }

    @Override
    public String drop() {
        return "DROP TABLE IF EXISTS " + table();
    }

    @Override
    public boolean isThereAlready(SQLException e) {
        return false;
    }

    @Override
    public String now() {
        return "CAST(round(unixepoch('now', 'subsec') * 1000) AS INTEGER)";
    }

    @Override
    public RowLock lock() {
        return NONE;
    }

    @Override
    public RowLock lockUnlessLocked() {
        return NONE;
    }

    @Override
    public String sessionMark(Connection connection) {
        return mark;
    }

    @Override
    public boolean sessionsDieWithTheirProcess() {
        return true;
    }

    @Override
    public boolean ddlIsTransactional() {
        return true;
    }
}
