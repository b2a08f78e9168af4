package dev.dmt.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document into nodes. Anchors, aliases, tags and further documents are refused rather than guessed at. */
public final class YamlReader {
    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final Pattern PLAIN_DIGITS = Pattern.compile("[-+]?(0|[1-9][0-9]*(_[0-9]+)*)");
    private static final String TEXT_TAG = "tag:yaml.org,2002:str";

    private final YAMLParser parser;

    private YamlReader(YAMLParser parser) {
        this.parser = parser;
    }

    /** Reads a document; one without any content is an empty mapping. */
    public static YamlNode read(String text) throws YamlSyntaxException {
        String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (YAMLParser parser = FACTORY.createParser(document)) {
            return new YamlReader(parser).document();
        } catch (IOException e) {
            throw YamlSyntaxErrors.explain(e, document);
        }
    }

    private YamlNode document() throws IOException, YamlSyntaxException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new YamlNode.Fields(new Position(1, 1), List.of());
        }
        YamlNode root = node(first);
        if (parser.nextToken() != null) {
            throw new YamlSyntaxException(position(), "a second document starts here; a config is one document");
        }
        return root;
    }

    private YamlNode node(@Nullable JsonToken token) throws IOException, YamlSyntaxException {
        if (token == null) {
            throw new YamlSyntaxException(position(), "the document ends too early");
        }
        Position position = position();
        if (parser.isCurrentAlias()) {
            throw new YamlSyntaxException(
                    position, "aliases (*name) are not supported; a value that starts with * needs quotes");
        }
        Object tag = parser.getTypeId();
        if (tag != null && !TEXT_TAG.equals(tag)) {
            throw new YamlSyntaxException(
                    position, "tags (!name) are not supported; a value that starts with ! needs quotes");
        }
        return switch (token) {
            case START_OBJECT -> fields(position);
            case START_ARRAY -> items(position);
            default -> scalar(token, position);
        };
    }

    private YamlNode.Fields fields(Position start) throws IOException, YamlSyntaxException {
        List<YamlField> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Position position = position();
            fields.add(new YamlField(name, position, node(parser.nextToken())));
        }
        return new YamlNode.Fields(start, fields);
    }

    private YamlNode.Items items(Position start) throws IOException, YamlSyntaxException {
        List<YamlNode> nodes = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            nodes.add(node(token));
        }
        return new YamlNode.Items(start, nodes);
    }

    private YamlNode.Scalar scalar(JsonToken token, Position position) throws IOException {
        String text = parser.getText();
        ScalarKind kind = switch (token) {
            case VALUE_NUMBER_INT -> PLAIN_DIGITS.matcher(text).matches() ? ScalarKind.WHOLE : ScalarKind.TEXT;
            case VALUE_NUMBER_FLOAT -> ScalarKind.REAL;
            // YAML 1.1 also means "yes" and "off" so; here only the two words count
            case VALUE_TRUE, VALUE_FALSE ->
                text.equals("true") || text.equals("false") ? ScalarKind.FLAG : ScalarKind.TEXT;
            case VALUE_NULL -> ScalarKind.EMPTY;
            default -> ScalarKind.TEXT;
        };
        return new YamlNode.Scalar(position, kind, text);
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }
}
