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
        for (TestEngine source : TestEngine.sources()) {
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
            run.config("drop_recreate");
            succeed(run, "run", "--yes");
            succeed(run, "validate", "--checksum");
            assertThat(Facts.heldBy(target)).containsExactlyElementsOf(Facts.EXPECTED);

            change(target, "words", "'tampered'");
            MatrixRun.Result differs = run.dmt("validate", "--checksum");
            assertThat(differs.exitStatus()).as(differs.said()).isEqualTo(65);
            assertThat(differs.said()).contains("facts", "words").doesNotContain("tampered");

            change(source, "words", "'changed'");
            run.config("upsert", "include_tables: [facts, types, words, tokens, pairs]");
            succeed(run, "run", "--yes", "--checkpoint", "second/checkpoint.yaml");
            succeed(run, "validate", "--checksum", "--checkpoint", "second/checkpoint.yaml");
            assertThat(Facts.heldBy(target))
                    .containsExactlyElementsOf(Facts.EXPECTED.stream()
                            .map(row -> row.replace("|plain|", "|changed|"))
                            .toList());
        }
    }

    /** Changes the first row of the facts. */
    private static void change(TestDatabase database, String column, String value) {
        String id = database.dialect().quote("id");
        database.execute("UPDATE " + database.table("facts") + " SET "
                + database.dialect().quote(column) + " = " + value + " WHERE " + id + " = 1");
    }

    private static void succeed(MatrixRun run, String... command) {
        MatrixRun.Result result = run.dmt(command);
        assertThat(result.exitStatus()).as(result.said()).isZero();
    }
}
