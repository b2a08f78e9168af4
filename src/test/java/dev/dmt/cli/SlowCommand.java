package dev.dmt.cli;

import dev.dmt.step.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process of its own with a step that waits: for the tests that end it. */
final class SlowCommand {
    private SlowCommand() {}

    public static void main(String[] args) {
        FakeSteps steps = new FakeSteps();
        boolean stubborn = args[0].equals("stubborn");
        steps.behaviour = (context, request) -> {
            CountDownLatch stopped = new CountDownLatch(1);
            context.cancellation().onCancel(() -> {
                if (!stubborn) {
                    stopped.countDown();
                }
            });
            System.out.println("working");
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            context.cancellation().check();
            return new StepResult("transfer", false, Map.of(), List.of());
        };
        Path folder = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(System.out, System.err, Map.of(), folder, Terminal.NONE, true);
        Toolkit toolkit =
                new Toolkit(new FakeConfigs(), steps::all, (context, options) -> List.of(), FakeInquiries::new);
        String flag = args.length > 1 ? args[1] : "--verbose";
        int status = new Cli(surroundings, toolkit)
                .run("step", "transfer", "--source", "app.db", "--result-file", "result.json", flag);
        System.exit(status);
    }
}
