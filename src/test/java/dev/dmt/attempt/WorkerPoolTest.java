package dev.dmt.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerPoolTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void runs_tasks_in_the_order_given() {
        List<String> results = run(1, List.of(quick("b"), quick("a"), quick("c")));
        assertThat(ran).containsExactly("b", "a", "c");
        assertThat(results).containsExactly("b!", "a!", "c!");
    }

    @Test
    void has_nothing_to_do_without_tasks() {
        assertThat(run(4, List.of())).isEmpty();
    }

    @Test
    void the_first_failure_stops_the_others_and_those_that_wait() {
        CountDownLatch begun = new CountDownLatch(1);
        DmtException failure = catchThrowableOfType(
                DmtException.class,
                () -> run(2, List.of(waiting("slow", begun), failing("bad", begun), quick("later"))));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(ran).containsExactly("slow ended");
    }

    @Test
    void cancelling_stops_all() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            await(begun);
            cancellation.request("enough");
        });
        canceller.start();
        assertThatThrownBy(() -> run(2, List.of(waiting("a", begun), waiting("b", begun), quick("c"))))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED))
                .hasMessageContaining("enough");
        assertThat(ran).doesNotContain("c");
        canceller.join();
    }

    @Test
    void begins_nothing_once_it_is_cancelled() {
        cancellation.request("enough");
        assertThatThrownBy(() -> run(2, List.of(quick("a")))).hasMessageContaining("enough");
        assertThat(ran).isEmpty();
    }

    @Test
    void what_nobody_foresaw_is_a_bug_of_its_task() {
        Task<String> task = Task.brief("odd", () -> {
            throw new IllegalStateException("surprise");
        });
        DmtException failure = catchThrowableOfType(DmtException.class, () -> run(1, List.of(task)));
        assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(failure).hasMessageContaining("odd").hasRootCauseMessage("surprise");
    }

    private List<String> run(int workers, List<Task<String>> tasks) {
        return new WorkerPool<String>(workers).run(tasks, cancellation);
    }

    private Task<String> quick(String name) {
        return Task.brief(name, () -> {
            ran.add(name);
            return name + "!";
        });
    }

    private static Task<String> failing(String name, CountDownLatch begun) {
        return Task.brief(name, () -> {
            await(begun);
            throw new DmtException(ErrorCode.DATA, "bad");
        });
    }

    /** Works until it is cancelled. */
    private Task<String> waiting(String name, CountDownLatch begun) {
        Cancellation own = new Cancellation();
        Supplier<String> work = () -> {
            begun.countDown();
            try {
                own.pause(Duration.ofSeconds(20));
            } finally {
                ran.add(name + " ended");
            }
            return name;
        };
        return new Task<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String run() {
                return work.get();
            }

            @Override
            public void cancel(String why) {
                own.request(why);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
