package dev.dmt.report;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.report.log.Redaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A command's result for a program: one JSON object, the same on stdout and in the result file. */
public record ResultJson(Map<String, Object> fields) {
    public ResultJson {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A command that did its work, or found it done ({@code noop}). */
    public static ResultJson success(String command, boolean noop, Map<String, Long> counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("status", "ok");
        fields.put("exit_status", 0);
        fields.put("noop", noop);
        fields.put("counts", new LinkedHashMap<>(counts));
        return new ResultJson(fields);
    }

    /**
     * A command that failed; secrets are masked.
     *
     * @param resumeCommand what to type to go on, where that makes sense
     */
    public static ResultJson failure(String command, DmtException failure, Optional<String> resumeCommand) {
        ErrorCode code = failure.code();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("status", code == ErrorCode.EXCLUDED ? "excluded" : "failed");
        fields.put("code", code.name());
        fields.put("exit_status", code.exitStatus());
        fields.put("retryable", code.retryable());
        fields.put("message", Redaction.mask(String.valueOf(failure.getMessage())));
        fields.put("where", failure.context().where());
        failure.context().hint().ifPresent(hint -> fields.put("hint", Redaction.mask(hint)));
        resumeCommand.ifPresent(resume -> fields.put("resume_command", resume));
        return new ResultJson(fields);
    }

    /** With one more field, at the end; the value a text, number, flag, list or map of those. */
    public ResultJson with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(fields);
        extended.put(name, value);
        return new ResultJson(extended);
    }

    public String render() {
        return Json.render(fields);
    }

    /** Writes the object to a file, whole or not at all: a program that waits for the file never sees half of it. */
    public void writeTo(Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap((render() + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the result file cannot be written: " + e.getMessage(),
                    ErrorContext.at("file", file.toString()).withHint("name a file in a folder that can be written"),
                    e);
        }
    }
}
