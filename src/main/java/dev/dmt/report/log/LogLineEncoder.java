package dev.dmt.report.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.dmt.report.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A log event as one line of text or JSON, with what the thread's context says (run, unit, table), secrets masked. */
final class LogLineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];

    private final boolean json;

    LogLineEncoder(boolean json) {
        this.json = json;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return ((json ? json(event) : text(event)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String time(ILoggingEvent event) {
        return Instant.ofEpochMilli(event.getTimeStamp())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    private static String text(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(time(event)).append(String.format(" %-5s ", event.getLevel()));
        Map<String, String> context = new TreeMap<>(event.getMDCPropertyMap());
        context.forEach((key, value) ->
                line.append('[').append(key).append('=').append(value).append("] "));
        line.append(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            line.append('\n')
                    .append(ThrowableProxyUtil.asString(event.getThrowableProxy())
                            .stripTrailing());
        }
        return Redaction.mask(line.toString());
    }

    private static String json(ILoggingEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", time(event));
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("thread", event.getThreadName());
        new TreeMap<>(event.getMDCPropertyMap()).forEach((key, value) -> fields.put(key, Redaction.mask(value)));
        fields.put("message", Redaction.mask(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            fields.put("exception", Redaction.mask(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return Json.render(fields);
    }
}
