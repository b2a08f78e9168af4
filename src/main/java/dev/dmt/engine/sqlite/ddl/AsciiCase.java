package dev.dmt.engine.sqlite.ddl;

/** SQLite folds the case of names for the 26 ASCII letters only, whatever the locale. */
final class AsciiCase {
    private AsciiCase() {}

    static String fold(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isUpper(name.charAt(i))) {
                return foldFrom(name, i);
            }
        }
        return name;
    }

    static boolean equal(String left, String right) {
        return left.length() == right.length() && fold(left).equals(fold(right));
    }

    private static String foldFrom(String name, int first) {
        char[] letters = name.toCharArray();
        for (int i = first; i < letters.length; i++) {
            if (isUpper(letters[i])) {
                letters[i] = (char) (letters[i] + 'a' - 'A');
            }
        }
        return new String(letters);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
