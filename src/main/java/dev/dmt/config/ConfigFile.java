package dev.dmt.config;

import dev.dmt.config.yaml.Position;
import dev.dmt.config.yaml.YamlNode;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the config's file from disk. */
final class ConfigFile {
    static final Position START = new Position(1, 1);
    static final YamlNode EMPTY = new YamlNode.Fields(START, List.of());

    private ConfigFile() {}

    /**
     * The file's text.
     *
     * @param shown the file as the user named it
     */
    static String text(Path file, Path shown) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw failure(
                    shown,
                    "does not exist",
                    "write one with 'dmt init', name another with --config, or say --source and --target",
                    e);
        } catch (AccessDeniedException e) {
            throw failure(shown, "may not be read", "allow this user to read it", e);
        } catch (CharacterCodingException e) {
            throw failure(shown, "is not UTF-8 text", "save it as UTF-8", e);
        } catch (IOException e) {
            throw failure(shown, "cannot be read", "name a readable file with --config", e);
        }
    }

    private static DmtException failure(Path shown, String what, String hint, IOException cause) {
        return new DmtException(
                ErrorCode.CONFIG,
                "the config file " + shown + " " + what,
                ErrorContext.at("file", shown.toString()).withHint(hint),
                cause);
    }
}
