package dev.dmt.engine.sqlite;

import java.util.List;

/** A query with the values of its parameters and the number of columns it gives. */
record SqlText(String text, List<Object> values, int columns) {
    SqlText {
        values = List.copyOf(values);
    }
}
