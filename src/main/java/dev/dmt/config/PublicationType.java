package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.util.Optional;

/** A publication's name, as Zero accepts it. */
record PublicationType() implements KeyType<String> {
    private static final TextType TEXT = new TextType();

    @Override
    public String wanted() {
        return "a name of small letters, digits and _ (at most 63) that begins with a letter";
    }

    @Override
    public Optional<String> read(YamlNode node, Reading reading) {
        Optional<String> name = TEXT.read(node, reading);
        return name.flatMap(PublicationName::problem).isEmpty() ? name : reading.unlike(node, wanted());
    }

    @Override
    public String yaml(String value) {
        return TEXT.yaml(value);
    }
}
