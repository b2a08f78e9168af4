package dev.dmt.zero;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of Markdown while it is written: headings, lines and tables, all text escaped. */
final class MarkdownPage {
    private static final Pattern STATEMENT = Pattern.compile("\\b(?:ALTER|CREATE|DROP|UPDATE) (?:\"[^\"]*\"|[^\";])*;");

    private final StringBuilder out = new StringBuilder();

    void title(String text) {
        out.append("# ").append(escaped(text)).append('\n');
    }

    void section(String text) {
        out.append("\n## ").append(escaped(text)).append("\n\n");
    }

    /** A line as it is: markup of this room's own. */
    void line(String markup) {
        out.append(markup).append('\n');
    }

    void table(List<String> heads, List<List<String>> rows) {
        row(heads);
        out.append("|").append(" --- |".repeat(heads.size())).append('\n');
        rows.forEach(this::row);
    }

    String text() {
        return out.toString();
    }

    private void row(List<String> cells) {
        out.append(cells.stream().map(MarkdownPage::cell).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    /** SQL stands as code, to be copied as it is. */
    private static String cell(String raw) {
        StringBuilder cell = new StringBuilder();
        Matcher statement = STATEMENT.matcher(raw);
        int end = 0;
        while (statement.find()) {
            cell.append(escaped(raw.substring(end, statement.start()))).append(code(statement.group()));
            end = statement.end();
        }
        return cell.append(escaped(raw.substring(end))).toString();
    }

    /** A bar would end the cell even in code. */
    private static String code(String sql) {
        String oneLine = sql.replaceAll("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*", " ");
        String fence = oneLine.contains("`") ? "``" : "`";
        return fence + oneLine.replace("|", "\\|") + fence;
    }

    /** On one line, with what Markdown or HTML would take as markup escaped; brackets only where they would make a link. */
    static String escaped(String raw) {
        return raw.replaceAll("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*", " ")
                .replaceAll("([\\\\`*|#~]|](?=\\()|(?<!\\w)_|_(?!\\w))", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
