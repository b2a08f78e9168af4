package dev.dmt.engine.oracle;

import dev.dmt.schema.Column;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Sequences of their own, and comments. */
final class OwnObjectsDdl {
    private OwnObjectsDdl() {}

    static List<String> createSequence(Sequence sequence) {
        String name = OracleIdentifiers.quote(sequence.name());
        return List.of(GuardedStatement.unlessThere(
                GuardedStatement.sequence(sequence.name()),
                "CREATE SEQUENCE " + name + " START WITH " + sequence.start() + " INCREMENT BY " + sequence.increment()
                        + " MINVALUE " + sequence.minimum() + " MAXVALUE " + sequence.maximum()
                        // A round may have fewer numbers than the server would set aside.
                        + (sequence.cycles() ? " CYCLE NOCACHE" : " NOCYCLE")));
    }

    /** One that has given out its last number goes on where a round begins, or stays at its end. */
    static List<String> setSequence(Sequence sequence) {
        if (sequence.last().isEmpty()) {
            return List.of();
        }
        boolean up = sequence.increment().signum() > 0;
        BigInteger next = sequence.last().get().add(sequence.increment());
        BigInteger first = up ? sequence.minimum() : sequence.maximum();
        BigInteger end = up ? sequence.maximum() : sequence.minimum();
        boolean beyond = up ? next.compareTo(end) > 0 : next.compareTo(end) < 0;
        BigInteger start = !beyond ? next : sequence.cycles() ? first : end;
        return List.of("ALTER SEQUENCE " + OracleIdentifiers.quote(sequence.name()) + " RESTART START WITH " + start);
    }

    static List<String> comment(Table table) {
        List<String> statements = new ArrayList<>();
        String name = OracleIdentifiers.quote(table.name());
        table.comment()
                .ifPresent(
                        text -> statements.add("COMMENT ON TABLE " + name + " IS " + OracleIdentifiers.literal(text)));
        for (Column column : table.columns()) {
            column.comment()
                    .ifPresent(text -> statements.add("COMMENT ON COLUMN " + name + "."
                            + OracleIdentifiers.quote(column.name()) + " IS " + OracleIdentifiers.literal(text)));
        }
        return statements;
    }
}
