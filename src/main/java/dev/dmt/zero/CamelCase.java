package dev.dmt.zero;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in camelCase: what is neither a letter nor a digit parts words; a word without any small letter is shouted and
 * becomes small; other words keep the capitals within them. Leading underscores stay, as they tell {@code _id} from
 * {@code id}.
 */
record CamelCase() implements NameStyle {
    private static final Pattern LEADING_UNDERSCORES = Pattern.compile("^_+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Capitals that begin a word; the last one belongs to what follows where small letters do. */
    private static final Pattern ACRONYM =
            Pattern.compile("^(\\p{Lu}+)(s$|(?=\\P{L})|$)|^\\p{Lu}+(?=\\p{Lu})|^\\p{Lu}");

    @Override
    public String name(String databaseName) {
        Matcher underscores = LEADING_UNDERSCORES.matcher(databaseName);
        String lead = underscores.find() ? underscores.group() : "";
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(databaseName, -1)) {
            if (!word.isEmpty()) {
                words.add(words.isEmpty() ? uncapitalised(quietened(word)) : quietened(word));
            }
        }
        return words.isEmpty() ? databaseName : lead + joined(words);
    }

    @Override
    public String joined(List<String> names) {
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            if (joined.isEmpty()) {
                joined.append(name);
            } else if (endsInDigit(joined) && Character.isDigit(name.codePointAt(0))) {
                joined.append('_').append(name);
            } else {
                joined.append(capitalised(name));
            }
        }
        return NameStyle.property(joined.toString());
    }

    private static boolean endsInDigit(CharSequence text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    private static String quietened(String word) {
        return word.codePoints().anyMatch(Character::isLowerCase) ? word : small(word);
    }

    private static String uncapitalised(String word) {
        Matcher acronym = ACRONYM.matcher(word);
        return acronym.find() ? small(acronym.group()) + word.substring(acronym.end()) : word;
    }

    private static String capitalised(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    /** Letter by letter, so that no language's rules for whole words and no letter that becomes two come in. */
    private static String small(String word) {
        StringBuilder small = new StringBuilder(word.length());
        word.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return small.toString();
    }
}
