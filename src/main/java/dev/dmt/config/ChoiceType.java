package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of a few words. */
record ChoiceType<T>(List<T> choices, Function<T, String> word) implements KeyType<T> {
    static ChoiceType<String> of(String... words) {
        return new ChoiceType<>(List.of(words), Function.identity());
    }

    @Override
    public List<String> allowed() {
        return choices.stream().map(word).toList();
    }

    @Override
    public String wanted() {
        return "one of " + String.join(", ", allowed());
    }

    @Override
    public Optional<T> read(YamlNode node, Reading reading) {
        // YAML takes a plain null for nothing, but it may well be one of the words
        if (!(node instanceof YamlNode.Scalar scalar)
                || (scalar.kind() == ScalarKind.EMPTY && !allowed().contains(scalar.text()))) {
            return reading.unlike(node, wanted() + ", not " + node.words());
        }
        Optional<T> chosen = choices.stream()
                .filter(choice -> word.apply(choice).equals(scalar.text()))
                .findFirst();
        return chosen.isPresent()
                ? chosen
                : reading.unlike(node, wanted() + NearestName.question(allowed(), scalar.text()));
    }

    @Override
    public String yaml(T value) {
        return word.apply(value);
    }
}
