package dev.dmt.engine;

/** An expression in the target's dialect, or the reason why it cannot be said there. */
public sealed interface Rendering {
    record Sql(String text) implements Rendering {}

    record Refused(String reason) implements Rendering {}
}
