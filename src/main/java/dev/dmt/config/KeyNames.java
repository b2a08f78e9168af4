package dev.dmt.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a name that somebody wrote is shown in a message. */
final class KeyNames {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]{0,64}");

    private KeyNames() {}

    /** Only so much of a name as looks like one: a value in a key's place ("password=...") stays out of messages. */
    static String shown(String name) {
        Matcher matcher = HARMLESS.matcher(name);
        return matcher.lookingAt() && matcher.end() == name.length() ? name : matcher.group() + "...";
    }
}
