package dev.dmt.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** The process's own terminal. Questions go to stderr, so that stdout carries results alone. */
final class SystemTerminal implements Terminal {
    /** Set by the launcher, which can ask the system; Java's own answer differs between releases. */
    static final String PROPERTY = "dmt.terminal";

    private final PrintStream err;

    SystemTerminal(PrintStream err) {
        this.err = err;
    }

    @Override
    public boolean interactive() {
        return Boolean.getBoolean(PROPERTY);
    }

    @Override
    public int columns() {
        return Integer.getInteger("dmt.columns", NONE.columns());
    }

    @Override
    public Optional<String> ask(String question) {
        if (!interactive()) {
            return Optional.empty();
        }
        err.print(question + " ");
        err.flush();
        try {
            // Not closed: standard input is the process's, not ours.
            BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()), 1);
            return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
