package dev.dmt.step;

import java.util.Optional;

/**
 * Which run this is, and who works on it.
 *
 * @param runId {@code --run-id}; absent means the checkpoint's last run, or a new one where that is finished
 * @param owner who this attempt is: shown to attempts that find the lease held
 */
public record RunOptions(Optional<String> runId, String owner, boolean acceptConfigChange) {}
