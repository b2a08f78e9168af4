package dev.dmt.config;

import dev.dmt.config.yaml.Position;
import dev.dmt.config.yaml.YamlField;
import dev.dmt.config.yaml.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the file says: its keys are known, none is there twice, sections are sections. */
final class FileLayer {
    private final Origin file;
    private final ConfigProblems problems;
    private final Map<String, GivenValue> values = new LinkedHashMap<>();
    private final Map<String, Position> firstSeen = new HashMap<>();

    private FileLayer(Origin file, ConfigProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    static FileLayer of(YamlNode root, Origin file, ConfigProblems problems) {
        FileLayer layer = new FileLayer(file, problems);
        if (root instanceof YamlNode.Fields fields) {
            fields.fields().forEach(layer::top);
        } else if (!root.empty()) {
            problems.add(file.at(root.position()), "", "a config is a mapping of sections, not " + root.words());
        }
        return layer;
    }

    Map<String, GivenValue> values() {
        return values;
    }

    /** Where a section starts, for what is missing in it. */
    Origin origin(String section) {
        return Optional.ofNullable(firstSeen.get(section)).map(file::at).orElse(file);
    }

    private void top(YamlField field) {
        String name = field.name();
        if (seenBefore(name, name, field)) {
            return;
        }
        if (!name.isEmpty() && ConfigKeys.sections().contains(name)) {
            section(name, field.value());
        } else {
            leaf("", field);
        }
    }

    private void section(String section, YamlNode value) {
        if (value instanceof YamlNode.Fields fields) {
            for (YamlField field : fields.fields()) {
                leaf(section, field);
            }
        } else if (!value.empty()) {
            problems.add(file.at(value.position()), section, "must be a section of keys, not " + value.words());
        }
    }

    private void leaf(String section, YamlField field) {
        String name = section.isEmpty() ? field.name() : section + "." + field.name();
        Optional<ConfigKey<?>> key = ConfigKeys.find(section, field.name());
        if (key.isEmpty()) {
            problems.add(file.at(field.position()), KeyNames.shown(name), UnknownKey.message(name));
        } else if (section.isEmpty() || !seenBefore(key.get().name(), name, field)) {
            store(key.get(), field.value());
        }
    }

    private void store(ConfigKey<?> key, YamlNode value) {
        // a list whose items are all commented out is an empty list, not a mistake
        if (!value.empty() || !key.type().plural()) {
            values.put(key.name(), GivenValue.of(value, file.at(value.position())));
        }
    }

    private boolean seenBefore(String name, String shown, YamlField field) {
        Position first = firstSeen.putIfAbsent(name, field.position());
        if (first != null) {
            problems.add(
                    file.at(field.position()), KeyNames.shown(shown), "is set twice, first in line " + first.line());
        }
        return first != null;
    }
}
