package dev.dmt.error;

/** Every way in which dmt can fail, with its exit status: the contract with an orchestrator. */
public enum ErrorCode {
    USAGE(64, false),
    DATA(65, false),
    VALIDATION(65, false),
    UNREACHABLE(69, true),
    INTERNAL(70, false),
    TRANSIENT(75, true),
    STORAGE_FULL(75, true),
    CANCELLED(75, true),
    LEASE_HELD(76, true),
    FENCED(76, true),
    AUTHENTICATION(77, false),
    PERMISSION(77, false),
    CONFIG(78, false),
    EXCLUDED(99, false);

    private final int exitStatus;
    private final boolean retryable;

    ErrorCode(int exitStatus, boolean retryable) {
        this.exitStatus = exitStatus;
        this.retryable = retryable;
    }

    public int exitStatus() {
        return exitStatus;
    }

    public boolean retryable() {
        return retryable;
    }
}
