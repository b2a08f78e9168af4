package dev.dmt.zero;

import java.util.List;

/** Names as the database has them. */
record DatabaseCase() implements NameStyle {
    @Override
    public String name(String databaseName) {
        return databaseName.equals(PROTOTYPE) ? "__proto" : databaseName;
    }

    @Override
    public String joined(List<String> names) {
        return String.join("_", names);
    }

    @Override
    public String numbered(String name, int number) {
        return name + "_" + number;
    }
}
