package dev.dmt.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What must stay as it is once a table's rows have begun to move: its units with their bounds, and its columns. Kept in the
 * ledger, so that a plan which was edited or made anew is not taken for the one by which the rows were loaded.
 */
public final class PlanMark {
    private static final int LENGTH = 16;

    private PlanMark() {}

    public static String of(TablePlan table) {
        StringBuilder text = new StringBuilder();
        text.append(table.source()).append('\n').append(table.target().name()).append('\n');
        for (UnitPlan unit : table.units()) {
            text.append(unit.id())
                    .append('\t')
                    .append(unit.range().after().map(Object::toString).orElse("-"))
                    .append('\t')
                    .append(unit.range().upTo().map(Object::toString).orElse("-"))
                    .append('\n');
        }
        for (ColumnPlan column : table.columns()) {
            text.append(column.source()).append('\t').append(column.target()).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "plan:" + HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
