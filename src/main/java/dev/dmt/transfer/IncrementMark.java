package dev.dmt.transfer;

import dev.dmt.engine.LedgerNote;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Increment;
import dev.dmt.plan.TablePlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Up to where a table has been loaded, as it is kept in the target. */
public record IncrementMark(String identity, long value) {
    private static final int LENGTH = 16;

    /** What must be as it was for a load to go on from another one's mark: where rows come from, and how they are read. */
    public static String identity(String source, TablePlan table) {
        StringBuilder text = new StringBuilder(source).append('\n').append(table.source());
        table.increment()
                .map(Increment::column)
                .ifPresent(column -> text.append('\n').append(column));
        for (ColumnPlan column : table.columns()) {
            text.append('\n')
                    .append(column.source())
                    .append('\t')
                    .append(column.target())
                    .append('\t')
                    .append(column.type())
                    .append('\t')
                    .append(column.form());
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the target is to keep once all of the table is loaded. */
    public static Optional<LedgerNote> note(TablePlan table) {
        return table.increment()
                .flatMap(increment -> increment.next().map(next -> new IncrementMark(increment.mark(), next)))
                .map(mark -> new LedgerNote(table.target().name(), mark.toString()));
    }

    /** Empty for what no mark looks like: the load is then a full one. */
    public static Optional<IncrementMark> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("up-to")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IncrementMark(parts[2], Long.parseLong(parts[1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "up-to " + value + " " + identity;
    }
}
