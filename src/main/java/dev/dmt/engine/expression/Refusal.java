package dev.dmt.engine.expression;

/** Why an expression has no exact counterpart. Caught by the reader or the writer, so without a stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
