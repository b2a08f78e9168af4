package dev.dmt.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnitPoolTest {
    @Test
    void runs_units_in_the_order_given() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        PoolResult result = new UnitPool(1, false).run(List.of(quick("b", ran), quick("a", ran), quick("c", ran)));
        assertThat(ran).containsExactly("b", "a", "c");
        assertThat(result.results()).extracting(UnitResult::unit).containsExactly("b", "a", "c");
    }

    @Test
    void has_nothing_to_do_without_units() {
        assertThat(new UnitPool(4, false).run(List.of()).results()).isEmpty();
    }

    @Test
    void the_first_failure_stops_the_others_and_those_that_wait() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch waits = new CountDownLatch(1);
        List<UnitTask> units = List.of(waiting("slow", waits), failing("bad", waits), quick("later", ran));
        DmtException failure = catchThrowableOfType(DmtException.class, () -> new UnitPool(2, false).run(units));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(ran).isEmpty();
    }

    @Test
    void failures_are_collected_where_that_is_wanted() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        PoolResult result = new UnitPool(2, true)
                .run(List.of(failing("bad", new CountDownLatch(0)), quick("a", ran), quick("b", ran)));
        assertThat(result.results()).extracting(UnitResult::unit).containsExactly("a", "b");
        assertThat(result.failures()).containsOnlyKeys("bad");
    }

    @Test
    void cancelling_stops_all() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        UnitPool pool = new UnitPool(2, true);
        Thread canceller = new Thread(() -> {
            awaitQuietly(waits);
            pool.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> pool.run(List.of(waiting("a", waits), waiting("b", waits))))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        canceller.join();
    }

    @Test
    void what_nobody_foresaw_is_a_bug_of_its_unit() {
        UnitTask task = task("odd", new Cancellation(), () -> {
            throw new IllegalStateException("surprise");
        });
        DmtException failure =
                catchThrowableOfType(DmtException.class, () -> new UnitPool(1, false).run(List.of(task)));
        assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(failure).hasRootCauseMessage("surprise");
    }

    private static UnitTask quick(String name, List<String> ran) {
        return task(name, new Cancellation(), () -> ran.add(name));
    }

    private static UnitTask failing(String name, CountDownLatch begun) {
        return task(name, new Cancellation(), () -> {
            awaitQuietly(begun);
            throw new DmtException(ErrorCode.DATA, "bad");
        });
    }

    /** Works until it is cancelled. */
    private static UnitTask waiting(String name, CountDownLatch begun) {
        Cancellation cancellation = new Cancellation();
        return task(name, cancellation, () -> {
            begun.countDown();
            cancellation.pause(java.time.Duration.ofSeconds(20));
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UnitTask task(String name, Cancellation cancellation, Runnable body) {
        return new UnitTask() {
            @Override
            public String unit() {
                return name;
            }

            @Override
            public UnitResult run() {
                body.run();
                return new UnitResult(name, false, 1, 1, 0, 10);
            }

            @Override
            public void cancel() {
                cancellation.request();
            }
        };
    }
}
