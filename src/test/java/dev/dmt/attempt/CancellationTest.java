package dev.dmt.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> heard = new ArrayList<>();

    @Test
    void nothing_happens_until_it_is_requested() {
        assertThatCode(cancellation::check).doesNotThrowAnyException();
        assertThat(cancellation.requested()).isFalse();
    }

    @Test
    void the_first_reason_stands() {
        cancellation.request("first");
        cancellation.request("second");
        assertThat(cancellation.reason()).contains("first");
        assertThatThrownBy(cancellation::check)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED))
                .hasMessageContaining("first");
    }

    @Test
    void each_waker_runs_once_even_beside_one_that_fails() {
        cancellation.onCancel(() -> {
            throw new IllegalStateException("no");
        });
        cancellation.onCancel(() -> heard.add("a"));
        cancellation.onCancel(() -> heard.add("gone")).close();
        cancellation.request("stop");
        cancellation.request("stop");
        assertThat(heard).containsExactly("a");
    }

    @Test
    void who_registers_late_hears_at_once() {
        cancellation.request("stop");
        cancellation.onCancel(() -> heard.add("late"));
        assertThat(heard).containsExactly("late");
    }
}
