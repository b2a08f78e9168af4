package dev.dmt.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small table for terminals: a header, a rule, aligned columns. A header that ends in {@code >} aligns to the right. */
public final class TextTable {
    private static final String GAP = "  ";

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

    /** The table's lines, each without its line break and trailing blanks. */
    public List<String> lines() {
        int[] widths = new int[headers.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = DisplayWidth.of(headers.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headers, widths));
        lines.add(line(Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
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
