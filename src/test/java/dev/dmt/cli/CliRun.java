package dev.dmt.cli;

import dev.dmt.step.StepRequest;
import dev.dmt.step.StepResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the command line against fakes and keeps what it says. */
final class CliRun {
    final FakeSteps steps = new FakeSteps();
    final FakeConfigs configs = new FakeConfigs();
    final FakeInquiries inquiries = new FakeInquiries();
    Terminal terminal = Terminal.NONE;

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CliRun(Path folder) {
        this.folder = folder;
    }

    int run(String... args) {
        Surroundings surroundings = new Surroundings(print(out), print(err), Map.of(), folder, terminal, false);
        Toolkit toolkit = new Toolkit(
                configs,
                steps::all,
                (context, options) -> steps.all().stream()
                        .map(step -> step.run(context, StepRequest.all(options)))
                        .map(result -> new StepResult(result.step(), result.noop(), result.counts(), List.of()))
                        .toList(),
                () -> inquiries);
        return new Cli(surroundings, toolkit).run(args);
    }

    /** Runs with a source named, so that no config is needed. */
    int migrate(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--source";
        all[args.length + 1] = "app.db";
        return run(all);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String lastLine() {
        List<String> lines = out().lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
