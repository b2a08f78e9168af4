package dev.dmt.step;

/** The names of the run's documents. */
final class Documents {
    static final String RUN = "run";
    static final String SCHEMA = "schema";
    static final String PLAN = "plan";
    static final String VALIDATION = "validation";
    static final String ZERO = "zero";

    private Documents() {}

    static String step(String step) {
        return "steps/" + step;
    }

    static String step(String step, String table) {
        return "steps/" + step + "/" + table;
    }
}
