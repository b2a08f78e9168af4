package dev.dmt.config;

import java.util.ArrayList;
import java.util.List;

/** The reference of all keys, as Markdown: docs/configuration.md. */
final class ConfigReference {
    private static final String INTRODUCTION = """
            # Configuration

            This page is generated from the keys that the code knows; a test keeps the two alike.

            dmt reads `dmt.yaml`, or the file that `--config` names. `dmt init` writes one with every key in it. The
            smallest one:

            ```yaml
            source: { type: sqlite, path: ./app.db }
            target: { type: postgres, host: localhost, database: app, user: app, password: "${env:PGPASSWORD}" }
            ```

            ## Where a value comes from

            A flag counts before a variable, a variable before the file, the file before the default. Every key has a
            variable: `DMT_` and its name in capitals, `migration.workers` is `DMT_MIGRATION_WORKERS`. An empty
            variable counts as none. In a flag or variable, commas separate the items of a list (`a, b`) and the
            entries of a map (`a=x, b=y`). Relative paths in the file start from the file's folder, those of flags and
            variables from where the command was called.

            `--source` and `--target` say a whole database at once: `app.db`, `sqlite:app.db`,
            `postgres://user@host:5432/database?schema=sales&sslmode=require`, `embedded:./pg`. Special characters of a
            user or password are percent-encoded (`@` is `%40`). Parameters after the `?` other than `schema`,
            `sslmode`, `user` and `password` are handed to the driver.

            ## Secrets

            In any value of the file or a flag, `${env:NAME}` and `${NAME}` become a variable's value and
            `${file:PATH}` a file's content without its last newline. `$${` stands for the characters `${`
            themselves. A variable that is not set and a file that cannot be read are errors. References are resolved
            after the YAML is read, so a secret may hold any character. The values of `DMT_...` variables are taken as
            they are. No secret is printed, logged or stored.

            ## Kinds of values

            Nothing is converted silently: a number is written without quotes, text that looks like a number with them,
            and a flag is `true` or `false`. Sizes are plain numbers of bytes or have a unit: kB, MB, GB and TB count
            in thousands, KiB, MiB, GiB and TiB in 1024s. Times have a unit: ms, s, m, h or d.

            A config with mistakes is refused with all of them at once (exit status 78), each with its line and column.

            ## Changing a config between two attempts

            A key marked *fixed for a run* decides what will stand in the target. While a run is unfinished a change
            to it is refused, with the keys that changed, unless `--accept-config-change` is given. All other keys may
            change at any time.
            """;

    private ConfigReference() {}

    static String markdown() {
        StringBuilder out = new StringBuilder(INTRODUCTION);
        for (String section : ConfigKeys.sections()) {
            out.append("\n## ").append(section.isEmpty() ? "At the top" : '`' + section + '`');
            out.append("\n\n| key | takes | default | meaning |\n|---|---|---|---|\n");
            ConfigKeys.in(section).forEach(key -> out.append(row(key)));
        }
        return out.toString();
    }

    private static String row(ConfigKey<?> key) {
        return "| `" + key.leaf() + "` | " + takes(key) + " | " + defaults(key) + " | " + meaning(key) + " |\n";
    }

    private static String takes(ConfigKey<?> key) {
        List<String> allowed = key.type().allowed();
        return allowed.isEmpty() ? key.type().wanted() : '`' + String.join("`, `", allowed) + '`';
    }

    private static String defaults(ConfigKey<?> key) {
        String words = key.notes().defaultWords();
        return words.isEmpty() ? '`' + ConfigDefaults.yaml(key) + '`' : words;
    }

    private static String meaning(ConfigKey<?> key) {
        List<String> sentences = new ArrayList<>(List.of(key.notes().description()));
        sentences.add(key.notes().sideEffect());
        if (key.type() instanceof MapType || !key.notes().example().isEmpty()) {
            sentences.add("Example: `" + key.notes().example() + "`.");
        }
        if (!key.aliases().isEmpty()) {
            sentences.add("Also called `" + String.join("`, `", key.aliases()) + "`.");
        }
        if (key.effect() == Effect.RESULT) {
            sentences.add("*" + capital(key.effect().words()) + ".*");
        }
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
