package dev.dmt.failpoint;

/**
 * Places where a test may break the process. {@code DMT_FAILPOINTS="name=kill;other=fail@3;third=pause:500@2"}, honoured
 * only after {@link #enable} (the hidden flag {@code --enable-failpoints}): the action happens on the n-th passing
 * (default the first). kill halts the JVM as SIGKILL would, fail throws, pause waits so many milliseconds.
 */
public final class Failpoint {
    private static volatile FailpointPlan active = FailpointPlan.NONE;

    private Failpoint() {}

    public static void enable(String specification) {
        active = FailpointPlan.parse(specification);
    }

    public static void pass(String name) {
        FailpointPlan current = active;
        if (current != FailpointPlan.NONE) {
            current.pass(name);
        }
    }
}
