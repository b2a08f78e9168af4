package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Saves what flags said as a config. Secrets become references to variables. */
final class WrittenConfig {
    private WrittenConfig() {}

    static void write(Path file, Map<String, String> overrides) {
        if (Files.exists(file)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    file + " is there already",
                    ErrorContext.at("file", file.toString())
                            .withHint("--write-config never overwrites: name another file, or remove this one"));
        }
        try {
            Files.writeString(file, Documents.yaml(nested(overrides)));
        } catch (IOException e) {
            throw ResultFile.unwritable(file, e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> nested(Map<String, String> overrides) {
        Map<String, Object> root = new TreeMap<>();
        overrides.forEach((key, value) -> {
            Map<String, Object> level = root;
            String[] names = key.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                level = (Map<String, Object>) level.computeIfAbsent(names[i], name -> new TreeMap<String, Object>());
            }
            String name = names[names.length - 1];
            level.put(name, secret(name) && !value.startsWith("${") ? "${env:PGPASSWORD}" : typed(value));
        });
        return root;
    }

    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.contains("token");
    }

    private static Object typed(String value) {
        if (value.matches("-?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        return value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
    }
}
