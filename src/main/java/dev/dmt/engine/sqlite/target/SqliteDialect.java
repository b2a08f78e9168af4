package dev.dmt.engine.sqlite.target;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a SQLite target without opening it. */
public class SqliteDialect implements TargetDialect {
    static final WireFormat.Csv WIRE_FORMAT = WireFormat.CSV.withNulInText();

    private static final int MOST_COLUMNS = 2_000;
    private static final String RESERVED = "sqlite_";

    SqliteDialect(DatabaseConfig config) {
        if (!config.schema().isEmpty() && !config.schema().equals("main")) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "a SQLite database has no schemas, but target.schema is " + config.schema(),
                    ErrorContext.at("key", "target.schema").withHint("leave it out"));
        }
    }

    public static TargetDialect of(DatabaseConfig config) {
        return new SqliteDialect(config);
    }

    @Override
    public String engine() {
        return "sqlite";
    }

    @Override
    public TargetTypes types() {
        return new FileTypes();
    }

    @Override
    public Ddl ddl() {
        return new SqliteDdl();
    }

    @Override
    public String defaultSchema() {
        return "";
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return WIRE_FORMAT;
    }

    @Override
    public int maximumColumns() {
        return MOST_COLUMNS;
    }

    /** Any text will do, but for what SQLite keeps for itself. */
    @Override
    public Optional<String> acceptedName(String wanted) {
        String name = wanted.replace("\0", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(name.toLowerCase(Locale.ROOT).startsWith(RESERVED) ? "_" + name : name);
    }
}
