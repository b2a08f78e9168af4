package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Set;

/**
 * Reads SQLite's expressions into portable ones, and refuses whatever SQLite might answer differently from others: its
 * conversions between text and numbers, bit operators, LIKE with escapes, other collations than BINARY. What stays with the
 * target is to look at the types that its columns have in the end; {@link Expression} says what each operator means.
 */
public final class SqliteExpressions {
    private SqliteExpressions() {}

    /** Reads an expression of which only the column names are known; column references come out as they are spelled there. */
    public static Parsed parse(String sql, Set<String> columnNames) {
        return parse(sql, KnownColumns.named(columnNames));
    }

    /**
     * Reads an expression of a table: as above, but the declared types and collations allow more (division of whole
     * numbers, casts) and forbid more (comparing a number column with text, NOCASE columns).
     */
    public static Parsed parse(String sql, Table table) {
        return parse(sql, KnownColumns.of(table));
    }

    /** Reads a default as PRAGMA table_xinfo gives it: a literal, a bare word (which is text), the present moment, or constants. */
    public static Parsed parseDefault(String sql) {
        TokenStream tokens = new TokenStream(sql);
        Token first = tokens.next();
        boolean quoted = first.kind() == Token.Kind.NAME || first.kind() == Token.Kind.DOUBLE_QUOTED;
        boolean bare = first.kind() == Token.Kind.WORD && !ExpressionParser.isConstantWord(first);
        if (tokens.atEnd() && (quoted || bare)) {
            return new Parsed.Portable(new Expression.TextLiteral(first.value()));
        }
        return parse(sql, Set.of());
    }

    private static Parsed parse(String sql, KnownColumns columns) {
        try {
            return new Parsed.Portable(new ExpressionParser(new TokenStream(sql), columns).whole());
        } catch (Unparsable e) {
            return new Parsed.Refused(e.reason());
        }
    }
}
