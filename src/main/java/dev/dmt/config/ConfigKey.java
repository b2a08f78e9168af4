package dev.dmt.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of the config: everything there is to know about it. Loading, suggestions, the reference and the commented
 * template all come from these.
 *
 * @param name dotted: section and key
 * @param fallback the default as text, read like a flag; empty where there is none or it depends on other keys
 * @param aliases other names of the same key within its section
 * @param held where a loaded config keeps the value; empty where the key does not matter to that config
 */
record ConfigKey<T>(
        String name,
        KeyType<T> type,
        Optional<String> fallback,
        KeyNotes notes,
        Effect effect,
        List<String> aliases,
        Function<DmtConfig, Optional<T>> held) {

    static <T> ConfigKey<T> of(String name, KeyType<T> type, String description) {
        return new ConfigKey<>(
                name,
                type,
                Optional.empty(),
                KeyNotes.of(description),
                Effect.FREE,
                List.of(),
                config -> Optional.empty());
    }

    ConfigKey<T> fallback(String text) {
        return new ConfigKey<>(name, type, Optional.of(text), notes, effect, aliases, held);
    }

    /** For a default that follows from other keys. */
    ConfigKey<T> defaultWords(String words) {
        return noting(new KeyNotes(notes.description(), words, notes.sideEffect(), notes.example()));
    }

    ConfigKey<T> sideEffect(String words) {
        return noting(new KeyNotes(notes.description(), notes.defaultWords(), words, notes.example()));
    }

    ConfigKey<T> example(String yaml) {
        return noting(new KeyNotes(notes.description(), notes.defaultWords(), notes.sideEffect(), yaml));
    }

    private ConfigKey<T> noting(KeyNotes newNotes) {
        return new ConfigKey<>(name, type, fallback, newNotes, effect, aliases, held);
    }

    /** Changing it would change what stands in the target. */
    ConfigKey<T> decidesResult() {
        return new ConfigKey<>(name, type, fallback, notes, Effect.RESULT, aliases, held);
    }

    ConfigKey<T> alias(String other) {
        return new ConfigKey<>(name, type, fallback, notes, effect, List.of(other), held);
    }

    ConfigKey<T> heldBy(Function<DmtConfig, T> reader) {
        return maybeHeldBy(config -> Optional.of(reader.apply(config)));
    }

    ConfigKey<T> maybeHeldBy(Function<DmtConfig, Optional<T>> reader) {
        return new ConfigKey<>(name, type, fallback, notes, effect, aliases, reader);
    }

    /** The section, empty for a key at the top. */
    String section() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** The name within the section. */
    String leaf() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The variable that overrides it. */
    String variable() {
        return "DMT_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    boolean named(String other) {
        return leaf().equals(other) || aliases.contains(other);
    }
}
