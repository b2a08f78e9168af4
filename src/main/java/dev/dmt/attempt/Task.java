package dev.dmt.attempt;

import java.util.function.Supplier;

/** A piece of work for a {@link WorkerPool}. Runs once; cancelled from any thread. */
public interface Task<T> {
    String name();

    /** Does what is left to do. */
    T run();

    /** Makes {@link #run} fail with CANCELLED soon, where the work is long enough to be worth it. */
    void cancel(String why);

    /** Work too short to be stopped half-way. */
    static <T> Task<T> brief(String name, Supplier<T> work) {
        return new Task<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public T run() {
                return work.get();
            }

            @Override
            public void cancel(String why) {}
        };
    }
}
