package dev.dmt.config.yaml;

/** One key of a mapping, and what it is set to. */
public record YamlField(String name, Position position, YamlNode value) {}
