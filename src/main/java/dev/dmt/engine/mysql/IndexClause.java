package dev.dmt.engine.mysql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of an index, long texts by their beginning: the server indexes no more than 3072 bytes of a row. */
record IndexClause(Table table, Index index) {
    private static final Pattern SIZED =
            Pattern.compile("(varchar|char|varbinary|binary)\\((\\d+)\\).*", Pattern.DOTALL);
    private static final Pattern UNSIZED = Pattern.compile("(tiny|medium|long)?(text|blob)\\b.*", Pattern.DOTALL);
    private static final int BYTES_A_CHARACTER = 4;
    private static final int OTHERS = 16;

    String parts() {
        int most = BoundedText.LONGEST_KEY_BYTES;
        int used = index.parts().stream().mapToInt(this::bytes).sum();
        long texts = index.parts().stream().filter(part -> isText(part)).count();
        int share = used <= most || texts == 0
                ? most
                : (int) ((most - OTHERS * (index.parts().size() - texts)) / texts);
        return index.parts().stream().map(part -> part(part, share)).collect(Collectors.joining(", ", "(", ")"));
    }

    private String part(IndexPart part, int share) {
        String base = part.expression() ? "(" + part.text() + ")" : MysqlIdentifiers.quote(part.text());
        return base + prefix(part, share) + (part.descending() ? " DESC" : "");
    }

    private String prefix(IndexPart part, int share) {
        if (!isText(part)) {
            return "";
        }
        boolean mustCut = isUnsized(part) || (!index.unique() && bytes(part) > share);
        return mustCut ? "(" + share / (isBytes(part) ? 1 : BYTES_A_CHARACTER) + ")" : "";
    }

    private int bytes(IndexPart part) {
        Matcher sized = SIZED.matcher(type(part));
        if (sized.matches()) {
            return Integer.parseInt(sized.group(2)) * (isBytes(part) ? 1 : BYTES_A_CHARACTER);
        }
        return isUnsized(part) ? BoundedText.LONGEST_KEY_BYTES + 1 : OTHERS;
    }

    private boolean isText(IndexPart part) {
        return isUnsized(part) || SIZED.matcher(type(part)).matches();
    }

    private boolean isUnsized(IndexPart part) {
        return UNSIZED.matcher(type(part)).matches();
    }

    private boolean isBytes(IndexPart part) {
        String type = type(part);
        return type.contains("binary(") || type.contains("blob");
    }

    private String type(IndexPart part) {
        Optional<Column> column = part.expression() ? Optional.empty() : table.column(part.text());
        return column.map(Column::nativeType).orElse("").toLowerCase(Locale.ROOT);
    }
}
