package dev.dmt.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which names a publication for Zero may have. */
public final class PublicationName {
    /** The server folds the names that zero-cache asks it for to lower case. */
    private static final Pattern ACCEPTED = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private PublicationName() {}

    /** Why Zero could not follow a publication of this name, empty where it can. */
    public static Optional<String> problem(String name) {
        if (ACCEPTED.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                name.startsWith("_")
                        ? "Zero keeps names that begin with _ for itself"
                        : "a publication for Zero has at most 63 lower case letters, digits and _, a letter first");
    }
}
