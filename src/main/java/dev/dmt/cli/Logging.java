package dev.dmt.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.dmt.config.LoggingConfig;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** Sets up logging once a config is known: warnings on stderr, more of it in the log file. Never on stdout. */
final class Logging {
    private static final String LINE = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{20}: %msg%n";

    private Logging() {}

    static void start(LoggingConfig config, GlobalFlags flags, Surroundings surroundings) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Level console = consoleLevel(flags);
        Level file = Level.toLevel(config.level(), Level.INFO);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        context.getLogger("dev.dmt")
                .setLevel(config.file().isPresent() && console.isGreaterOrEqual(file) ? file : console);
        root.addAppender(console(context, console, encoder(context, config.json()), surroundings.err()));
        config.file().ifPresent(path -> {
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setContext(context);
            appender.setName("file");
            appender.setFile(path.toString());
            appender.setEncoder(encoder(context, config.json()));
            appender.start();
            root.addAppender(appender);
        });
    }

    private static Level consoleLevel(GlobalFlags flags) {
        if (flags.logLevel != null) {
            return Level.toLevel(flags.logLevel.name());
        }
        return flags.verbose ? Level.DEBUG : Level.WARN;
    }

    private static OutputStreamAppender<ILoggingEvent> console(
            LoggerContext context, Level level, Encoder<ILoggingEvent> encoder, PrintStream err) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level.levelStr);
        filter.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setEncoder(encoder);
        appender.addFilter(filter);
        appender.setOutputStream(new Unclosed(err));
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
        if (json) {
            JsonEncoder encoder = new JsonEncoder();
            encoder.setContext(context);
            encoder.start();
            return encoder;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    /** An appender closes its stream when it stops; stderr outlives it. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(PrintStream err) {
            super(err);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
