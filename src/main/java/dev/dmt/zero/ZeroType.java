package dev.dmt.zero;

import java.util.List;

/** The type of a column in a Zero schema. */
public sealed interface ZeroType {
    record Text() implements ZeroType {}

    /** Called so by Zero; nobody imports it without its outer name. */
    @SuppressWarnings("JavaLangClash")
    record Number() implements ZeroType {}

    record Bool() implements ZeroType {}

    /**
     * A JSON value.
     *
     * @param shape its TypeScript type, empty where the database does not know it
     */
    record Json(String shape) implements ZeroType {}

    record Enumeration(List<String> members) implements ZeroType {
        public Enumeration {
            members = List.copyOf(members);
        }
    }
}
