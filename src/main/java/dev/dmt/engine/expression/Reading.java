package dev.dmt.engine.expression;

/** What the parts of the parser share while one expression is read. */
record Reading(ReadingRules rules, Columns columns, Notes notes) {
    boolean has(Trait trait) {
        return rules.lexicon().has(trait);
    }
}
