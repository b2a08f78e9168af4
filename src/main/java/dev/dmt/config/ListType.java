package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list of texts; separated by commas in a flag or variable. */
record ListType() implements KeyType<List<String>> {
    @Override
    public String wanted() {
        return "a list of texts";
    }

    @Override
    public boolean nothing(List<String> value) {
        return value.isEmpty();
    }

    @Override
    public boolean plural() {
        return true;
    }

    @Override
    public Optional<List<String>> read(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == ScalarKind.LOOSE) {
            return Optional.of(Arrays.stream(scalar.text().split(",", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList());
        }
        if (node instanceof YamlNode.Items items) {
            return Optional.of(items.nodes().stream()
                    .flatMap(item -> new TextType().read(item, reading).stream())
                    .toList());
        }
        return reading.unlike(node, wanted() + ", not " + node.words() + ": put it in [brackets]");
    }

    @Override
    public String yaml(List<String> value) {
        return YamlText.list(value.stream().map(Placeholders::escape).toList());
    }
}
