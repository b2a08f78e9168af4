package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a key's value looks like: read strictly, written back so that it can be read again. */
interface KeyType<T> {
    /** What is expected, as in "must be ...". */
    String wanted();

    /** Reads a value; reports what is wrong with it and is empty then. */
    Optional<T> read(YamlNode node, Reading reading);

    /** The value on one line of YAML. Never shows a secret. */
    String yaml(T value);

    /** The value on one line of YAML in a file of this folder. */
    default String yaml(T value, Path folder) {
        return yaml(value);
    }

    /** The only values there are, where that is so. */
    default List<String> allowed() {
        return List.of();
    }

    /** True for a list or map without entries: no different from one that was not set. */
    default boolean nothing(T value) {
        return false;
    }

    /** True for lists and maps: they may be left empty, and one flag or variable holds several values. */
    default boolean plural() {
        return false;
    }
}
