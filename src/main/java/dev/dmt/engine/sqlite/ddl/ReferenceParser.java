package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.ForeignKeyDeclaration.Deferral;
import dev.dmt.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;

/** Reads REFERENCES with all that may follow it. */
final class ReferenceParser {
    private final TokenStream tokens;

    ReferenceParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Reads from the word REFERENCES on. */
    ForeignKeyDeclaration references(String name, List<String> columns) {
        tokens.expectWord("REFERENCES");
        String parent = tokens.expectName();
        List<String> parentColumns = tokens.peek().isOperator("(") ? names() : List.of();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (true) {
            if (tokens.acceptWords("ON", "DELETE")) {
                onDelete = action();
            } else if (tokens.acceptWords("ON", "UPDATE")) {
                onUpdate = action();
            } else if (tokens.acceptWords("ON", "INSERT")) {
                action();
            } else if (tokens.acceptWords("MATCH")) {
                tokens.expectName();
            } else {
                return new ForeignKeyDeclaration(name, columns, parent, parentColumns, onDelete, onUpdate, deferral());
            }
        }
    }

    /** Reads [NOT] DEFERRABLE [INITIALLY ...], if it stands here. */
    Deferral deferral() {
        boolean not = tokens.acceptWords("NOT", "DEFERRABLE");
        if (!not && !tokens.acceptWords("DEFERRABLE")) {
            return Deferral.NONE;
        }
        boolean deferred = tokens.acceptWords("INITIALLY", "DEFERRED");
        if (!deferred) {
            tokens.acceptWords("INITIALLY", "IMMEDIATE");
        }
        if (not) {
            return Deferral.NONE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }

    boolean atDeferral() {
        return tokens.peek().isWord("DEFERRABLE")
                || (tokens.peek().isWord("NOT") && tokens.peek(1).isWord("DEFERRABLE"));
    }

    /** Reads a list of names in parentheses. SQLite once allowed COLLATE and a direction in it, and old files have them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            names.add(tokens.expectName());
            if (tokens.acceptWords("COLLATE")) {
                tokens.expectName();
            }
            if (!tokens.acceptWords("ASC")) {
                tokens.acceptWords("DESC");
            }
        } while (tokens.acceptOperator(","));
        tokens.expectOperator(")");
        return names;
    }

    private ReferentialAction action() {
        if (tokens.acceptWords("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        } else if (tokens.acceptWords("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        } else if (tokens.acceptWords("CASCADE")) {
            return ReferentialAction.CASCADE;
        } else if (tokens.acceptWords("RESTRICT")) {
            return ReferentialAction.RESTRICT;
        } else if (tokens.acceptWords("NO", "ACTION")) {
            return ReferentialAction.NO_ACTION;
        }
        throw new Unparsable("no referential action: '" + tokens.peek().text() + "'");
    }
}
