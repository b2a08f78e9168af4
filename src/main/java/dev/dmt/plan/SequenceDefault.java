package dev.dmt.plan;

import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TypeKind;
import java.math.BigInteger;
import java.util.Optional;

/** A column that takes its values from a sequence that the target cannot have: it counts by itself there. */
final class SequenceDefault {
    private final PlanInputs inputs;

    SequenceDefault(PlanInputs inputs) {
        this.inputs = inputs;
    }

    /** True where the column is to be an identity; from where it counts on is then said to the draft. */
    boolean countsItself(TableDraft draft, Column column, TypeKind kind) {
        if (column.nullable() || kind != TypeKind.INTEGER || column.defaultSql().isEmpty()) {
            return false;
        }
        Optional<Sequence> sequence = sequenceOf(
                        inputs.sourceTypes().parseDefault(column.defaultSql().get()))
                .flatMap(this::find)
                .filter(found -> inputs.dialect().ddl().createSequence(found).isEmpty());
        sequence.ifPresent(found -> {
            draft.countFrom(found.last()
                    .filter(last -> last.bitLength() < Long.SIZE)
                    .map(BigInteger::longValue)
                    .orElse(0L));
            draft.omit(
                    "identity",
                    column.name(),
                    "it counts by itself from now on, not by the sequence " + found.name()
                            + ", which the target cannot have",
                    "");
        });
        return sequence.isPresent();
    }

    private static Optional<TableName> sequenceOf(Parsed parsed) {
        if (!(parsed instanceof Parsed.Portable portable)) {
            return Optional.empty();
        } else if (portable.value() instanceof Expression.NextValue next) {
            return Optional.of(next.sequence());
        }
        return portable.value() instanceof Expression.Verbatim own ? sequenceOf(own.elsewhere()) : Optional.empty();
    }

    private Optional<Sequence> find(TableName name) {
        return inputs.schema().sequences().stream()
                .filter(sequence ->
                        sequence.name().equals(name) || sequence.name().equals(TableName.of(name.name())))
                .findFirst();
    }
}
