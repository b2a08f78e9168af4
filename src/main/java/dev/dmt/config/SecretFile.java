package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret kept in a file of its own, as container platforms mount them. */
final class SecretFile {
    /** No secret is this long; a device or a log file named by mistake would be endless. */
    private static final int LIMIT = 1 << 20;

    private SecretFile() {}

    /** The content without its trailing newline; empty, and reported, where it cannot be read. */
    static String read(String name, YamlNode node, Reading reading) {
        try {
            Path file = reading.base().resolve(name);
            return withoutNewline(text(file));
        } catch (CharacterCodingException e) {
            reading.problem(node, "refers to the file " + name + ", which is not UTF-8 text");
        } catch (IOException | InvalidPathException e) {
            reading.problem(node, "refers to the file " + name + ", which cannot be read");
        }
        return "";
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IOException("longer than any secret");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static String withoutNewline(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
