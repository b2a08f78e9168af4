package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.RawCatalog.Entry;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawTable;
import dev.dmt.schema.Omission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Whatever lives in the database and is no ordinary table: named, with the reason why it stays behind. */
final class ObjectOmissions {
    private static final String LEDGER = "dmt_ledger";

    private final RawCatalog catalog;
    private final Predicate<String> wanted;
    private final Map<String, String> modules = new HashMap<>();

    ObjectOmissions(RawCatalog catalog, Predicate<String> wanted) {
        this.catalog = catalog;
        this.wanted = wanted;
        for (Entry entry : catalog.entries()) {
            if (entry.type().equals("table") && entry.sql() != null) {
                String module = VirtualModule.of(entry.sql());
                if (!module.isEmpty()) {
                    modules.put(entry.name(), module);
                }
            }
        }
    }

    static boolean isOrdinary(RawTable table) {
        return table.type().equals("table") && !isInternal(table.name());
    }

    /** True where it is a wanted table of the database's owner. */
    boolean isMoved(RawTable table) {
        return isOrdinary(table) && !isLedger(table.name()) && wanted.test(table.name());
    }

    /** Where the database was a target of dmt's, its ledger tells of that and is nobody's data. */
    private boolean isLedger(String name) {
        return AsciiCase.fold(name).equals(LEDGER)
                && catalog.entries().stream()
                        .anyMatch(entry -> entry.name().equals(name)
                                && entry.sql() != null
                                && entry.sql().contains("session_mark")
                                && entry.sql().contains("lease_until"));
    }

    List<Omission> find() {
        List<Omission> omissions = new ArrayList<>();
        for (RawTable table : catalog.tables()) {
            if (!isMoved(table) && !isCatalogItself(table) && wanted.test(table.name())) {
                omissions.add(omission(table));
            }
        }
        for (Entry entry : catalog.entries()) {
            if (entry.type().equals("trigger") && wanted.test(entry.table())) {
                omissions.add(new Omission(
                        "trigger",
                        entry.table(),
                        entry.name(),
                        "a trigger is a program in SQLite's dialect",
                        "rewrite it for the target once the data is there"));
            }
        }
        return omissions;
    }

    private Omission omission(RawTable table) {
        String name = table.name();
        if (isLedger(name)) {
            return new Omission("internal table", "", name, "dmt keeps it for itself", "");
        }
        if (isInternal(name)) {
            return new Omission("internal table", "", name, "SQLite keeps it for itself", "");
        }
        return switch (table.type()) {
            case "view" ->
                new Omission(
                        "view", "", name, "a view is a query in SQLite's dialect", "rewrite it for the target by hand");
            case "shadow" ->
                new Omission(
                        "shadow table",
                        owner(name),
                        name,
                        "it is the inside of a virtual table and means nothing without it",
                        "");
            case "virtual" -> virtual(name, modules.getOrDefault(name, ""));
            default ->
                new Omission(
                        table.type(), "", name, "dmt does not know this kind of table", "copy it into a plain table");
        };
    }

    private static Omission virtual(String name, String module) {
        String said = module.isEmpty() ? "a virtual table" : "a virtual table of the module " + module;
        return new Omission(
                "virtual table", "", name, said + ", which the target has not", VirtualModule.remedy(module));
    }

    /** The longest virtual table's name that the shadow's name begins with. */
    private String owner(String shadow) {
        String folded = AsciiCase.fold(shadow);
        String best = "";
        for (String candidate : modules.keySet()) {
            if (folded.startsWith(AsciiCase.fold(candidate) + "_") && candidate.length() > best.length()) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean isInternal(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("sqlite_");
    }

    private static boolean isCatalogItself(RawTable table) {
        return table.name().equals("sqlite_schema") || table.name().equals("sqlite_master");
    }
}
