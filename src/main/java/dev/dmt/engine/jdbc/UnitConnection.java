package dev.dmt.engine.jdbc;

import java.sql.Connection;

/** What a session works with: a connection of its own, and how its engine goes about it. */
record UnitConnection(Connection connection, LedgerDialect ledger, TargetWork work, JdbcErrors errors) {}
