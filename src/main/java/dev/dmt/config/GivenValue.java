package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;

/**
 * A key's value as somebody gave it, not yet read.
 *
 * @param literal true where ${ means just that: a variable may hold any password
 */
record GivenValue(YamlNode node, Origin origin, boolean literal) {
    static GivenValue of(YamlNode node, Origin origin) {
        return new GivenValue(node, origin, false);
    }

    static GivenValue flag(String text, Origin origin) {
        return of(YamlNode.Scalar.loose(text), origin);
    }

    static GivenValue variable(String text, Origin origin) {
        return new GivenValue(YamlNode.Scalar.loose(text), origin, true);
    }

    /** True for a flag's empty value, which sets a key back to its default. */
    boolean blank() {
        return node instanceof YamlNode.Scalar scalar
                && !scalar.position().known()
                && scalar.text().isEmpty();
    }
}
