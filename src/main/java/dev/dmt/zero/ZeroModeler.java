package dev.dmt.zero;

import dev.dmt.config.ZeroNaming;
import java.util.ArrayList;
import java.util.List;

/** Decides every name of a schema file. */
public final class ZeroModeler {
    private ZeroModeler() {}

    /** The model's findings are the selection's and, after them, its own. */
    public static ZeroModel model(Selection selection, ZeroNaming naming) {
        NameStyle style = NameStyle.of(naming);
        List<ZeroFinding> findings = new ArrayList<>(selection.findings());
        findings.addAll(DottedNames.findings(selection.tables()));
        List<NamedTable> tables = new TableNaming(style).named(selection.tables());
        Links links = Links.among(tables);
        findings.addAll(links.findings());
        return new ZeroModel(
                tables.stream().map(NamedTable::table).toList(),
                new Relationships(style, tables, links.all()).all(),
                findings);
    }
}
