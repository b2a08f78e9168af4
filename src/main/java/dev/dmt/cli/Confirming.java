package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.step.Confirmation;
import dev.dmt.step.StepOptions;
import java.util.Locale;
import java.util.function.Function;

/** Lets a person on a terminal say yes to what would otherwise be refused. */
final class Confirming {
    private Confirming() {}

    static <T> T run(Session session, StepOptions options, Function<StepOptions, T> work) {
        try {
            return work.apply(options);
        } catch (DmtException refused) {
            if (Confirmation.wantedBy(refused) && agreed(session, refused)) {
                return work.apply(options.confirm());
            }
            throw refused;
        }
    }

    private static boolean agreed(Session session, DmtException refused) {
        // What a yes does stands in the hint: nobody should have to guess it.
        String hint = refused.context().hint().map(text -> "; " + text).orElse("");
        return session.surroundings()
                .terminal()
                .ask(refused.getMessage() + hint + ". Go on with --yes? [y/N]")
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }
}
