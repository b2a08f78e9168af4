package dev.dmt.config;

import dev.dmt.config.yaml.Position;
import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlField;
import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names to texts; in a flag or variable as name=text, separated by commas (those within parentheses do not separate). */
record MapType(EntryRule rule) implements KeyType<Map<String, String>> {
    private static final Pattern COMMA_OUTSIDE_PARENTHESES = Pattern.compile(",(?![^(]*\\))");

    @Override
    public String wanted() {
        return rule.wanted();
    }

    @Override
    public boolean nothing(Map<String, String> value) {
        return value.isEmpty();
    }

    @Override
    public boolean plural() {
        return true;
    }

    @Override
    public Optional<Map<String, String>> read(YamlNode node, Reading reading) {
        YamlNode written = node instanceof YamlNode.Scalar scalar && scalar.kind() == ScalarKind.LOOSE
                ? fields(scalar.text())
                : node;
        if (!(written instanceof YamlNode.Fields fields)) {
            return reading.unlike(node, wanted() + ", not " + node.words());
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (YamlField field : fields.fields()) {
            Reading entry = reading.entry(KeyNames.shown(field.name()));
            Optional<String> misfit = rule.misfitOfName(field.name());
            if (misfit.isPresent()) {
                entry.problems().add(entry.origin().at(field.position()), entry.key(), misfit.get());
            } else if (entries.containsKey(field.name())) {
                entry.problems().add(entry.origin().at(field.position()), entry.key(), "is set twice");
            } else {
                value(field, entry).ifPresent(value -> entries.put(field.name(), value));
            }
        }
        return Optional.of(entries);
    }

    private Optional<String> value(YamlField field, Reading entry) {
        Optional<String> text = rule.looseNumbers()
                        && field.value() instanceof YamlNode.Scalar scalar
                        && !field.value().empty()
                ? Optional.of(scalar.text())
                : new TextType().read(field.value(), entry);
        Optional<String> misfit = text.flatMap(rule::misfitOfValue);
        misfit.ifPresent(message -> entry.problem(field.value(), message));
        return misfit.isPresent() ? Optional.empty() : text;
    }

    /** A flag's "name=text, name=text" as a mapping. An entry without = is kept as a name without a value. */
    static YamlNode.Fields fields(String text) {
        return new YamlNode.Fields(
                Position.NOWHERE,
                COMMA_OUTSIDE_PARENTHESES
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(MapType::field)
                        .toList());
    }

    static YamlField field(String name, String text) {
        return new YamlField(name, Position.NOWHERE, YamlNode.Scalar.loose(text));
    }

    private static YamlField field(String entry) {
        int equals = entry.indexOf('=');
        return equals < 0
                ? new YamlField(entry, Position.NOWHERE, new YamlNode.Scalar(Position.NOWHERE, ScalarKind.EMPTY, ""))
                : field(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
    }

    @Override
    public String yaml(Map<String, String> value) {
        Map<String, String> written = new TreeMap<>();
        value.forEach((name, text) -> written.put(name, rule.written(name, text)));
        return YamlText.map(written);
    }
}
