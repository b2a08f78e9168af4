package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that spares no engine, moved by the real command from every engine to every other. */
class MatrixIT {
    @TempDir
    private Path folder;

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (TestEngine source : TestEngine.all()) {
            for (TestEngine target : TestEngine.all()) {
                pairs.add(Arguments.of(source, target));
            }
        }
        return pairs;
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void everything_arrives_as_it_was(TestEngine from, TestEngine to) {
        try (TestDatabase source = from.fresh();
                TestDatabase target = to.fresh()) {
            from.requireSource(source, folder);
            ContractTarget.requireBuilt(to, target);
            Torture.of(from).make(source);
            MatrixRun run = new MatrixRun(folder, source, target);
            run.config();

            MatrixRun.Result moved = run.dmt("run", "--yes");
            assertThat(moved.exitStatus()).as(moved.said()).isZero();
            MatrixRun.Result checked = run.dmt("validate", "--checksum");
            assertThat(checked.exitStatus()).as(checked.said()).isZero();
            assertThat(Facts.heldBy(target)).containsExactlyElementsOf(Facts.EXPECTED);

            MatrixRun.Result again = run.dmt("run", "--yes");
            assertThat(again.exitStatus()).as(again.said()).isZero();
            assertThat(Facts.heldBy(target)).containsExactlyElementsOf(Facts.EXPECTED);
        }
    }
}
