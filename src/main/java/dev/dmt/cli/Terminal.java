package dev.dmt.cli;

import java.util.Optional;

/** The person in front, if there is one. */
interface Terminal {
    /** True where a question would be seen and answered. */
    boolean interactive();

    /** How wide it is. */
    int columns();

    /** Asks; empty where nobody answers. */
    Optional<String> ask(String question);

    Terminal NONE = new Terminal() {
        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public int columns() {
            return 80;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }
    };
}
