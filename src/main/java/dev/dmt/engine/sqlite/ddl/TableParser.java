package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Check;
import java.util.ArrayList;
import java.util.List;

/** Reads a CREATE TABLE text as SQLite stores it. It never fails: what it cannot read stands in the result as text. */
final class TableParser {
    private final TokenStream tokens;
    private final ReferenceParser references;
    private final TableDraft table = new TableDraft();

    private TableParser(String sql) {
        this.tokens = new TokenStream(sql);
        this.references = new ReferenceParser(tokens);
    }

    static TableDeclaration parse(String sql) {
        TableParser parser = new TableParser(sql);
        try {
            parser.head();
            parser.body();
            parser.options();
        } catch (Unparsable e) {
            parser.table.notUnderstood.add(sql);
        }
        return parser.table.finish();
    }

    private void head() {
        tokens.expectWord("CREATE");
        if (!tokens.acceptWords("TEMP")) {
            tokens.acceptWords("TEMPORARY");
        }
        tokens.expectWord("TABLE");
        tokens.acceptWords("IF", "NOT", "EXISTS");
        table.name = tokens.expectName();
        if (tokens.acceptOperator(".")) {
            table.name = tokens.expectName();
        }
    }

    private void body() {
        tokens.expectOperator("(");
        do {
            int start = tokens.position();
            try {
                item();
                if (!tokens.peek().isOperator(",") && !tokens.peek().isOperator(")")) {
                    throw new Unparsable("something follows: '" + tokens.peek().text() + "'");
                }
            } catch (Unparsable e) {
                tokens.skipItem();
                table.notUnderstood.add(tokens.text(start, tokens.position()));
            }
        } while (tokens.acceptOperator(","));
        tokens.expectOperator(")");
    }

    /** A column, or one or more table constraints: SQLite does not insist on the commas between these. */
    private void item() {
        if (!atTableConstraint()) {
            ColumnParser.parse(tokens, table, references);
            return;
        }
        String constraintName = "";
        while (atTableConstraint()) {
            if (tokens.acceptWords("CONSTRAINT")) {
                constraintName = tokens.expectName();
            } else {
                tableConstraint(constraintName);
                constraintName = "";
            }
        }
    }

    private boolean atTableConstraint() {
        return tokens.peek().isAnyWord("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
    }

    private void tableConstraint(String constraintName) {
        if (tokens.acceptWords("CHECK")) {
            table.checks.add(new Check(constraintName, tokens.parenthesised()));
            conflictClause("CHECK" + (constraintName.isEmpty() ? "" : " " + constraintName));
        } else if (tokens.acceptWords("FOREIGN", "KEY")) {
            List<String> columns = references.names();
            table.foreignKeys.add(references.references(constraintName, columns));
        } else if (tokens.acceptWords("PRIMARY", "KEY")) {
            key(constraintName, true);
        } else {
            tokens.expectWord("UNIQUE");
            key(constraintName, false);
        }
    }

    private void key(String constraintName, boolean primary) {
        List<String> columns = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            columns.add(tokens.expectName());
            if (tokens.acceptWords("COLLATE")) {
                tokens.expectName();
            }
            if (!tokens.acceptWords("ASC")) {
                tokens.acceptWords("DESC");
            }
        } while (tokens.acceptOperator(","));
        table.autoincrement |= primary && tokens.acceptWords("AUTOINCREMENT");
        tokens.expectOperator(")");
        table.keys.add(new KeyDeclaration(constraintName, primary, columns));
        conflictClause((primary ? "PRIMARY KEY (" : "UNIQUE (") + String.join(", ", columns) + ")");
    }

    private void conflictClause(String subject) {
        ConflictClauses.read(tokens, subject).ifPresent(table.conflictClauses::add);
    }

    private void options() {
        int start = tokens.position();
        do {
            if (tokens.acceptWords("WITHOUT", "ROWID")) {
                table.withoutRowid = true;
            } else if (tokens.acceptWords("STRICT")) {
                table.strict = true;
            }
        } while (tokens.acceptOperator(","));
        tokens.acceptOperator(";");
        if (!tokens.atEnd()) {
            int rest = tokens.position();
            while (!tokens.atEnd()) {
                tokens.next();
            }
            table.notUnderstood.add(tokens.text(Math.min(start, rest), tokens.position()));
        }
    }
}
