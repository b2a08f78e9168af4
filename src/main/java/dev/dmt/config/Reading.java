package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** The reading of one key's value: where its problems go. */
record Reading(String key, Origin origin, ConfigProblems problems) {
    void problem(YamlNode node, String message) {
        problems.add(origin.at(node.position()), key, message);
    }

    /** Reports a value of the wrong kind, and is the empty answer that follows from it. */
    <T> Optional<T> unlike(YamlNode node, String wanted) {
        problem(node, node.empty() ? "has no value: give it one or remove the line" : "must be " + wanted);
        return Optional.empty();
    }

    Reading entry(String name) {
        return new Reading(key + "." + name, origin, problems);
    }

    Path base() {
        return origin.base();
    }
}
