package dev.dmt.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.attempt.Cancellation;
import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.SampleDatabase;
import dev.dmt.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the quickstart's tables become, word for word. {@code -Dgolden.write=true} writes the file anew: read the difference. */
class QuickstartDdlTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/quickstart.sql");

    @TempDir
    Path folder;

    @Test
    void the_ddl_is_the_one_that_was_reviewed() throws IOException {
        String ddl = ddl();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, ddl);
        }
        assertThat(ddl).isEqualTo(Files.readString(GOLDEN));
    }

    private String ddl() {
        SampleDatabase.create(folder.resolve("sample.db"));
        DmtConfig config = ConfigLoader.load(new ConfigRequest(
                Optional.empty(),
                Map.of("source.path", "sample.db", "target.database", "app", "target.user", "app"),
                Map.of(),
                folder));
        RunOptions options = new RunOptions(Optional.empty(), "test", false);
        StringBuilder ddl = new StringBuilder();
        try (StepContext context = StepContext.open(config, options, Progress.SILENT, new Cancellation())) {
            for (ExplainView.ExplainedTable table :
                    new ExplainAnswer(context).view(java.util.List.of()).tables()) {
                ddl.append("-- ").append(table.source()).append('\n');
                table.ddl().forEach(statement -> ddl.append(statement).append(";\n"));
                ddl.append('\n');
            }
        }
        return ddl.toString();
    }
}
