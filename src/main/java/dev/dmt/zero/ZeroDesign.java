package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that Zero makes of a database. */
public record ZeroDesign(ZeroConfig config, Selection selection, ZeroModel model) {
    private static final String ORIGIN = "the tables of a PostgreSQL database";

    /**
     * Designs the schema.
     *
     * @param serverVersion as the server numbers itself
     */
    public static ZeroDesign of(List<ReplicatedTable> tables, ZeroConfig config, int serverVersion) {
        Selection selection = JsonShapes.in(ZeroRules.select(tables, config, serverVersion), config.jsonTypes());
        return new ZeroDesign(config, selection, ZeroModeler.model(selection, config.naming()));
    }

    /** What is left out, and what else is worth knowing of the tables and their relationships. */
    public List<ZeroFinding> findings() {
        return model.findings();
    }

    /** The files by name. */
    public Map<String, String> files(List<ZeroFinding> more) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("schema.ts", SchemaFile.text(model, config.version(), ORIGIN));
        files.put("publication.sql", PublicationFile.text(selection, config));
        files.put("zero-report.md", ReportFile.text(model, selection, more, config));
        return files;
    }
}
