package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.IndexDeclaration.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        int value = end;
        while (value - start > 2 && tokens.at(value - 2).isWord("COLLATE")) {
            value -= 2;
        }
        boolean collated = value < end && isOneValue(start, value);
        Optional<String> collation = collated ? Optional.of(tokens.at(end - 1).value()) : Optional.empty();
        end = collated ? value : end;
        if (end == start) {
            throw new Unparsable("an index part is empty");
        }
        return new Part(tokens.text(start, end), collation, descending);
    }

    /** Whether a COLLATE behind it is the whole part's: it binds more tightly than most operators. */
    private boolean isOneValue(int start, int end) {
        if (end - start == 1) {
            return true;
        }
        int after = tokens.position();
        tokens.moveTo(tokens.at(start).isOperator("(") ? start : start + 1);
        boolean group = tokens.peek().isOperator("(");
        tokens.skipOne();
        boolean whole = group && tokens.position() == end;
        tokens.moveTo(after);
        return whole;
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
