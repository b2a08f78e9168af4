package dev.dmt.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code dmt snapshot}: the parent of what is done with a source's snapshot. */
@Command(
        name = "snapshot",
        description = "Keeps one state of the source for steps that run in processes of their own.",
        subcommands = SnapshotCommand.Hold.class)
final class SnapshotCommand {
    /** {@code dmt snapshot hold}. */
    @Command(
            name = "hold",
            description =
                    "Keeps a PostgreSQL source's snapshot open until it is told to stop, and tells the steps that run"
                            + " meanwhile of it, beside the checkpoint. They then all read that one state.")
    static final class Hold implements Action {
        @Override
        public Outcome perform(Session session) {
            session.with(context -> {
                session.toolkit()
                        .inquiries()
                        .get()
                        .holdSnapshot(
                                context,
                                held -> session.say("holding the snapshot " + held.id() + " of " + held.moment()
                                        + "; end this process to let go of it"));
                return context;
            });
            return new Outcome(
                    false, Map.of(), List.of("the snapshot is let go of"), Optional.empty(), Optional.empty());
        }
    }
}
