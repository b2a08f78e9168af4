package dev.dmt.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who answers as told. */
final class Terminals implements Terminal {
    final List<String> questions = new ArrayList<>();
    private final Deque<String> answers;

    Terminals(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public boolean interactive() {
        return !answers.isEmpty();
    }

    @Override
    public int columns() {
        return 80;
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }
}
