package dev.dmt.plan;

import java.util.regex.Pattern;

/** A key's or constraint's name of the source, where somebody chose it. */
final class KeptName {
    private static final Pattern OF_AN_ENGINE = Pattern.compile(
            "PRIMARY|SYS_C\\d+|sqlite_autoindex_.*|(?:PK|UQ|CK|FK|DF)__.*__[0-9A-F]{8,}", Pattern.CASE_INSENSITIVE);

    private KeptName() {}

    static String or(String name, String fallback) {
        return name.isEmpty() || OF_AN_ENGINE.matcher(name).matches() ? fallback : name;
    }
}
