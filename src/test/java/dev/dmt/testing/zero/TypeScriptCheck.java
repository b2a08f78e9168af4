package dev.dmt.testing.zero;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Compiles a schema file with {@code tsc --strict}, by the newest TypeScript and by the line before it. */
public final class TypeScriptCheck {
    private static final List<String> COMPILERS = List.of("typescript", "typescript-5");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private TypeScriptCheck() {}

    /** What the compilers complain of; empty where the file is right. */
    public static Optional<String> problem(ZeroProject project) {
        for (String compiler : COMPILERS) {
            Tool.Result result = project.compiler(LONGEST, compiler);
            if (!result.succeeded()) {
                return Optional.of(compiler + ": " + result.all());
            }
        }
        return Optional.empty();
    }
}
