package dev.dmt.cli;

import dev.dmt.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The object that {@code --result-file} and {@code --output json} give. */
final class Results {
    private Results() {}

    static Map<String, Object> of(String command, Optional<Outcome> outcome, Optional<Failure> failure, String resume) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", command);
        result.put("status", status(failure));
        result.put("exit_status", failure.map(Failure::exitStatus).orElse(0));
        outcome.ifPresent(done -> {
            result.put("noop", done.noop());
            result.put("counts", done.counts());
            done.view().ifPresent(view -> result.put("result", view));
        });
        failure.ifPresent(why -> {
            result.put("code", why.code());
            result.put("retryable", why.retryable());
            result.put("message", why.message());
            result.put("where", why.where());
            why.hint().ifPresent(hint -> result.put("hint", hint));
            result.put("resume_command", resume);
        });
        return result;
    }

    private static String status(Optional<Failure> failure) {
        return failure.map(why -> why.exitStatus() == ErrorCode.EXCLUDED.exitStatus() ? "excluded" : "failed")
                .orElse("ok");
    }
}
