package dev.dmt.zero;

import dev.dmt.schema.TableName;

/** A column that would be synced, were there not values in it that Zero cannot read. */
public record UnreadableColumn(TableName table, String column, String reason) {}
