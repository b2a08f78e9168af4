package dev.dmt.engine.sqlite.ddl;

import java.util.List;

/** A PRIMARY KEY or UNIQUE of a CREATE TABLE text. The name is empty where none is given. */
record KeyDeclaration(String name, boolean primary, List<String> columns) {
    KeyDeclaration {
        columns = List.copyOf(columns);
    }

    boolean covers(List<String> others) {
        if (columns.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!AsciiCase.equal(columns.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
