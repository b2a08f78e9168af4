package dev.dmt.config.yaml;

import java.util.List;

/** A piece of a document. Its text form never shows a value, for any of them may be a secret. */
public sealed interface YamlNode {
    Position position();

    /** What it is, in words for a message. */
    String words();

    record Scalar(Position position, ScalarKind kind, String text) implements YamlNode {
        public static Scalar loose(String text) {
            return new Scalar(Position.NOWHERE, ScalarKind.LOOSE, text);
        }

        @Override
        public String words() {
            return kind.words();
        }

        @Override
        public String toString() {
            return "Scalar[" + kind + " at " + position + "]";
        }
    }

    record Items(Position position, List<YamlNode> nodes) implements YamlNode {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String words() {
            return "a list";
        }
    }

    /** A mapping as it was written: in order, duplicates and all. */
    record Fields(Position position, List<YamlField> fields) implements YamlNode {
        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public String words() {
            return "a section";
        }
    }

    /** True where a key was given without any value. */
    default boolean empty() {
        return this instanceof Scalar scalar && scalar.kind() == ScalarKind.EMPTY;
    }
}
