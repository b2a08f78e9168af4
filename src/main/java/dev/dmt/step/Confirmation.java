package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;

/** A refusal to destroy anything by surprise, which a person may overrule with {@code --yes} or at a prompt. */
public final class Confirmation {
    private static final String MARK = "confirm";

    private Confirmation() {}

    /**
     * What a step throws where it was not confirmed.
     *
     * @param what the consequence, as a statement ("drops 3 tables that hold rows: a, b, c")
     */
    public static DmtException needed(String what) {
        return needed(what, ErrorContext.hint("add --yes if that is what you want"));
    }

    /** The same with where it was found, and what else than a yes there is to do. */
    static DmtException needed(String what, ErrorContext context) {
        return new DmtException(ErrorCode.CONFIG, what, context.and(MARK, "--yes"));
    }

    /** True where answering yes would let the same step go on. */
    public static boolean wantedBy(DmtException failure) {
        return failure.context().where().containsKey(MARK);
    }
}
