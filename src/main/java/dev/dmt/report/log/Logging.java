package dev.dmt.report.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Sets logging up by code: no configuration file, nothing loaded before it is called. */
public final class Logging {
    /** The key under which the run's id stands in the thread's logging context. */
    public static final String RUN = "run";

    /** The key under which the unit stands in the thread's logging context. */
    public static final String UNIT = "unit";

    private Logging() {}

    /**
     * Replaces whatever was set up before.
     *
     * @param level error, warn, info, debug or trace: what goes to {@code err}
     * @param json JSON lines rather than text, on {@code err} and in the file
     * @param file where everything from debug on goes too
     */
    public static void configure(String level, boolean json, Optional<Path> file, OutputStream err) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Level threshold = Level.toLevel(level, Level.INFO);
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(file.isPresent() && threshold.isGreaterOrEqual(Level.DEBUG) ? Level.DEBUG : threshold);
        root.addAppender(console(context, threshold, json, err));
        file.ifPresent(path -> root.addAppender(file(context, json, path)));
    }

    /** Names the unit that this thread works on in every line it logs, until the result is closed. */
    public static MDC.MDCCloseable unit(String unit) {
        return MDC.putCloseable(UNIT, unit);
    }

    private static OutputStreamAppender<ILoggingEvent> console(
            Context context, Level threshold, boolean json, OutputStream err) {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(threshold.toString());
        filter.start();
        appender.setName("err");
        appender.setContext(context);
        appender.addFilter(filter);
        appender.setEncoder(encoder(context, json));
        appender.setOutputStream(new UnclosedStream(err));
        appender.start();
        return appender;
    }

    private static FileAppender<ILoggingEvent> file(Context context, boolean json, Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setName("file");
        appender.setContext(context);
        appender.setFile(path.toString());
        appender.setAppend(true);
        appender.setEncoder(encoder(context, json));
        appender.start();
        if (!appender.isStarted()) {
            throw unwritable(path, new IOException("the file cannot be opened"));
        }
        return appender;
    }

    private static DmtException unwritable(Path path, IOException cause) {
        return new DmtException(
                ErrorCode.CONFIG,
                "the log file cannot be written: " + cause.getMessage(),
                ErrorContext.at("file", path.toString()).withHint("set logging.file to a file that can be written"),
                cause);
    }

    private static LogLineEncoder encoder(Context context, boolean json) {
        LogLineEncoder encoder = new LogLineEncoder(json);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
