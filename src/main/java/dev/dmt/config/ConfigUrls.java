package dev.dmt.config;

import dev.dmt.config.DatabaseUrl.MalformedUrlException;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short forms of {@code --source} and {@code --target}: a file, sqlite:FILE, embedded:FOLDER, or a server's URL. They
 * become overrides for {@link ConfigRequest}; an empty one takes back what a file may say of another kind of database.
 */
public final class ConfigUrls {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?([A-Za-z][A-Za-z0-9+.-]+):(.*)", Pattern.DOTALL);
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)([?&][^=&]*(?:passw|secret)[^=&]*=)[^&]*");
    private static final Map<String, EngineName> SERVERS = Map.of(
            "postgres", EngineName.POSTGRES,
            "postgresql", EngineName.POSTGRES,
            "mysql", EngineName.MYSQL,
            "mssql", EngineName.MSSQL,
            "sqlserver", EngineName.MSSQL,
            "oracle", EngineName.ORACLE);
    private static final List<String> SCHEMES =
            List.of("sqlite", "embedded", "postgres", "postgresql", "mysql", "mssql", "sqlserver", "oracle");
    private static final Map<String, String> PARAMETERS = Map.of(
            "schema", "schema",
            "currentschema", "schema",
            "sslmode", "ssl_mode",
            "ssl_mode", "ssl_mode",
            "user", "user",
            "password", "password");

    private final String end;
    private final Map<String, String> overrides = new LinkedHashMap<>();

    private ConfigUrls(String end) {
        this.end = end;
    }

    public static Map<String, String> source(String text) {
        return new ConfigUrls("source").parse(text);
    }

    public static Map<String, String> target(String text) {
        return new ConfigUrls("target").parse(text);
    }

    /** The text as it may be shown: a password in it is masked. */
    public static String masked(String text) {
        int start = text.indexOf("//");
        int at = text.lastIndexOf('@');
        int colon = start < 0 ? -1 : text.indexOf(':', start);
        String shown = colon >= 0 && colon < at ? text.substring(0, colon + 1) + "********" + text.substring(at) : text;
        return PASSWORD_PARAMETER.matcher(shown).replaceAll("$1********");
    }

    private Map<String, String> parse(String text) {
        Matcher scheme = SCHEME.matcher(text.strip());
        if (text.isBlank()) {
            throw usage("names no database");
        } else if (scheme.matches()) {
            named(scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2));
        } else {
            file(text.strip());
        }
        return overrides;
    }

    private void named(String scheme, String rest) {
        if (scheme.equals("sqlite")) {
            file(rest);
        } else if (scheme.equals("embedded")) {
            embedded(rest);
        } else if (!SERVERS.containsKey(scheme)) {
            throw usage(
                    "starts with an unknown " + KeyNames.shown(scheme) + ":" + NearestName.question(SCHEMES, scheme));
        } else if (!rest.startsWith("//")) {
            throw usage("lacks the // after " + scheme + ":");
        } else {
            server(SERVERS.get(scheme), rest.substring(2));
        }
    }

    private void file(String path) {
        put("type", EngineName.SQLITE.text());
        path(path);
        if (end.equals("target")) {
            List.of("host", "port", "database", "user", "password", "schema").forEach(key -> put(key, ""));
        }
    }

    private void embedded(String folder) {
        put("type", EngineName.POSTGRES.text());
        path(folder);
        List.of("host", "port", "database", "user", "password").forEach(key -> put(key, ""));
    }

    private void path(String path) {
        if (path.isBlank() || path.startsWith("//")) {
            throw usage("has no path after the colon (no // either)");
        }
        put("path", path);
    }

    private void server(EngineName engine, String url) {
        put("type", engine.text());
        put("path", "");
        put("host", "");
        put("port", "");
        try {
            DatabaseUrl.parse(url).forEach((name, value) -> {
                if (name.startsWith("?")) {
                    parameter(name.substring(1), value);
                } else {
                    put(name, value);
                }
            });
        } catch (MalformedUrlException e) {
            throw usage(e.reason());
        }
    }

    private void parameter(String name, String value) {
        String key = PARAMETERS.get(name.toLowerCase(Locale.ROOT));
        put(key == null ? "properties." + name : key, value);
    }

    private void put(String key, String value) {
        overrides.put(end + "." + key, value);
    }

    /** The text itself stays out of the message: a password may be in it. */
    private DmtException usage(String what) {
        String forms = end.equals("source")
                ? "app.db, sqlite:app.db, postgres://user@host:5432/database"
                : "postgres://user@host:5432/database, embedded:./folder, dev.db, sqlite:dev.db";
        return new DmtException(
                ErrorCode.USAGE,
                "--" + end + " " + what,
                ErrorContext.at("flag", "--" + end).withHint("write it as one of " + forms));
    }
}
