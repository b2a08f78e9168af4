package dev.dmt.cli;

import java.util.Locale;

/** How constants read in a sentence. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
