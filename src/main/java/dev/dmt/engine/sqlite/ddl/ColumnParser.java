package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Check;
import dev.dmt.schema.GeneratedColumn;
import java.util.List;
import java.util.Optional;

/** Reads one column definition. What it learns before it stumbles stays. */
final class ColumnParser {
    private final TokenStream tokens;
    private final TableDraft table;
    private final ReferenceParser references;
    private final String name;
    private String type = "";
    private boolean notNull;
    private Optional<String> defaultSql = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<GeneratedColumn> generated = Optional.empty();

    private ColumnParser(TokenStream tokens, TableDraft table, ReferenceParser references, String name) {
        this.tokens = tokens;
        this.table = table;
        this.references = references;
        this.name = name;
    }

    static void parse(TokenStream tokens, TableDraft table, ReferenceParser references) {
        ColumnParser parser = new ColumnParser(tokens, table, references, tokens.expectName());
        try {
            parser.type();
            parser.constraints();
        } finally {
            table.columns.add(new ColumnDeclaration(
                    parser.name, parser.type, parser.notNull, parser.defaultSql, parser.collation, parser.generated));
        }
    }

    private void type() {
        int start = tokens.position();
        while (tokens.peek().canBeName() && !startsConstraint()) {
            tokens.next();
        }
        if (tokens.position() > start && tokens.peek().isOperator("(")) {
            tokens.parenthesised();
        }
        type = tokens.text(start, tokens.position());
    }

    private boolean startsConstraint() {
        Token token = tokens.peek();
        return token.isAnyWord(
                        "CONSTRAINT",
                        "PRIMARY",
                        "NOT",
                        "NULL",
                        "UNIQUE",
                        "CHECK",
                        "DEFAULT",
                        "COLLATE",
                        "REFERENCES",
                        "AS",
                        "DEFERRABLE")
                || (token.isWord("GENERATED") && tokens.peek(1).isWord("ALWAYS"));
    }

    private void constraints() {
        String constraintName = "";
        while (!tokens.atEnd()
                && !tokens.peek().isOperator(",")
                && !tokens.peek().isOperator(")")) {
            if (tokens.acceptWords("CONSTRAINT")) {
                constraintName = tokens.expectName();
            } else {
                constraint(constraintName);
                constraintName = "";
            }
        }
    }

    private void constraint(String constraintName) {
        if (tokens.peek().isWord("REFERENCES")) {
            table.foreignKeys.add(references.references(constraintName, List.of(name)));
        } else if (references.atDeferral()) {
            table.deferLast(references.deferral());
        } else if (tokens.acceptWords("PRIMARY", "KEY")) {
            primaryKey(constraintName);
        } else if (tokens.acceptWords("UNIQUE")) {
            table.keys.add(new KeyDeclaration(constraintName, false, List.of(name)));
            conflictClause("UNIQUE (" + name + ")");
        } else if (tokens.acceptWords("NOT", "NULL")) {
            notNull = true;
            conflictClause("NOT NULL of " + name);
        } else if (tokens.acceptWords("NULL")) {
            conflictClause("NULL of " + name);
        } else if (tokens.acceptWords("CHECK")) {
            table.checks.add(new Check(constraintName, tokens.parenthesised()));
        } else if (tokens.acceptWords("DEFAULT")) {
            defaultSql = Optional.of(defaultValue());
        } else if (tokens.acceptWords("COLLATE")) {
            collation = Optional.of(tokens.expectName());
        } else if (tokens.acceptWords("GENERATED", "ALWAYS", "AS") || tokens.acceptWords("AS")) {
            generated();
        } else if (!tokens.acceptWords("GENERATED", "ALWAYS")) {
            throw new Unparsable("no column constraint: '" + tokens.peek().text() + "'");
        }
    }

    private void primaryKey(String constraintName) {
        table.keys.add(new KeyDeclaration(constraintName, true, List.of(name)));
        if (!tokens.acceptWords("ASC")) {
            tokens.acceptWords("DESC");
        }
        conflictClause("PRIMARY KEY (" + name + ")");
        table.autoincrement |= tokens.acceptWords("AUTOINCREMENT");
    }

    private void generated() {
        String expression = tokens.parenthesised();
        boolean stored = tokens.acceptWords("STORED");
        if (!stored) {
            tokens.acceptWords("VIRTUAL");
        }
        generated = Optional.of(new GeneratedColumn(expression, stored));
    }

    private String defaultValue() {
        if (tokens.peek().isOperator("(")) {
            return tokens.parenthesised();
        }
        int start = tokens.position();
        if (tokens.peek().isOperator("-") || tokens.peek().isOperator("+")) {
            tokens.next();
        }
        Token value = tokens.peek();
        if (value.kind() == Token.Kind.OPERATOR || value.kind() == Token.Kind.ILLEGAL || tokens.atEnd()) {
            throw new Unparsable("no default: '" + value.text() + "'");
        }
        tokens.next();
        return tokens.text(start, tokens.position());
    }

    private void conflictClause(String subject) {
        ConflictClauses.read(tokens, subject).ifPresent(table.conflictClauses::add);
    }
}
