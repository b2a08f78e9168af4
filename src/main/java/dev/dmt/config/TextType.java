package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlText;
import java.util.Optional;

/** Any text that is not empty. */
record TextType() implements KeyType<String> {
    @Override
    public String wanted() {
        return "text";
    }

    @Override
    public Optional<String> read(YamlNode node, Reading reading) {
        Optional<String> text = textOf(node, reading);
        if (text.isPresent() && text.get().isBlank()) {
            reading.problem(node, "must not be empty");
            return Optional.empty();
        }
        return text;
    }

    /** The text of a scalar that was written as text, empty or not. */
    static Optional<String> textOf(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() != ScalarKind.EMPTY) {
            if (scalar.kind() == ScalarKind.TEXT || scalar.kind() == ScalarKind.LOOSE) {
                return Optional.of(scalar.text());
            }
            return reading.unlike(node, "text, not " + node.words() + ": put it in quotes");
        }
        return reading.unlike(node, "text, not " + node.words());
    }

    @Override
    public String yaml(String value) {
        return YamlText.scalar(Placeholders.escape(value));
    }
}
