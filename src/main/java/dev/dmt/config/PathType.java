package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file or folder. Relative ones start from the file they are written in, or from where the command was called. */
record PathType() implements KeyType<Path> {
    @Override
    public String wanted() {
        return "a path";
    }

    @Override
    public Optional<Path> read(YamlNode node, Reading reading) {
        Optional<String> text = new TextType().read(node, reading);
        if (text.filter(path -> path.startsWith("~/")).isPresent()) {
            return reading.unlike(node, "a path without ~, which only shells know: write ${HOME} instead");
        }
        if (text.filter(path -> path.startsWith("jdbc:")).isPresent()) {
            return reading.unlike(node, "a path; nothing but files and folders is supported here");
        }
        try {
            return text.map(path -> reading.base().resolve(path).normalize());
        } catch (InvalidPathException e) {
            return reading.unlike(node, wanted());
        }
    }

    @Override
    public String yaml(Path value) {
        return new TextType().yaml(value.toString());
    }

    /** Relative below the folder, so that file and data can move together. */
    @Override
    public String yaml(Path value, Path folder) {
        return yaml(value.startsWith(folder) ? Path.of(".").resolve(folder.relativize(value)) : value);
    }
}
