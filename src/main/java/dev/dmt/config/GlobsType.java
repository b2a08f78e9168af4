package dev.dmt.config;

import dev.dmt.config.yaml.YamlField;
import dev.dmt.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of globs, those to be left out after a "!"; or the same as two lists, include and exclude. */
record GlobsType() implements KeyType<List<String>> {
    private static final ListType PLAIN = new ListType();

    @Override
    public String wanted() {
        return "a list of globs, or a section of the lists include and exclude";
    }

    @Override
    public boolean nothing(List<String> value) {
        return PLAIN.nothing(value);
    }

    @Override
    public boolean plural() {
        return true;
    }

    @Override
    public Optional<List<String>> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Fields fields)) {
            return PLAIN.read(node, reading);
        }
        List<String> globs = new ArrayList<>();
        for (YamlField field : fields.fields()) {
            Reading entry = reading.entry(KeyNames.shown(field.name()));
            switch (field.name()) {
                case "include" -> PLAIN.read(field.value(), entry).ifPresent(globs::addAll);
                case "exclude" ->
                    PLAIN.read(field.value(), entry).ifPresent(out -> out.forEach(glob -> globs.add("!" + glob)));
                default -> {
                    List<String> known = List.of("include", "exclude");
                    entry.problems()
                            .add(
                                    entry.origin().at(field.position()),
                                    entry.key(),
                                    "is unknown; there are include and exclude"
                                            + NearestName.question(known, field.name()));
                }
            }
        }
        return Optional.of(globs);
    }

    @Override
    public String yaml(List<String> value) {
        return PLAIN.yaml(value);
    }
}
