package dev.dmt.zero;

import dev.dmt.config.PublicationName;
import dev.dmt.config.ZeroConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import java.util.stream.Collectors;

/**
 * Writes publication.sql. It names tables and columns one by one, as a single one that Zero does not bear keeps all the
 * others from being synced, and may be run again, also while zero-cache follows.
 */
public final class PublicationFile {
    private static final String OPTIONS =
            "publish = 'insert, update, delete, truncate', publish_via_partition_root = true";

    private final Selection selection;
    private final String name;
    private final StringBuilder out = new StringBuilder();

    private PublicationFile(Selection selection, String name) {
        this.selection = selection;
        this.name = name;
    }

    public static String text(Selection selection, ZeroConfig config) {
        String name = config.publication();
        PublicationName.problem(name).ifPresent(problem -> {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the publication cannot be called " + name + ": " + problem,
                    ErrorContext.at("key", "zero.publication").withHint("choose another name, such as zero_data"));
        });
        PublicationFile file = new PublicationFile(selection, name);
        file.head(config);
        file.publication();
        file.identities();
        file.tables();
        file.foot();
        return file.out.toString();
    }

    private void head(ZeroConfig config) {
        line("-- What Zero " + config.version().text()
                + " follows of this database. Written by dmt, and written anew by its next run.");
        line("--");
        line("-- 1. Run it as the owner of the tables, before zero-cache starts or while it runs:");
        line("--      psql -v ON_ERROR_STOP=1 -f publication.sql");
        line("-- 2. Start zero-cache with");
        line("--      ZERO_APP_PUBLICATIONS=" + name);
        line("--");
        line("-- It may be run again: what is as it should be stays untouched.");
        line("");
        line("BEGIN;");
    }

    private void publication() {
        line("");
        line(SqlText.block("BEGIN\n"
                + "  IF NOT EXISTS (SELECT FROM pg_catalog.pg_publication WHERE pubname = " + SqlText.literal(name)
                + ") THEN\n"
                + "    CREATE PUBLICATION " + SqlText.name(name) + " WITH (" + OPTIONS + ");\n"
                + "  END IF;\n"
                + "END"));
        line("ALTER PUBLICATION " + SqlText.name(name) + " SET (" + OPTIONS + ");");
    }

    private void identities() {
        selection.tables().stream()
                .filter(table -> table.identityIndex().isPresent())
                .forEach(table -> identity(table, table.identityIndex().get()));
    }

    /** Partitions do not take it over from their root: each has an index of its own, which must be told. */
    private void identity(SelectedTable table, String index) {
        String id = SqlText.literal(SqlText.name(new TableName(table.name().schema(), index))) + "::regclass";
        line("");
        line("-- By which the log names a changed row of "
                + comment(table.name().toString()) + ".");
        line(SqlText.block("DECLARE\n"
                + "  one record;\n"
                + "BEGIN\n"
                + "  FOR one IN\n"
                + "    SELECT i.indrelid::regclass AS owner, c.relname AS index\n"
                + "    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid\n"
                + "    WHERE NOT i.indisreplident AND (i.indexrelid = " + id + "\n"
                + "      OR i.indexrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree(" + id + ")))\n"
                + "    ORDER BY i.indexrelid\n"
                + "  LOOP\n"
                + "    EXECUTE format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', one.owner, one.index);\n"
                + "  END LOOP;\n"
                + "END"));
    }

    private void tables() {
        line("");
        if (selection.tables().isEmpty()) {
            line("-- There is nothing to sync: zero-report.md says why.");
            line(SqlText.block("DECLARE\n"
                    + "  one record;\n"
                    + "BEGIN\n"
                    + "  FOR one IN\n"
                    + "    SELECT r.prrelid::regclass AS member\n"
                    + "    FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid\n"
                    + "    WHERE p.pubname = " + SqlText.literal(name) + "\n"
                    + "    ORDER BY r.prrelid\n"
                    + "  LOOP\n"
                    + "    EXECUTE format('ALTER PUBLICATION %I DROP TABLE ONLY %s', " + SqlText.literal(name)
                    + ", one.member);\n"
                    + "  END LOOP;\n"
                    + "END"));
            return;
        }
        line("ALTER PUBLICATION " + SqlText.name(name) + " SET TABLE");
        line(selection.tables().stream().map(PublicationFile::member).collect(Collectors.joining(",\n", "", ";")));
    }

    /** ONLY, as tables that inherit are tables of their own to Zero. */
    private static String member(SelectedTable table) {
        String only = "  ONLY " + SqlText.name(table.name());
        // The server takes no list beside it, not even one of all columns.
        return table.table().identity() instanceof ReplicaIdentity.WholeRow
                ? only
                : only + " (" + SqlText.names(table.published()) + ")";
    }

    /** Without event triggers, which some providers do not grant, the comment is what tells zero-cache of the change. */
    private void foot() {
        line("");
        line("COMMENT ON PUBLICATION " + SqlText.name(name) + " IS 'What Zero follows, written by dmt';");
        line("");
        line("COMMIT;");
    }

    private static String comment(String text) {
        return text.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", " ");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
