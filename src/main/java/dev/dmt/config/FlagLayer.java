package dev.dmt.config;

import dev.dmt.config.yaml.Position;
import dev.dmt.config.yaml.YamlField;
import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What flags say, by dotted key. A map's single entries have keys of their own: migration.types.orders.total. */
final class FlagLayer {
    private final Origin origin;
    private final Map<String, GivenValue> values = new LinkedHashMap<>();
    private final Map<String, List<YamlField>> entries = new LinkedHashMap<>();

    private FlagLayer(Path base) {
        origin = Origin.commandLine(base);
    }

    static FlagLayer read(Map<String, String> overrides, Path base, ConfigProblems problems) {
        FlagLayer layer = new FlagLayer(base);
        new TreeMap<>(overrides).forEach((name, text) -> layer.add(name, text, problems));
        return layer;
    }

    private void add(String name, String text, ConfigProblems problems) {
        Optional<ConfigKey<?>> key = ConfigKeys.find(name);
        Optional<ConfigKey<?>> map = mapOf(name);
        if (key.isPresent()) {
            values.put(key.get().name(), GivenValue.flag(text, origin));
        } else if (map.isPresent()) {
            String mapName = map.get().name();
            entries.computeIfAbsent(mapName, none -> new ArrayList<>())
                    .add(MapType.field(name.substring(mapName.length() + 1), text));
        } else {
            problems.add(origin, KeyNames.shown(name), UnknownKey.message(name));
        }
    }

    private static Optional<ConfigKey<?>> mapOf(String name) {
        return ConfigKeys.ALL.stream()
                .filter(key -> key.type() instanceof MapType && name.startsWith(key.name() + "."))
                .findFirst();
    }

    /** Lays the flags over what was given below them. */
    void over(Map<String, GivenValue> given) {
        given.putAll(values);
        entries.forEach((name, fields) -> given.merge(name, GivenValue.of(fields(fields), origin), this::combined));
    }

    private GivenValue combined(GivenValue below, GivenValue above) {
        YamlNode base = below.node();
        if (base instanceof YamlNode.Scalar scalar && !scalar.position().known()) {
            base = MapType.fields(scalar.text());
        }
        if (!(base instanceof YamlNode.Fields lower) || !(above.node() instanceof YamlNode.Fields upper)) {
            return below;
        }
        List<YamlField> combined = new ArrayList<>(lower.fields());
        for (YamlField field : upper.fields()) {
            combined.removeIf(other -> other.name().equals(field.name()));
            combined.add(field);
        }
        return new GivenValue(new YamlNode.Fields(lower.position(), combined), below.origin(), below.literal());
    }

    private static YamlNode.Fields fields(List<YamlField> fields) {
        return new YamlNode.Fields(Position.NOWHERE, fields);
    }
}
