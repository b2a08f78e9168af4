package dev.dmt.engine.mssql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as SQL Server spells it, taken apart: {@code nvarchar(20) COLLATE Latin1_General_CI_AS}.
 *
 * @param base in lower case, without arguments
 * @param arguments as written: numbers, or max
 * @param collation of texts, where it is said
 */
record NativeName(String base, List<String> arguments, Optional<String> collation) {
    private static final Pattern SPELLED = Pattern.compile(
            "\\s*([A-Za-z_][A-Za-z_0-9 ]*?)\\s*(?:\\(([^)]*)\\))?\\s*(?:COLLATE\\s+(\\w+))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> SHAPES = Set.of("geometry", "geography");
    private static final Set<String> UNICODE = Set.of("nchar", "nvarchar", "ntext");
    private static final Set<String> CODE_PAGE = Set.of("char", "varchar", "text");

    NativeName {
        arguments = List.copyOf(arguments);
    }

    static NativeName parse(String spelled) {
        Matcher matcher = SPELLED.matcher(spelled);
        if (!matcher.matches()) {
            return new NativeName(spelled.toLowerCase(Locale.ROOT), List.of(), Optional.empty());
        }
        List<String> arguments = Optional.ofNullable(matcher.group(2)).stream()
                .flatMap(list -> List.of(list.split(",")).stream())
                .map(argument -> argument.strip().toLowerCase(Locale.ROOT))
                .toList();
        return new NativeName(
                matcher.group(1).strip().toLowerCase(Locale.ROOT), arguments, Optional.ofNullable(matcher.group(3)));
    }

    /** The n-th argument as a number; empty where it is max, or not there. */
    OptionalInt number(int place) {
        return arguments.size() > place && !arguments.get(place).equals("max")
                ? OptionalInt.of(Integer.parseInt(arguments.get(place)))
                : OptionalInt.empty();
    }

    /** With its arguments, without a collation. */
    String uncollated() {
        return arguments.isEmpty() ? base : base + "(" + String.join(",", arguments) + ")";
    }

    boolean isUnicodeText() {
        return UNICODE.contains(base);
    }

    /** A text in the code page of its collation. */
    boolean isCodePageText() {
        return CODE_PAGE.contains(base);
    }

    boolean isText() {
        return isUnicodeText() || isCodePageText();
    }

    boolean isShape() {
        return SHAPES.contains(base);
    }

    /** What its values are where they are read as Unicode. */
    String asUnicode() {
        OptionalInt length = number(0);
        boolean bounded = length.isPresent() && length.getAsInt() <= MssqlTypes.LONGEST_UNICODE;
        return bounded ? "nvarchar(" + length.getAsInt() + ")" : "nvarchar(max)";
    }
}
