package dev.dmt.zero;

import dev.dmt.config.ZeroNaming;
import java.util.List;

/** How the database's names are written in a schema file, and how names are made of others. */
interface NameStyle {
    String name(String databaseName);

    /** One name of several that are written in this style already. */
    String joined(List<String> names);

    /** A name that tells its bearer from one that has the plain one. */
    default String numbered(String name, int number) {
        return name.isEmpty() || Character.isDigit(name.charAt(name.length() - 1))
                ? name + "_" + number
                : name + number;
    }

    /** No object can hold a property that is called like its prototype. */
    static String property(String name) {
        return name.equals("__proto__") ? "__proto" : name;
    }

    static NameStyle of(ZeroNaming naming) {
        return switch (naming) {
            case CAMEL_CASE -> new CamelCase();
            case DATABASE -> new DatabaseCase();
        };
    }
}
