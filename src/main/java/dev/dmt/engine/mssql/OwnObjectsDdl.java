package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** DDL of what stands beside tables: sequences, comments. */
final class OwnObjectsDdl {
    private static final String DESCRIBE = "EXEC sys.sp_addextendedproperty";

    /** An extended property has 7500 bytes. */
    private static final int LONGEST_COMMENT = 3750;

    private OwnObjectsDdl() {}

    static List<String> createSequence(Sequence sequence) {
        String name = Identifiers.quote(sequence.name());
        boolean isLong =
                sequence.minimum().bitLength() < Long.SIZE && sequence.maximum().bitLength() < Long.SIZE;
        return List.of(GuardedStatement.when(
                "OBJECT_ID(" + Identifiers.literal(name) + ", N'SO') IS NULL",
                "CREATE SEQUENCE " + name + " AS " + (isLong ? "bigint" : "decimal(38,0)") + " START WITH "
                        + sequence.start() + " INCREMENT BY " + sequence.increment() + " MINVALUE "
                        + sequence.minimum() + " MAXVALUE " + sequence.maximum()
                        + (sequence.cycles() ? " CYCLE" : " NO CYCLE")));
    }

    /** One that has gone on in the target is not set back. */
    static List<String> setSequence(Sequence sequence) {
        String name = Identifiers.quote(sequence.name());
        boolean down = sequence.increment().signum() < 0;
        return sequence
                .last()
                .map(last -> last.add(sequence.increment()))
                .filter(next -> isWithin(sequence, next))
                .map(next -> GuardedStatement.when(
                        "(SELECT CAST(current_value AS decimal(38,0)) FROM sys.sequences WHERE object_id = OBJECT_ID("
                                + Identifiers.literal(name) + ", N'SO')) " + (down ? ">" : "<") + " " + next,
                        "ALTER SEQUENCE " + name + " RESTART WITH " + next))
                .stream()
                .toList();
    }

    private static boolean isWithin(Sequence sequence, BigInteger number) {
        return number.compareTo(sequence.minimum()) >= 0 && number.compareTo(sequence.maximum()) <= 0;
    }

    static List<String> comment(Table table) {
        List<String> statements = new ArrayList<>();
        table.comment().ifPresent(text -> statements.add(described(table.name(), "0", "", text)));
        for (Column column : table.columns()) {
            String number = "COLUMNPROPERTY(" + Identifiers.objectId(table.name()) + ", "
                    + Identifiers.literal(column.name()) + ", 'ColumnId')";
            String level = ", @level2type = N'COLUMN', @level2name = " + Identifiers.literal(column.name());
            column.comment().ifPresent(text -> statements.add(described(table.name(), number, level, text)));
        }
        return statements;
    }

    private static String described(TableName table, String number, String level, String text) {
        String kept = text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) : text;
        return GuardedStatement.when(
                "NOT EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N'MS_Description'"
                        + " AND major_id = " + Identifiers.objectId(table) + " AND minor_id = " + number + ")",
                DESCRIBE + " @name = N'MS_Description', @value = " + Identifiers.literal(kept)
                        + ", @level0type = N'SCHEMA', @level0name = " + Identifiers.literal(table.schema())
                        + ", @level1type = N'TABLE', @level1name = " + Identifiers.literal(table.name()) + level);
    }

    /** Nothing stands or falls by a comment. */
    static boolean isComment(String statement) {
        return GuardedStatement.plain(statement).startsWith(DESCRIBE);
    }
}
