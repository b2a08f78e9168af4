package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlText;
import java.util.Optional;

/** A secret. It is written as a reference to a variable, never as itself. */
record SecretType(String variable) implements KeyType<Secret> {
    @Override
    public String wanted() {
        return "text";
    }

    @Override
    public Optional<Secret> read(YamlNode node, Reading reading) {
        return TextType.textOf(node, reading).map(Secret::of);
    }

    @Override
    public String yaml(Secret value) {
        return placeholder(variable);
    }

    static String placeholder(String variable) {
        return YamlText.quoted("${env:" + variable + "}");
    }
}
