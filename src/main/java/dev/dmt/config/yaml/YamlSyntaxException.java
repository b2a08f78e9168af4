package dev.dmt.config.yaml;

/** A document that cannot be read as YAML. The message never quotes the document. */
public final class YamlSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String reason;

    YamlSyntaxException(Position position, String reason) {
        super(reason);
        this.position = position;
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public Position position() {
        return position;
    }
}
