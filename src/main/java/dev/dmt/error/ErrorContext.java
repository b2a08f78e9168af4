package dev.dmt.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a failure happened (table, column, key range, config line, ...) and what to do next. */
public record ErrorContext(Map<String, String> where, Optional<String> hint) {
    public static final ErrorContext NONE = new ErrorContext(Map.of(), Optional.empty());

    public ErrorContext {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }

    public static ErrorContext hint(String hint) {
        return new ErrorContext(Map.of(), Optional.of(hint));
    }

    public static ErrorContext at(String key, String value) {
        return new ErrorContext(Map.of(key, value), Optional.empty());
    }

    public ErrorContext and(String key, String value) {
        Map<String, String> extended = new LinkedHashMap<>(where);
        extended.put(key, value);
        return new ErrorContext(extended, hint);
    }

    public ErrorContext withHint(String newHint) {
        return new ErrorContext(where, Optional.of(newHint));
    }
}
