package dev.dmt.engine.jdbc;

import java.util.Optional;

/** What an owner's text says of its process. It starts with host and process id; the rest is for people. */
record UnitOwner(String host, long processId) {
    static Optional<UnitOwner> parse(String owner) {
        String[] parts = owner.split("[/:]", 3);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new UnitOwner(parts[0], Long.parseLong(parts[1].strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** True where this owner was a process of the asker's own machine and is no more. */
    boolean diedBeside(UnitOwner asker) {
        return host.equals(asker.host)
                && ProcessHandle.of(processId).filter(ProcessHandle::isAlive).isEmpty();
    }
}
