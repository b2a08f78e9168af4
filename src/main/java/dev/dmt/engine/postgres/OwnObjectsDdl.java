package dev.dmt.engine.postgres;

import dev.dmt.schema.Column;
import dev.dmt.schema.NamedType;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** DDL of what stands beside tables: types, sequences, comments. */
final class OwnObjectsDdl {
    private OwnObjectsDdl() {}

    static List<String> createType(NamedType type) {
        if (type.definition().isEmpty()) {
            return List.of();
        }
        String name = PostgresIdentifiers.quote(type.name());
        return List.of(GuardedStatement.unless(
                "SELECT FROM pg_catalog.pg_type WHERE oid = to_regtype(" + PostgresIdentifiers.literal(name) + ")",
                "CREATE " + (type.kind().equals("domain") ? "DOMAIN " : "TYPE ") + name + " "
                        + type.definition().get()));
    }

    static List<String> createSequence(Sequence sequence) {
        return List.of(GuardedStatement.unless(
                "SELECT FROM pg_catalog.pg_class WHERE relkind = 'S' AND oid = "
                        + GuardedStatement.regclass(sequence.name()),
                "CREATE SEQUENCE " + PostgresIdentifiers.quote(sequence.name()) + " INCREMENT BY "
                        + sequence.increment() + " MINVALUE " + sequence.minimum() + " MAXVALUE "
                        + sequence.maximum() + " START WITH " + sequence.start()
                        + (sequence.cycles() ? " CYCLE" : " NO CYCLE")));
    }

    /** One that has gone on in the target is not set back. */
    static List<String> setSequence(Sequence sequence) {
        String name = PostgresIdentifiers.quote(sequence.name());
        String behind = sequence.increment().signum() < 0 ? " > " : " < ";
        return sequence
                .last()
                .map(last -> "SELECT setval(" + PostgresIdentifiers.literal(name) + ", " + last + ") FROM " + name
                        + " AS q WHERE NOT q.is_called OR q.last_value" + behind + last)
                .stream()
                .toList();
    }

    static List<String> comment(Table table) {
        List<String> statements = new ArrayList<>();
        TableName name = table.name();
        table.comment()
                .ifPresent(text -> statements.add("COMMENT ON TABLE " + PostgresIdentifiers.quote(name) + " IS "
                        + PostgresIdentifiers.literal(text)));
        for (Column column : table.columns()) {
            column.comment()
                    .ifPresent(text -> statements.add("COMMENT ON COLUMN " + PostgresIdentifiers.quote(name) + "."
                            + PostgresIdentifiers.quote(column.name()) + " IS " + PostgresIdentifiers.literal(text)));
        }
        return statements;
    }
}
