package dev.dmt.engine.expression;

import dev.dmt.schema.TypeKind;

/** Conditions as values and values as conditions, for engines that tell them apart and for those that do not. */
record Truths(WritingRules.Truth truth) {
    Phrase constant(boolean value) {
        return Phrase.constant(value ? "1" : "0", Types.BOOLEAN);
    }

    /** Numbers are true where they are not zero. */
    String condition(Phrase phrase) {
        boolean apart = truth == WritingRules.Truth.APART && phrase.form() != Phrase.Form.CONDITION;
        if (phrase.is(TypeKind.BOOLEAN)) {
            return apart ? "(" + phrase.sql() + " = 1)" : phrase.sql();
        } else if (phrase.isNull()) {
            return apart ? "(1 = NULL)" : phrase.sql();
        } else if (phrase.numeric()) {
            return "(" + phrase.sql() + " <> 0)";
        }
        throw new Refusal("a " + phrase.kindName() + " is used as a condition");
    }

    Phrase value(Phrase phrase) {
        if (truth != WritingRules.Truth.APART || phrase.form() != Phrase.Form.CONDITION) {
            return phrase;
        }
        return Phrase.value(
                "(CASE WHEN " + phrase.sql() + " THEN 1 WHEN NOT " + phrase.sql() + " THEN 0 END)", Types.BOOLEAN);
    }
}
