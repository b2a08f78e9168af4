package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Optional;

/** What an engine says of its own expressions, as its catalog prints them. */
public interface ReadingRules {
    Lexicon lexicon();

    /** The meaning of a type's name, as declared for a column or asked for by a cast; unknown where it has none elsewhere. */
    LogicalType type(String declared);

    /** By what the column's texts compare with each other and with constants. */
    Collation collation(Column column);

    /** By what texts compare under the collation of this name. */
    Collation collation(String name);

    /** A bare word that is no column: CURRENT_TIMESTAMP, SYSDATE; the word in capitals. */
    Optional<Operand> word(String word);

    /**
     * A function of the engine's own, or one whose meaning differs from {@link PortableCalls}; empty where it is neither.
     * Throws {@link Refusal} where it means nothing elsewhere.
     *
     * @param name lower case, without the schema of the engine's own functions
     */
    Optional<Operand> call(String name, List<Operand> arguments, Notes notes);
}
