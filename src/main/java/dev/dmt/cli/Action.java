package dev.dmt.cli;

/** What a command does once its flags are parsed. */
interface Action {
    Outcome perform(Session session);
}
