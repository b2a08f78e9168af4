package dev.dmt.transfer.cut;

import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;

/**
 * What to read and how to cut it.
 *
 * @param ordered false where rows come in no order that could be taken up again
 * @param mostRows a piece has no more rows
 * @param mostBytes a piece has about so many bytes at most
 * @param beforeEachRow throws where the work should stop
 */
public record Cutting(
        TableRead read, KeyRange range, boolean ordered, long mostRows, long mostBytes, Runnable beforeEachRow) {}
