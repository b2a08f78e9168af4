package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SidePassTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean stopped = new AtomicBoolean();

    private void waitUntilStopped() {
        try {
            never.await();
        } catch (InterruptedException e) {
            stopped.set(true);
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_the_work_throws_is_thrown_to_who_awaits_it() {
        DmtException failure = new DmtException(ErrorCode.UNREACHABLE, "gone");
        Runnable failing = () -> {
            throw failure;
        };
        try (SidePass pass = SidePass.start("side", failing)) {
            assertThatThrownBy(pass::await).isSameAs(failure);
        }
    }

    @Test
    void closing_stops_the_work_and_waits_for_it() {
        SidePass.start("side", this::waitUntilStopped).close();
        assertThat(stopped).isTrue();
    }

    @Test
    void who_is_interrupted_while_waiting_hears_that_it_is_cancelled() {
        try (SidePass pass = SidePass.start("side", this::waitUntilStopped)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(pass::await)
                    .isInstanceOfSatisfying(
                            DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).isTrue();
    }
}
