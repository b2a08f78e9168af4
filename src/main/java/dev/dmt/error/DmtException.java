package dev.dmt.error;

import org.jspecify.annotations.Nullable;

/** The one exception that leaves a room: what happened, where, and what to do next. */
public final class DmtException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient ErrorContext context;

    public DmtException(ErrorCode code, String message) {
        this(code, message, ErrorContext.NONE, null);
    }

    public DmtException(ErrorCode code, String message, ErrorContext context) {
        this(code, message, context, null);
    }

    public DmtException(ErrorCode code, String message, ErrorContext context, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.context = context;
    }

    public ErrorCode code() {
        return code;
    }

    public ErrorContext context() {
        return context;
    }
}
