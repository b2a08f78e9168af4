package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The config that {@code dmt init} writes: every key with its description and its default. */
public final class ConfigTemplate {
    private static final Map<String, String> SAMPLE_SOURCE = Map.of("source.type", "sqlite", "source.path", "./app.db");
    private static final Map<String, String> SAMPLE_TARGET = Map.of(
            "target.type", "postgres",
            "target.host", "localhost",
            "target.port", "5432",
            "target.database", "app",
            "target.user", "app",
            "target.password", "${env:PGPASSWORD}",
            "target.schema", "public");

    private final Map<String, String> meant;
    private final ConfigProblems problems = new ConfigProblems();

    private ConfigTemplate(Map<String, String> meant) {
        this.meant = meant;
    }

    /** The template with a sample source and a sample target. */
    public static String text() {
        return text(Map.of());
    }

    /**
     * The template for what is known already.
     *
     * @param overrides dotted keys to values, as of {@link ConfigUrls}; an end of which nothing is said is a sample
     */
    public static String text(Map<String, String> overrides) {
        Map<String, String> meant = new HashMap<>(overrides);
        meant.values().removeIf(String::isEmpty);
        if (meant.keySet().stream().noneMatch(name -> name.startsWith("source."))) {
            meant.putAll(SAMPLE_SOURCE);
        }
        if (meant.keySet().stream().noneMatch(name -> name.startsWith("target."))) {
            meant.putAll(SAMPLE_TARGET);
        }
        return new ConfigTemplate(meant).write();
    }

    private String write() {
        CommentedYaml yaml = new CommentedYaml()
                .comment(
                        "A config of dmt, with every key. A # before a key leaves it at its default, which is the value"
                                + " shown unless another is named.")
                .comment("Secrets stay out of this file: ${env:NAME} is a variable, ${file:PATH} a file's content."
                        + " $${ stands for the characters themselves.");
        for (String section : ConfigKeys.sections()) {
            yaml.section(section);
            List<ConfigKey<?>> keys = ConfigKeys.in(section);
            for (ConfigKey<?> key : keys) {
                if (!key.equals(keys.get(0))) {
                    yaml.blankLine();
                }
                Optional<String> value = meantFor(key);
                describe(yaml, key, value.orElse(usual(key)));
                if (value.isPresent()) {
                    yaml.value(key.leaf(), value.get());
                } else {
                    yaml.dormant(key.leaf(), usual(key));
                }
            }
        }
        problems.throwIfAny();
        return yaml.text();
    }

    private static void describe(CommentedYaml yaml, ConfigKey<?> key, String shown) {
        KeyNotes notes = key.notes();
        yaml.comment(notes.description());
        if (!key.type().allowed().isEmpty() && !(key.type() instanceof FlagType)) {
            yaml.comment("One of " + String.join(", ", key.type().allowed()) + ".");
        }
        if (!notes.sideEffect().isEmpty()) {
            yaml.comment(notes.sideEffect());
        }
        String usual = notes.defaultWords().isEmpty() ? ConfigDefaults.yaml(key) : notes.defaultWords();
        if (!usual.equals(shown)) {
            yaml.comment("Default: " + usual + ".");
        }
    }

    /** What stands behind the # of a key that nobody set. */
    private static String usual(ConfigKey<?> key) {
        String example = key.notes().example();
        return example.isEmpty() ? ConfigDefaults.yaml(key) : example;
    }

    private <T> Optional<String> meantFor(ConfigKey<T> key) {
        Map<String, String> entries = entriesOf(key);
        if (!entries.isEmpty()) {
            return Optional.of(new MapType(EntryRule.PROPERTIES).yaml(entries));
        }
        String text = meant.get(key.name());
        if (text == null) {
            return Optional.empty();
        }
        boolean reference = text.startsWith("${") && text.indexOf('}') == text.length() - 1;
        if (text.contains("${") && (reference || !(key.type() instanceof SecretType))) {
            return Optional.of(YamlText.quoted(text));
        }
        Reading reading = new Reading(key.name(), Origin.commandLine(Path.of("")), problems);
        return key.type()
                .read(YamlNode.Scalar.loose(text), reading)
                .map(value -> key.type().yaml(value));
    }

    /** A map's single entries, which a flag may give one by one. */
    private Map<String, String> entriesOf(ConfigKey<?> key) {
        Map<String, String> entries = new HashMap<>();
        if (key.type() instanceof MapType) {
            String prefix = key.name() + ".";
            meant.forEach((name, text) -> {
                if (name.startsWith(prefix)) {
                    entries.put(name.substring(prefix.length()), text);
                }
            });
        }
        return entries;
    }
}
