package dev.dmt.engine.sqlite;

import java.sql.Connection;

/** The right to use a connection of the driver's own for reading, until it is closed. */
public interface ReadLease extends AutoCloseable {
    Connection connection();

    @Override
    void close();
}
