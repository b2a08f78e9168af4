package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.IndexDeclaration.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a CREATE INDEX text as SQLite stores it. */
final class IndexParser {
    private final TokenStream tokens;

    private IndexParser(String sql) {
        this.tokens = new TokenStream(sql);
    }

    /** Empty where any of it is not understood. */
    static Optional<IndexDeclaration> parse(String sql) {
        try {
            return Optional.of(new IndexParser(sql).index());
        } catch (Unparsable e) {
            return Optional.empty();
        }
    }

    private IndexDeclaration index() {
        tokens.expectWord("CREATE");
        boolean unique = tokens.acceptWords("UNIQUE");
        tokens.expectWord("INDEX");
        tokens.acceptWords("IF", "NOT", "EXISTS");
        String name = tokens.expectName();
        if (tokens.acceptOperator(".")) {
            name = tokens.expectName();
        }
        tokens.expectWord("ON");
        String table = tokens.expectName();
        List<Part> parts = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            parts.add(part());
        } while (tokens.acceptOperator(","));
        tokens.expectOperator(")");
        return new IndexDeclaration(name, table, unique, parts, predicate());
    }

    private Part part() {
        int start = tokens.position();
        tokens.skipItem();
        int after = tokens.position();
        int end = after;
        boolean descending = false;
        if (end - start > 1 && tokens.at(end - 1).isAnyWord("ASC", "DESC")) {
            descending = tokens.at(end - 1).isWord("DESC");
            end--;
        }
        Optional<String> collation = Optional.empty();
        while (end - start > 2
                && tokens.at(end - 2).isWord("COLLATE")
                && tokens.at(end - 1).canBeName()) {
            collation = collation.or(lastName(end));
            end -= 2;
        }
        if (end == start) {
            throw new Unparsable("an index part is empty");
        }
        return new Part(tokens.text(start, end), collation, descending);
    }

    private Supplier<Optional<String>> lastName(int end) {
        return () -> Optional.of(tokens.at(end - 1).value());
    }

    private Optional<String> predicate() {
        if (!tokens.acceptWords("WHERE")) {
            tokens.acceptOperator(";");
            if (!tokens.atEnd()) {
                throw new Unparsable(
                        "something follows the index: '" + tokens.peek().text() + "'");
            }
            return Optional.empty();
        }
        int start = tokens.position();
        while (!tokens.atEnd() && !tokens.peek().isOperator(";")) {
            tokens.next();
        }
        return Optional.of(tokens.text(start, tokens.position()));
    }
}
