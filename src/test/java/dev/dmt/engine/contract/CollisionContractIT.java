package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that differ in nothing but case are told before anything is created, whatever the target makes of case. */
class CollisionContractIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dmt.engine.contract.TestEngine#all")
    void tables_that_differ_in_case_alone_are_refused_by_name(TestEngine engine) {
        try (TestDatabase source = engine.fresh();
                TestDatabase target = TestEngine.POSTGRES.fresh()) {
            engine.requireSource(source, folder);
            source.execute("CREATE TABLE " + source.table("Twin") + " (n INTEGER PRIMARY KEY)");
            String second = "CREATE TABLE " + source.table("twin") + " (n INTEGER PRIMARY KEY)";
            if (engine.has(TestEngine.Trait.CASELESS_NAMES)) {
                assertThatThrownBy(() -> source.execute(second)).isInstanceOf(IllegalStateException.class);
                return;
            }
            source.execute(second);
            MatrixRun run = new MatrixRun(folder, source, target);
            run.config("drop_recreate");
            MatrixRun.Result refused = run.dmt("run", "--yes");
            assertThat(refused.exitStatus()).as(refused.said()).isEqualTo(78);
            assertThat(refused.said()).contains("Twin", "twin", "case");
            assertThat(target.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                    .isEmpty();
        }
    }
}
