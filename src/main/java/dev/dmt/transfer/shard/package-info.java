/** Shards: numbered CSV files of a unit on the staging disk, with a manifest that proves them. */
@NullMarked
package dev.dmt.transfer.shard;

import org.jspecify.annotations.NullMarked;
