package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** true or false, and no other word. */
record FlagType() implements KeyType<Boolean> {
    @Override
    public String wanted() {
        return "true or false";
    }

    @Override
    public List<String> allowed() {
        return List.of("true", "false");
    }

    @Override
    public Optional<Boolean> read(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Scalar scalar
                && allowed().contains(scalar.text())
                && (scalar.kind() == ScalarKind.FLAG || scalar.kind() == ScalarKind.LOOSE)) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        boolean quoted = node instanceof YamlNode.Scalar scalar && allowed().contains(scalar.text());
        return reading.unlike(node, wanted() + ", not " + node.words() + (quoted ? ": remove the quotes" : ""));
    }

    @Override
    public String yaml(Boolean value) {
        return value.toString();
    }
}
