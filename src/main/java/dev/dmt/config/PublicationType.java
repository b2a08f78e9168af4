package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A publication's name. Zero keeps those that begin with an underscore for itself. */
record PublicationType() implements KeyType<String> {
    private static final int LONGEST = 63;
    private static final TextType TEXT = new TextType();

    @Override
    public String wanted() {
        return "a name of at most " + LONGEST + " bytes that does not begin with _ and has no comma";
    }

    @Override
    public Optional<String> read(YamlNode node, Reading reading) {
        Optional<String> name = TEXT.read(node, reading);
        boolean fits = name.map(text -> !text.startsWith("_")
                        && text.indexOf(',') < 0
                        && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST)
                .orElse(true);
        return fits ? name : reading.unlike(node, wanted());
    }

    @Override
    public String yaml(String value) {
        return TEXT.yaml(value);
    }
}
