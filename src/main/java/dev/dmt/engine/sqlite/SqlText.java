package dev.dmt.engine.sqlite;

import java.util.List;

/**
 * A query with the values of its parameters.
 *
 * @param columns how many columns it gives
 * @param wanted how many of them, from the first, are looked at in every row; the others only now and then
 */
record SqlText(String text, List<Object> values, int columns, int wanted) {
    SqlText {
        values = List.copyOf(values);
    }

    SqlText(String text, List<Object> values, int columns) {
        this(text, values, columns, columns);
    }
}
