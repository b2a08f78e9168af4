package dev.dmt.engine.contract;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** Says, once an engine and JVM, that its tests did not run. */
final class Skipped {
    private static final Set<TestEngine> SAID = EnumSet.noneOf(TestEngine.class);

    private Skipped() {}

    static void because(TestEngine engine, String reason) {
        say(engine, reason);
        throw new TestAbortedException("SKIPPED " + engine + ": " + reason);
    }

    private static synchronized void say(TestEngine engine, String reason) {
        if (SAID.add(engine)) {
            String bar = "=".repeat(100);
            System.err.printf(
                    Locale.ROOT,
                    "%n%s%nSKIPPED: no test of the contract ran against %s.%n  why:  %s%n  set:  %s%n%s%n",
                    bar,
                    engine,
                    reason,
                    engine.server().remedy(),
                    bar);
        }
    }
}
