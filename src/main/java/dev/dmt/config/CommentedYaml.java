package dev.dmt.config;

import java.util.Arrays;
import java.util.List;

/** Builds a YAML file whose keys each have a comment above them. */
final class CommentedYaml {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    CommentedYaml comment(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && indent.length() + 2 + line.length() + word.length() >= WIDTH) {
                commentLine(line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        commentLine(line);
        return this;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.replace("`", "").split(" ", -1));
    }

    private void commentLine(CharSequence text) {
        out.append(indent).append("# ").append(text).append('\n');
    }

    /** Starts a section; an empty name goes back to the top. */
    CommentedYaml section(String name) {
        out.append('\n');
        indent = name.isEmpty() ? "" : "  ";
        if (!name.isEmpty()) {
            out.append(name).append(":\n");
        }
        return this;
    }

    CommentedYaml blankLine() {
        out.append('\n');
        return this;
    }

    CommentedYaml value(String key, String yaml) {
        out.append(indent).append(key).append(": ").append(yaml).append('\n');
        return this;
    }

    /** A value that would count if somebody took the # away. */
    CommentedYaml dormant(String key, String yaml) {
        out.append(indent).append("# ").append(key).append(": ").append(yaml).append('\n');
        return this;
    }

    String text() {
        return out.toString();
    }
}
