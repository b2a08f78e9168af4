package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.plan.TablePlan;
import dev.dmt.report.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table's rows count once, however often they are read, and all of them do in the end. */
class ValidationProgressTest {
    private static final int ROWS = 10_000;
    private static final TablePlan PLAN = Tables.plan(ROWS, List.of("ID"), "ID:integer");

    private final MemoryTable source = new MemoryTable("ID");
    private final MemoryTable target = new MemoryTable("id");
    private final Heard heard = new Heard();

    @Test
    void both_sides_at_once() {
        validate(ValidationOptions.of(true, false, 1_000));
        assertThat(heard.expected).isEqualTo(ROWS);
        assertThat(heard.rows).isEqualTo(ROWS);
    }

    @Test
    void one_side_after_the_other() {
        validate(ValidationOptions.of(false, true, 1_000));
        assertThat(heard.rows).isEqualTo(ROWS);
        assertThat(heard.most).isLessThan(ROWS / 2);
    }

    @Test
    void a_pass_that_starts_again() {
        source.downwards = true;
        validate(ValidationOptions.of(false, true, 1_000));
        assertThat(heard.rows).isEqualTo(ROWS);
    }

    private void validate(ValidationOptions options) {
        for (long i = 1; i <= ROWS; i++) {
            source.row(i);
            target.row(i);
        }
        new TableValidator(options, RejectFilter.NONE, heard)
                .validate(new ComparedTable(PLAN, source, target), Optional.empty());
    }

    private static final class Heard implements Progress {
        private long expected;
        private long rows;
        private long most;

        @Override
        public void begin(String unit, long expectedRows) {
            expected = expectedRows;
        }

        @Override
        public synchronized void advance(String unit, long more, long bytes) {
            rows += more;
            most = Math.max(most, more);
        }

        @Override
        public void end(String unit) {}

        @Override
        public void say(String message) {}
    }
}
