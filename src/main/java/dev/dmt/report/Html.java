package dev.dmt.report;

import java.util.List;

/** Builds HTML: every text is escaped, markup comes only from here. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** A cell: what is shown, what it sorts by, and its class. */
    record Cell(String html, String sortBy, String style) {
        static Cell text(String text) {
            return new Cell(escape(text), text, "");
        }

        static Cell number(String shown, double sortBy) {
            return new Cell(escape(shown), Double.toString(sortBy), "n");
        }

        static Cell number(String shown, long sortBy) {
            return new Cell(escape(shown), Long.toString(sortBy), "n");
        }

        static Cell code(String text) {
            return new Cell(text.isEmpty() ? "" : "<code>" + escape(text) + "</code>", text, "");
        }

        static Cell badge(String text, String style) {
            return new Cell(badgeOf(text, style), text, "");
        }
    }

    static String badgeOf(String text, String style) {
        return "<span class=\"badge " + style + "\">" + escape(text) + "</span>";
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return escaped.toString();
    }

    /** Markup of our own. */
    Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** {@code <tag class="style">text</tag>}. */
    Html element(String tag, String style, String text) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escape(text)).append("</").append(tag).append(">\n");
        return this;
    }

    /** A table that sorts by a click on a header; headers that end in {@code >} are of numbers. */
    Html table(List<String> headers, List<List<Cell>> rows) {
        raw("<div class=\"scroll\"><table><thead><tr>");
        for (String header : headers) {
            boolean number = header.endsWith(">");
            String text = number ? header.substring(0, header.length() - 1) : header;
            raw("<th scope=\"col\"" + (number ? " class=\"n\"" : "") + "><button type=\"button\">" + escape(text)
                    + "</button></th>");
        }
        raw("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            out.append("<tr>");
            for (Cell cell : row) {
                out.append("<td")
                        .append(cell.style().isEmpty() ? "" : " class=\"" + cell.style() + "\"")
                        .append(" data-s=\"")
                        .append(escape(cell.sortBy()))
                        .append("\">")
                        .append(cell.html())
                        .append("</td>");
            }
            raw("</tr>");
        }
        return raw("</tbody></table></div>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
