package dev.dmt.config;

import java.nio.file.Path;
import java.util.Optional;

/** What is logged and where to: level is one of error, warn, info, debug, trace. */
public record LoggingConfig(String level, boolean json, Optional<Path> file) {}
