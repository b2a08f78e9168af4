package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes: a plain number, or one with a unit. kB, MB, GB, TB count in thousands, KiB ... TiB in 1024s. */
record SizeType() implements KeyType<Long> {
    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "b",
            1L,
            "kb",
            1_000L,
            "mb",
            1_000_000L,
            "gb",
            1_000_000_000L,
            "tb",
            1_000_000_000_000L,
            "kib",
            1L << 10,
            "mib",
            1L << 20,
            "gib",
            1L << 30,
            "tib",
            1L << 40);
    private static final List<String> WRITTEN = List.of("TB", "TiB", "GB", "GiB", "MB", "MiB", "kB", "KiB");

    @Override
    public String wanted() {
        return "a size of at least 1 byte, such as 64MB, \"256 KiB\" or a plain number of bytes";
    }

    @Override
    public Optional<Long> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return reading.unlike(node, wanted() + ", not " + node.words());
        }
        Optional<Long> bytes = switch (scalar.kind()) {
            case TEXT, LOOSE -> parse(scalar.text().strip());
            case WHOLE -> parse(scalar.text().replace("_", ""));
            case REAL, FLAG, EMPTY -> Optional.empty();
        };
        return bytes.isPresent() ? bytes : reading.unlike(node, wanted());
    }

    private static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Long unit = UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT));
        if (unit == null) {
            return Optional.empty();
        }
        try {
            long bytes = new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValueExact();
            return bytes > 0 ? Optional.of(bytes) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    @Override
    public String yaml(Long value) {
        return WRITTEN.stream()
                .filter(name -> value % unit(name) == 0)
                .findFirst()
                .map(name -> value / unit(name) + name)
                .orElse(Long.toString(value));
    }

    private static long unit(String name) {
        return UNITS.getOrDefault(name.toLowerCase(Locale.ROOT), 1L);
    }
}
