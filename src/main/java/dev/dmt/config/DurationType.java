package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time with its unit: 500ms, 60s, 5m, 2h, 1d. */
record DurationType(Duration least) implements KeyType<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final List<String> WRITTEN = List.of("d", "h", "m", "s", "ms");

    @Override
    public String wanted() {
        return "a time with its unit (60s, 5m, 1h) of at least " + yaml(least);
    }

    @Override
    public Optional<Duration> read(YamlNode node, Reading reading) {
        if (node instanceof YamlNode.Scalar scalar
                && (scalar.kind() == ScalarKind.TEXT || scalar.kind() == ScalarKind.LOOSE)) {
            Matcher matcher = FORM.matcher(scalar.text().strip());
            if (matcher.matches()) {
                Duration value =
                        Duration.ofMillis(Long.parseLong(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 0L));
                return value.compareTo(least) >= 0 ? Optional.of(value) : reading.unlike(node, wanted());
            }
        }
        return reading.unlike(node, wanted());
    }

    @Override
    public String yaml(Duration value) {
        long millis = value.toMillis();
        return WRITTEN.stream()
                .filter(unit -> millis % MILLIS.getOrDefault(unit, 1L) == 0 && millis > 0)
                .findFirst()
                .map(unit -> millis / MILLIS.getOrDefault(unit, 1L) + unit)
                .orElse("0s");
    }
}
