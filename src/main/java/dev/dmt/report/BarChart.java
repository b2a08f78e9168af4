package dev.dmt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as inline SVG: each a label, a bar as long as its value, and the value in words. */
final class BarChart {
    private record Bar(String label, double value, String shown) {}

    private final List<Bar> bars = new ArrayList<>();

    BarChart bar(String label, double value, String shown) {
        bars.add(new Bar(label, value, shown));
        return this;
    }

    void render(Html page) {
        double longest =
                Math.max(1e-9, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        page.raw("<div class=\"chart\">");
        for (Bar bar : bars) {
            String width = String.format(
                    Locale.ROOT, "%.2f", bar.value() <= 0 ? 0 : Math.max(0.4, 100 * bar.value() / longest));
            page.element("span", "label", bar.label());
            page.raw("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                    + "<rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"fill\" width=\"" + width
                    + "\" height=\"10\"/></svg>");
            page.element("span", "value", bar.shown());
        }
        page.raw("</div>");
    }
}
