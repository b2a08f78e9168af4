package dev.dmt.config;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Saves a config as commented YAML: what is not the default anyway. Secrets become references to variables. */
public final class ConfigWriter {
    private ConfigWriter() {}

    /** Writes a new file; one that is there already is refused. */
    public static void write(Path file, DmtConfig config) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        create(absolute, text(config, folder));
    }

    /** Writes the text as a new file; one that is there already is refused. */
    public static void create(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    file + " exists already and is not overwritten",
                    ErrorContext.at("file", file.toString()).withHint("name another file, or move this one away"),
                    e);
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    file + " cannot be written",
                    ErrorContext.at("file", file.toString()).withHint("name a file in a folder that can be written to"),
                    e);
        }
    }

    /** The file's text; paths below its folder are written relative to it. */
    static String text(DmtConfig config, Path folder) {
        CommentedYaml yaml = new CommentedYaml()
                .comment("A config of dmt. Keys that are not here have their defaults; 'dmt init' writes a file with"
                        + " all of them.");
        for (String section : ConfigKeys.sections()) {
            boolean opened = false;
            for (ConfigKey<?> key : ConfigKeys.in(section)) {
                Optional<String> value = value(key, config, folder);
                if (value.isPresent()) {
                    if (!opened) {
                        yaml.section(section);
                        opened = true;
                    }
                    yaml.comment(key.notes().description()).value(key.leaf(), value.get());
                }
            }
        }
        return yaml.text();
    }

    private static <T> Optional<String> value(ConfigKey<T> key, DmtConfig config, Path folder) {
        Optional<T> held = key.held().apply(config);
        Optional<T> usual = ConfigDefaults.value(key, folder);
        return held.equals(usual)
                ? Optional.empty()
                : held.map(value -> key.type().yaml(value, folder));
    }
}
