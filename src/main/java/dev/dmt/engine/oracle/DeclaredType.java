package dev.dmt.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as Oracle spells it, taken apart.
 *
 * @param name without its arguments
 * @param arguments what stands in its parentheses, in order
 */
record DeclaredType(String spelled, String name, List<String> arguments) {
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static DeclaredType of(String spelled) {
        Matcher matcher = ARGUMENTS.matcher(spelled);
        List<String> arguments = new ArrayList<>();
        while (matcher.find()) {
            for (String argument : matcher.group(1).split(",", -1)) {
                arguments.add(argument.strip().toUpperCase(Locale.ROOT));
            }
        }
        String name = BLANKS.matcher(matcher.replaceAll("").strip()).replaceAll(" ");
        return new DeclaredType(spelled, name.toUpperCase(Locale.ROOT), List.copyOf(arguments));
    }

    Stored stored() {
        return Stored.of(name);
    }

    boolean isFloat() {
        return name.equals("FLOAT");
    }

    boolean isFixed() {
        return name.equals("CHAR") || name.equals("NCHAR");
    }

    boolean isNational() {
        return name.startsWith("N") && !name.equals("NUMBER");
    }

    /** A number's digits; empty where it has as many as there is room for. */
    OptionalInt precision() {
        return arguments.isEmpty() || arguments.get(0).equals("*") || isFloat()
                ? OptionalInt.empty()
                : OptionalInt.of(number(0));
    }

    /** A number's scale; empty where it floats. */
    OptionalInt scale() {
        if (arguments.isEmpty() || isFloat()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(arguments.size() > 1 ? number(1) : 0);
    }

    /** True of a number whose every value is whole and fits 64 bits. */
    boolean isSmallWhole() {
        OptionalInt digits = precision();
        OptionalInt scale = scale();
        return digits.isPresent()
                && scale.isPresent()
                && scale.getAsInt() <= 0
                && digits.getAsInt() - scale.getAsInt() <= LogicalForm.DIGITS_OF_LONG;
    }

    /** The length of a text or of bytes, whatever it is counted in. */
    OptionalInt length() {
        return arguments.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(0));
    }

    /** Digits of a second. */
    int fraction() {
        return arguments.isEmpty() ? 6 : number(arguments.size() - 1);
    }

    private int number(int index) {
        return Integer.parseInt(arguments.get(index).split(" ", 2)[0]);
    }
}
