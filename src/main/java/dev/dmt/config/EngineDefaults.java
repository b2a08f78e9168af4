package dev.dmt.config;

/** Defaults that follow from an engine. */
final class EngineDefaults {
    private EngineDefaults() {}

    /** The server's usual port; 0 for an engine without a server. */
    static int port(EngineName engine) {
        return switch (engine) {
            case SQLITE -> 0;
            case POSTGRES -> 5432;
            case MYSQL -> 3306;
            case MSSQL -> 1433;
            case ORACLE -> 1521;
        };
    }

    /** The schema that tables are in; empty where the engine has none or it is the user's own. */
    static String schema(EngineName engine) {
        return switch (engine) {
            case SQLITE, MYSQL, ORACLE -> "";
            case POSTGRES -> "public";
            case MSSQL -> "dbo";
        };
    }

    /** Shards let a file and a server be on two machines; between servers nothing needs a disk. */
    static TransferVia via(EngineName source, EngineName target) {
        return source == EngineName.SQLITE && target == EngineName.POSTGRES ? TransferVia.CSV : TransferVia.STREAM;
    }
}
