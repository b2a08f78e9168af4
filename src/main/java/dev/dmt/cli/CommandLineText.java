package dev.dmt.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a command line, as they were typed: needed where parsing did not come to its end, and to repeat it. */
final class CommandLineText {
    private static final Pattern HARMLESS = Pattern.compile("[\\w@%+=:,./-]+");

    private final List<String> words;

    CommandLineText(String... words) {
        this.words = Arrays.asList(words);
    }

    /** A line for a shell that does the same again. Passwords are left out. */
    String again() {
        return "dmt "
                + words.stream()
                        .map(TypedSecrets::redact)
                        .map(CommandLineText::quoted)
                        .collect(Collectors.joining(" "));
    }

    boolean has(String flag, String value) {
        return valueOf(flag).filter(value::equals).isPresent();
    }

    Optional<String> valueOf(String flag) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(flag + "=")) {
                return Optional.of(word.substring(flag.length() + 1));
            }
            if (word.equals(flag) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
