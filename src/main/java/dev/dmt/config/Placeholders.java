package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlField;
import dev.dmt.config.yaml.YamlNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts secrets in the place of ${env:NAME}, ${file:PATH} and ${NAME}. Works on parsed values, so nothing in a secret can
 * be taken for YAML, and what comes in is never looked through for more.
 */
final class Placeholders {
    private static final String OPENING = "${";
    private static final String ESCAPED = "$${";
    private static final Pattern VARIABLE = Pattern.compile("(?:env:)?([A-Za-z_][A-Za-z0-9_]*)");

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A text that means itself: read back through {@link #resolve} it is unchanged. */
    static String escape(String text) {
        return text.replace(OPENING, ESCAPED);
    }

    YamlNode resolve(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Items items) {
            return new YamlNode.Items(
                    items.position(),
                    items.nodes().stream().map(item -> resolve(item, reading)).toList());
        }
        if (node instanceof YamlNode.Fields fields) {
            return new YamlNode.Fields(
                    fields.position(),
                    fields.fields().stream()
                            .map(field -> new YamlField(
                                    field.name(),
                                    field.position(),
                                    resolve(field.value(), reading.entry(KeyNames.shown(field.name())))))
                            .toList());
        }
        return node instanceof YamlNode.Scalar scalar && scalar.text().contains(OPENING)
                ? resolve(scalar, reading)
                : node;
    }

    /** What cannot be resolved is reported and stands as a text that no further check will complain of. */
    private YamlNode resolve(YamlNode.Scalar scalar, Reading reading) {
        String text = scalar.text();
        StringBuilder out = new StringBuilder(text.length());
        boolean replaced = false;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                out.append(OPENING);
                at += ESCAPED.length();
            } else if (text.startsWith(OPENING, at)) {
                int end = text.indexOf('}', at);
                String reference = end < 0 ? "" : text.substring(at + OPENING.length(), end);
                out.append(value(reference, scalar, reading));
                replaced = true;
                at = end < 0 ? text.length() : end + 1;
            } else {
                out.append(text.charAt(at));
                at++;
            }
        }
        ScalarKind kind = replaced ? ScalarKind.LOOSE : scalar.kind();
        return new YamlNode.Scalar(scalar.position(), kind, out.toString());
    }

    private String value(String reference, YamlNode.Scalar scalar, Reading reading) {
        if (reference.startsWith("file:")) {
            return SecretFile.read(reference.substring("file:".length()), scalar, reading);
        }
        Matcher variable = VARIABLE.matcher(reference);
        if (!variable.matches()) {
            reading.problem(
                    scalar,
                    "holds a ${ that starts neither ${env:NAME}, ${file:PATH} nor ${NAME};"
                            + " write $${ where the characters themselves are meant");
            return "";
        }
        String value = environment.get(variable.group(1));
        if (value == null) {
            reading.problem(scalar, "refers to the variable " + variable.group(1) + ", which is not set");
            return "";
        }
        return value;
    }
}
