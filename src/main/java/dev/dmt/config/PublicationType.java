package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A publication's name, as Zero accepts it: it keeps those that begin with an underscore for itself, and hands the name on
 * unquoted, so that capitals would be lost.
 */
record PublicationType() implements KeyType<String> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final TextType TEXT = new TextType();

    @Override
    public String wanted() {
        return "a name of small letters, digits and _ (at most 63) that begins with a letter";
    }

    @Override
    public Optional<String> read(YamlNode node, Reading reading) {
        Optional<String> name = TEXT.read(node, reading);
        boolean fits = name.map(text -> NAME.matcher(text).matches()).orElse(true);
        return fits ? name : reading.unlike(node, wanted());
    }

    @Override
    public String yaml(String value) {
        return TEXT.yaml(value);
    }
}
