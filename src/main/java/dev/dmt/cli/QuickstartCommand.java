package dev.dmt.cli;

import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.SampleDatabase;
import dev.dmt.step.StepContext;
import dev.dmt.step.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmt quickstart}: everything once, with nothing but this program. */
@Command(
        name = "quickstart",
        description = "Takes a sample SQLite database into an embedded PostgreSQL, every step, nothing else needed.")
final class QuickstartCommand implements Action {
    @Option(names = "--folder", paramLabel = "DIR", description = "Where it all lies (default: ${DEFAULT-VALUE}).")
    String folder = ".dmt/quickstart";

    @Option(names = "--keep", description = "Leaves the server up and prints its URL.")
    boolean keep;

    @Override
    public Outcome perform(Session session) {
        Path home = session.surroundings().workingFolder().resolve(folder);
        Path sample = home.resolve("sample.db");
        if (session.flags().dryRun) {
            return Outcome.of(List.of(
                    "would create " + sample + " from the SQL in examples/quickstart",
                    "would start a PostgreSQL in " + home.resolve("pg") + " and run every step"));
        }
        List<StepResult> results = new ArrayList<>(List.of(create(sample)));
        DmtConfig config = session.toolkit().configs().load(request(session, home, sample));
        Optional<String> url = session.with(config, context -> {
            results.addAll(run(session, context));
            return keep ? session.toolkit().inquiries().get().keepServer(context) : Optional.empty();
        });
        return RunCommand.outcome(results, lines(results, config, sample, url, session.width()));
    }

    private static List<StepResult> run(Session session, StepContext context) {
        // Confirmed: the server is of our own making, and so is what an earlier quickstart left in it.
        return session.toolkit().run().run(context, session.stepOptions().confirm());
    }

    private static StepResult create(Path sample) {
        long start = System.nanoTime();
        SampleDatabase.Content content = SampleDatabase.create(sample);
        return new StepResult(
                        "(sample database)",
                        !content.created(),
                        new LinkedHashMap<>(Map.of("tables", content.tables(), "rows", content.rows())),
                        List.of())
                .took(Duration.ofNanos(System.nanoTime() - start));
    }

    private static ConfigRequest request(Session session, Path home, Path sample) {
        ConfigSource configs = session.toolkit().configs();
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.putAll(configs.source(sample.toString()));
        overrides.putAll(configs.target("embedded:" + home.resolve("pg")));
        overrides.put("checkpoint.path", home.resolve("checkpoint.yaml").toString());
        overrides.put("staging.path", home.resolve("staging").toString());
        overrides.put("report.path", home.resolve("report").toString());
        overrides.put("zero.enabled", "true");
        overrides.put("zero.output", home.resolve("zero").toString());
        overrides.putAll(session.flags().settings);
        // Variables that shape a migration of one's own have no say in this one.
        return new ConfigRequest(Optional.empty(), overrides, Map.of(), home);
    }

    private static List<String> lines(
            List<StepResult> results, DmtConfig config, Path sample, Optional<String> url, int width) {
        List<String> lines = new ArrayList<>(StepTable.lines(results, width));
        lines.add("");
        lines.add("sample: " + sample);
        lines.add("report: " + config.reportFolder());
        lines.add("zero:   " + config.zero().output());
        url.ifPresent(address -> lines.add("server: " + address));
        lines.add("next:   dmt run --source your.db --target postgres://user@host/database");
        return lines;
    }
}
