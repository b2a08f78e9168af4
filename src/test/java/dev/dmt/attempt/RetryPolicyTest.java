package dev.dmt.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofMillis(2), Duration.ofMillis(3));

    private final Cancellation cancellation = new Cancellation();
    private final List<String> tries = new ArrayList<>();

    @Test
    void what_fails_in_passing_is_tried_again() {
        assertThat(POLICY.run(cancellation, failingTimes(2, ErrorCode.TRANSIENT)))
                .isEqualTo("done");
        assertThat(tries).hasSize(3);
    }

    @Test
    void it_is_given_up_after_the_last_try() {
        assertThatThrownBy(() -> POLICY.run(cancellation, failingTimes(9, ErrorCode.UNREACHABLE)))
                .hasMessage("no");
        assertThat(tries).hasSize(3);
    }

    @Test
    void what_will_not_pass_is_tried_once() {
        assertThatThrownBy(() -> POLICY.run(cancellation, failingTimes(1, ErrorCode.LEASE_HELD)))
                .hasMessage("no");
        assertThat(tries).hasSize(1);
    }

    @Test
    void cancelling_ends_the_pause() {
        RetryPolicy patient = new RetryPolicy(3, Duration.ofHours(1), Duration.ofHours(1));
        cancellation.request("enough");
        assertThatThrownBy(() -> patient.run(cancellation, failingTimes(1, ErrorCode.TRANSIENT)))
                .hasMessageContaining("enough");
    }

    @Test
    void pauses_grow_and_are_bounded() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), Duration.ofMillis(250));
        assertThat(policy.pauseAfter(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(policy.pauseAfter(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(policy.pauseAfter(60)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
    }

    private Supplier<String> failingTimes(int times, ErrorCode code) {
        return () -> {
            tries.add("try");
            if (tries.size() <= times) {
                throw new DmtException(code, "no");
            }
            return "done";
        };
    }
}
