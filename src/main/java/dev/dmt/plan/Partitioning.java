package dev.dmt.plan;

import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import java.util.List;

/** Cuts a table into key ranges of about equal rows; the source's reader knows how. */
@FunctionalInterface
public interface Partitioning {
    List<KeyRange> partitions(TableRead read, int parts);
}
