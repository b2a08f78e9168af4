package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that Zero makes of a database.
 *
 * @param values what clients will see otherwise than it is
 */
public record ZeroDesign(ZeroConfig config, Selection selection, ZeroModel model, List<ZeroFinding> values) {
    private static final String ORIGIN = "the tables of a PostgreSQL database";

    public ZeroDesign {
        values = List.copyOf(values);
    }

    public static ZeroDesign of(CountedSelection counted, ZeroConfig config) {
        Selection selection = JsonShapes.in(counted.selection(), config.jsonTypes());
        return new ZeroDesign(config, selection, ZeroModeler.model(selection, config.naming()), counted.values());
    }

    /** What is left out, what clients will see otherwise, and what else is worth knowing. */
    public List<ZeroFinding> findings() {
        List<ZeroFinding> findings = new ArrayList<>(model.findings());
        findings.addAll(values);
        return findings;
    }

    /** The files by name. */
    public Map<String, String> files(List<ZeroFinding> ofServer) {
        List<ZeroFinding> more = new ArrayList<>(ofServer);
        more.addAll(values);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("schema.ts", SchemaFile.text(model, config.version(), ORIGIN));
        files.put("publication.sql", PublicationFile.text(selection, config));
        files.put("zero-report.md", ReportFile.text(model, selection, more, config));
        return files;
    }
}
