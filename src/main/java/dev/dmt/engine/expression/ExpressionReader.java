package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.List;

/** Reads an engine's expressions: its own words for itself, and what the others may make of them. */
public final class ExpressionReader {
    private final ReadingRules rules;

    public ExpressionReader(ReadingRules rules) {
        this.rules = rules;
    }

    /** An expression over the columns of a table. */
    public Parsed read(String sql, Table table) {
        return own(sql, portable(sql, new Columns(table.columns(), rules)));
    }

    /** A column's default, which names no column. */
    public Parsed readDefault(String sql) {
        return own(sql, portable(sql, new Columns(List.of(), rules)));
    }

    private Parsed own(String sql, Parsed elsewhere) {
        return new Parsed.Portable(new Expression.Verbatim(rules.lexicon().engine(), sql, elsewhere));
    }

    private Parsed portable(String sql, Columns columns) {
        try {
            Notes notes = new Notes();
            Tokens tokens = new Tokens(Tokenizer.tokens(sql, rules.lexicon()));
            Operand whole = new ExpressionParser(tokens, new Reading(rules, columns, notes)).whole();
            return new Parsed.Portable(whole.expression(), notes.all());
        } catch (Refusal refusal) {
            return new Parsed.Refused(refusal.reason());
        }
    }
}
