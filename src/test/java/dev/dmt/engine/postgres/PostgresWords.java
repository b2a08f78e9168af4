package dev.dmt.engine.postgres;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.SourceTypes;

/** PostgreSQL's expressions without a server, for tests of other rooms. */
public final class PostgresWords {
    private PostgresWords() {}

    public static SourceTypes source() {
        return new PostgresSourceTypes(UserTypes.NONE);
    }

    public static Ddl target() {
        return new PostgresDdl();
    }
}
