package dev.dmt.engine;

import dev.dmt.config.EngineName;
import dev.dmt.engine.mssql.MssqlEngine;
import dev.dmt.engine.mysql.MysqlEngine;
import dev.dmt.engine.oracle.OracleEngine;
import dev.dmt.engine.postgres.PostgresEngine;
import dev.dmt.engine.sqlite.SqliteEngine;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.List;
import java.util.stream.Collectors;

/** The engines that this build can open: the one place that names them. */
public final class Engines {
    private static final List<Engine> ALL =
            List.of(new SqliteEngine(), new PostgresEngine(), new MysqlEngine(), new MssqlEngine(), new OracleEngine());

    private Engines() {}

    public static Engine of(EngineName name) {
        return ALL.stream()
                .filter(engine -> engine.name() == name)
                .findFirst()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "this build of dmt cannot open a " + name.text() + " database",
                        ErrorContext.at("type", name.text())
                                .withHint("it opens "
                                        + ALL.stream()
                                                .map(engine -> engine.name().text())
                                                .collect(Collectors.joining(", ")))));
    }
}
