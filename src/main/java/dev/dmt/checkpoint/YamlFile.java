package dev.dmt.checkpoint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.storage.DurableFile;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record in one YAML file. The last line is {@code ...}, YAML's mark for a document's end, so that a file that lost its
 * tail is known even where the rest would pass for whole.
 */
public final class YamlFile {
    private static final ObjectMapper MAPPER = YamlMapper.create();
    private static final String END = "...";

    private YamlFile() {}

    /**
     * Reads a file; empty where there is none. Whatever cannot be read in full is a DATA error.
     *
     * @param remedy what a person should do about a file that cannot be read
     */
    public static <T> Optional<T> read(Path file, Class<T> type, String remedy) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (AccessDeniedException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "no right to read " + file,
                    ErrorContext.at("file", file.toString()).withHint("give this user the right to read it"),
                    e);
        } catch (IOException e) {
            throw unreadable(new Problem(file, 1, 1, "it cannot be read from the disk"), remedy, e);
        }
        return Optional.of(parse(file, content, type, remedy));
    }

    /** Replaces a file atomically and durably; {@code failpoint} is as in {@link DurableFile#write}. */
    public static <T> void write(Path file, T value, String heading, String failpoint) {
        try {
            String yaml = MAPPER.writeValueAsString(value);
            String separator = yaml.endsWith("\n") ? "" : "\n";
            DurableFile.write(
                    file, (heading + yaml + separator + END + "\n").getBytes(StandardCharsets.UTF_8), failpoint);
        } catch (IOException e) {
            throw StorageFailure.of("writing the checkpoint", file, e);
        }
    }

    private static <T> T parse(Path file, byte[] content, Class<T> type, String remedy) {
        String text = new String(content, StandardCharsets.UTF_8).stripTrailing();
        if (text.isEmpty()) {
            throw unreadable(new Problem(file, 1, 1, "the file is empty"), remedy, null);
        }
        T value;
        try {
            value = MAPPER.readValue(content, type);
        } catch (IOException e) {
            throw unreadable(problem(file, content, e), remedy, e);
        }
        if (!text.endsWith("\n" + END)) {
            int line = (int) text.lines().count();
            throw unreadable(
                    new Problem(file, line, 1, "the file ends too early: its last line is not ..."), remedy, null);
        }
        if (value == null) {
            throw unreadable(new Problem(file, 1, 1, "the file holds nothing"), remedy, null);
        }
        return value;
    }

    private static Problem problem(Path file, byte[] content, IOException failure) {
        if (!(failure instanceof JsonProcessingException parsing)) {
            return new Problem(file, 1, 1, "it is not UTF-8 text");
        }
        JsonLocation location = parsing instanceof UnrecognizedPropertyException unknown
                ? locate(content, unknown)
                : parsing.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new Problem(file, line, column, reason(parsing));
    }

    // A record's unknown fields are only reported at its end: where they stand must be looked for.
    private static @Nullable JsonLocation locate(byte[] content, UnrecognizedPropertyException failure) {
        JsonPointer wanted = JsonPointer.empty();
        for (JsonMappingException.Reference step : failure.getPath()) {
            wanted = step.getFieldName() == null
                    ? wanted.appendIndex(step.getIndex())
                    : wanted.appendProperty(step.getFieldName());
        }
        try (JsonParser parser = MAPPER.getFactory().createParser(content)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().equals(wanted)) {
                    return parser.currentTokenLocation();
                }
                token = parser.nextToken();
            }
        } catch (IOException e) {
            return failure.getLocation();
        }
        return failure.getLocation();
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "the field '" + unknown.getPropertyName() + "' is not known";
        } else if (failure instanceof MismatchedInputException mismatch) {
            String path = path(mismatch);
            String absent = mismatch.getOriginalMessage().contains("null") ? " is missing or has" : " has";
            return (path.isEmpty() ? "the document" : "the field '" + path + "'") + absent
                    + " a value of the wrong kind";
        } else if (failure instanceof JsonMappingException mapping
                && !path(mapping).isEmpty()) {
            return "the field '" + path(mapping) + "' has a value that makes no sense";
        }
        String message = failure.getOriginalMessage();
        return "it is not valid YAML (" + message.lines().findFirst().orElse("") + ")";
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static DmtException unreadable(Problem problem, String remedy, @Nullable Throwable cause) {
        return new DmtException(
                ErrorCode.DATA,
                problem.file() + " cannot be read: line " + problem.line() + ", column " + problem.column() + ": "
                        + problem.reason(),
                ErrorContext.at("file", problem.file().toString())
                        .and("line", Integer.toString(problem.line()))
                        .and("column", Integer.toString(problem.column()))
                        .withHint(remedy),
                cause);
    }

    private record Problem(Path file, int line, int column, String reason) {}
}
