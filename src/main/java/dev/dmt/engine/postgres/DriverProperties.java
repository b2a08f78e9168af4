package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the driver is told: our settings first, so that the config's own properties have the last word. */
final class DriverProperties {
    /** Ours, not the driver's. */
    private static final Set<String> OWN = Set.of(JdbcConnections.LEAK_DETECTION, "embedded_keep");

    private DriverProperties() {}

    static DataSource dataSource(DatabaseConfig config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {config.host()});
        source.setPortNumbers(new int[] {config.port()});
        source.setDatabaseName(config.database());
        source.setUser(config.user());
        source.setPassword(config.password().reveal());
        source.setApplicationName("dmt");
        source.setConnectTimeout(10);
        source.setLoginTimeout(15);
        source.setTcpKeepAlive(true);
        // No socket timeout: a COPY may rightly say nothing for long. Keep-alives find a dead peer.
        source.setSocketTimeout(0);
        // A server's detail quotes the row; values stay out of messages.
        source.setLogServerErrorDetail(false);
        try {
            if (config.sslMode().isPresent()) {
                source.setProperty("sslmode", config.sslMode().get());
            }
            for (var property : config.properties().entrySet()) {
                if (!OWN.contains(property.getKey())) {
                    source.setProperty(property.getKey(), property.getValue());
                }
            }
        } catch (SQLException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the PostgreSQL driver does not take one of the target's properties: " + e.getMessage(),
                    ErrorContext.hint("see target.properties and target.ssl_mode"),
                    e);
        }
        return source;
    }
}
