package dev.dmt.zero;

import java.util.List;

/** Names as the database has them. */
record DatabaseCase() implements NameStyle {
    @Override
    public String name(String databaseName) {
        return NameStyle.property(databaseName);
    }

    @Override
    public String joined(List<String> names) {
        return NameStyle.property(String.join("_", names));
    }

    @Override
    public String numbered(String name, int number) {
        return name + "_" + number;
    }
}
