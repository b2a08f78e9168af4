package dev.dmt.engine.mssql;

/** The name of the ledger's table, which is no table of a migration. */
final class LedgerTable {
    static final String NAME = "dmt_ledger";

    private LedgerTable() {}
}
