package dev.dmt.config;

import dev.dmt.config.yaml.Position;
import java.nio.file.Path;

/**
 * Where a value was given.
 *
 * @param place the file as the user named it, "command line" or "variable DMT_..."
 * @param position where in the file; unknown for everything else
 * @param base the absolute folder that relative paths start from
 */
record Origin(String place, Position position, Path base) {
    static final String COMMAND_LINE = "command line";

    static Origin commandLine(Path base) {
        return new Origin(COMMAND_LINE, Position.NOWHERE, base);
    }

    static Origin variable(String name, Path base) {
        return new Origin("variable " + name, Position.NOWHERE, base);
    }

    /** The place of something inside this value; what has no position in a file's value was added by a flag. */
    Origin at(Position inside) {
        if (position.known() && !inside.known()) {
            return commandLine(base);
        }
        return new Origin(place, inside, base);
    }

    String text() {
        return position.known() ? place + ":" + position.line() + ":" + position.column() : place;
    }
}
