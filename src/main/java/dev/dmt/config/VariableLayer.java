package dev.dmt.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the process's DMT_... variables say. An empty one says nothing. */
final class VariableLayer {
    private VariableLayer() {}

    /** Each value is meant literally: a password with ${ in it is just that. */
    static Map<String, GivenValue> read(Map<String, String> environment, Path base, ConfigProblems problems) {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            String text = environment.getOrDefault(key.variable(), "");
            if (!text.isEmpty()) {
                values.put(key.name(), GivenValue.variable(text, Origin.variable(key.variable(), base)));
            }
        }
        List<String> known = ConfigKeys.ALL.stream().map(ConfigKey::variable).toList();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("DMT_") && !known.contains(name)) {
                misspelt(name, known)
                        .ifPresent(meant -> problems.add(
                                Origin.variable(name, base), "", "no such variable; did you mean " + meant + "?"));
            }
        }
        return values;
    }

    /** Other variables may well start with DMT_ too, so only a near miss is taken for a mistake. */
    private static Optional<String> misspelt(String name, List<String> known) {
        return known.stream()
                .filter(candidate -> NearestName.edits(candidate, name) <= 2)
                .findFirst();
    }
}
