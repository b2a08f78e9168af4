package dev.dmt.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.checkpoint.CheckpointFolder;
import dev.dmt.checkpoint.RunDocument;
import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRegisterTest {
    @TempDir
    Path folder;

    private final Map<String, String> settings =
            new HashMap<>(Map.of("source.path", "app.db", "target.database", "app", "target.user", "app"));

    @Test
    void an_unfinished_run_is_continued_and_a_finished_one_followed_by_the_next() {
        RunDocument first = register("").beginOrContinue();
        assertThat(register("").beginOrContinue()).isEqualTo(first);
        register("").finish();
        assertThat(register("").isFinished()).isTrue();
        RunDocument second = register("").beginOrContinue();
        assertThat(second.runId()).isNotEqualTo(first.runId());
        assertThat(store().archives()).containsExactly(first.runId());
    }

    @Test
    void a_run_that_is_asked_for_by_its_id_is_that_run() {
        register("monday").beginOrContinue();
        assertThat(register("monday").beginOrContinue().runId()).isEqualTo("monday");
        register("monday").finish();
        assertThat(register("monday").isAskedForAndFinished()).isTrue();
        assertThat(register("").isAskedForAndFinished()).isFalse();
        assertThat(register("tuesday").beginOrContinue().runId()).isEqualTo("tuesday");
        assertConfig(() -> register("monday").beginOrContinue(), "is over, and tuesday came after it");
    }

    @Test
    void no_step_but_the_first_begins_a_run() {
        assertConfig(() -> register("").require(), "there is no run");
        register("monday").beginOrContinue();
        assertConfig(() -> register("tuesday").require(), "holds the run monday, not tuesday");
    }

    @Test
    void a_changed_config_is_refused_with_the_keys_that_changed() {
        register("").beginOrContinue();
        settings.put("migration.target_mode", "upsert");
        assertConfig(() -> register("").require(), "migration.target_mode");
        settings.put("migration.target_mode", "drop_recreate");
        settings.put("migration.workers", "7");
        assertThat(register("").require().runId()).isNotEmpty();
    }

    @Test
    void a_finished_run_is_opened_again_where_something_of_it_is_forgotten() {
        register("").beginOrContinue();
        register("").finish();
        register("").reopen();
        assertThat(register("").isFinished()).isFalse();
    }

    private RunRegister register(String runId) {
        DmtConfig config = ConfigLoader.load(new ConfigRequest(Optional.empty(), settings, Map.of(), folder));
        Optional<String> wanted = Optional.of(runId).filter(id -> !id.isEmpty());
        return new RunRegister(config, new RunOptions(wanted, "test", false), store(), Clock.systemUTC());
    }

    private CheckpointFolder store() {
        return new CheckpointFolder(folder.resolve("checkpoint.yaml"));
    }

    private static void assertConfig(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG))
                .hasMessageContaining(message);
    }
}
