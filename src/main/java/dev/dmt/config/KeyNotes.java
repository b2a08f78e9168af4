package dev.dmt.config;

/**
 * What a person is told about a key.
 *
 * @param defaultWords the default in words where it is no fixed value
 * @param sideEffect what else it does, empty where nothing
 * @param example a value as an example, as YAML; empty where the default is example enough
 */
record KeyNotes(String description, String defaultWords, String sideEffect, String example) {
    static KeyNotes of(String description) {
        return new KeyNotes(description, "", "", "");
    }
}
