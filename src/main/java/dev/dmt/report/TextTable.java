package dev.dmt.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small table for terminals: a header, a rule, aligned columns. A header that ends in {@code >} aligns to the right. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 12;

    private final List<String> headers = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headers) {
        for (String header : headers) {
            boolean toTheRight = header.endsWith(">");
            this.headers.add(toTheRight ? header.substring(0, header.length() - 1) : header);
            right.add(toTheRight);
        }
    }

    /** Adds a row; missing cells are empty. */
    public TextTable row(String... cells) {
        if (cells.length > headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        List<String> row =
                new ArrayList<>(Arrays.stream(cells).map(TextTable::oneLine).toList());
        while (row.size() < headers.size()) {
            row.add("");
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table's lines, each without its line break and trailing blanks, as broad as its cells are. */
    public List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /** The same within so many columns of a terminal: where that is too few, the broadest columns of words are folded. */
    public List<String> lines(int width) {
        int[] widths = widths();
        narrow(widths, width);
        List<String> lines = new ArrayList<>(folded(headers, widths));
        lines.add(line(Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths));
        rows.forEach(row -> lines.addAll(folded(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[headers.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = DisplayWidth.of(headers.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
            }
        }
        return widths;
    }

    private void narrow(int[] widths, int width) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
        while (excess > 0) {
            int broadest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (!right.get(column)
                        && widths[column] > NARROWEST
                        && (broadest < 0 || widths[column] > widths[broadest])) {
                    broadest = column;
                }
            }
            if (broadest < 0) {
                return;
            }
            widths[broadest]--;
            excess--;
        }
    }

    private List<String> folded(List<String> cells, int[] widths) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> lines = DisplayWidth.fold(cells.get(column), widths[column]);
            columns.add(lines);
            height = Math.max(height, lines.size());
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < height; at++) {
            List<String> parts = new ArrayList<>();
            for (List<String> column : columns) {
                parts.add(at < column.size() ? column.get(at) : "");
            }
            lines.add(line(parts, widths));
        }
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines()) + "\n";
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder out = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            out.append(column == 0 ? "" : GAP)
                    .append(
                            right.get(column)
                                    ? DisplayWidth.padLeft(cell, widths[column])
                                    : DisplayWidth.pad(cell, widths[column]));
        }
        return out.toString().stripTrailing();
    }

    private static String oneLine(String cell) {
        return cell.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
