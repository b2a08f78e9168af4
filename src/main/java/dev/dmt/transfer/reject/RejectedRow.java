package dev.dmt.transfer.reject;

import java.util.List;

/**
 * A row that is set aside.
 *
 * @param key where it is in the source
 * @param column what is wrong with which column, empty where only the target knows
 */
public record RejectedRow(String key, String column, String reason, List<String> values) {
    public RejectedRow {
        values = List.copyOf(values);
    }
}
