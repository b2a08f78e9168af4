package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Failures that are due. */
final class Refusals {
    private Refusals() {}

    static void assertCode(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DmtException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    static void assertFails(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(DmtException.class);
    }

    /** Fails for what is in a row, and says nothing of what it is. */
    static void assertBadRow(String secret, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DmtException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.DATA);
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain(secret);
                for (Throwable next : cause.getSuppressed()) {
                    assertThat(String.valueOf(next.getMessage())).doesNotContain(secret);
                }
            }
        });
    }
}
