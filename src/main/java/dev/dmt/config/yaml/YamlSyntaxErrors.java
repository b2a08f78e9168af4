package dev.dmt.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Says in our own words why a document is no YAML. The parser's own messages quote the lines around the mistake, and
 * those may hold a password.
 */
final class YamlSyntaxErrors {
    private YamlSyntaxErrors() {}

    static YamlSyntaxException explain(IOException failure, String document) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked) {
                return explain(marked);
            }
            if (cause instanceof ReaderException unreadable) {
                return new YamlSyntaxException(
                        positionOf(unreadable.getPosition(), document),
                        "a control character stands here; in double quotes it can be written as \\x..");
            }
        }
        return new YamlSyntaxException(positionOf(failure), "this cannot be read as YAML");
    }

    private static YamlSyntaxException explain(MarkedYAMLException failure) {
        String problem = failure.getProblem() == null ? "" : failure.getProblem();
        boolean unclosed = problem.contains("unexpected end of stream") || problem.contains("<stream end>");
        Mark mark = unclosed && failure.getContextMark() != null ? failure.getContextMark() : failure.getProblemMark();
        Position position = mark == null ? Position.NOWHERE : new Position(mark.getLine() + 1, mark.getColumn() + 1);
        return new YamlSyntaxException(position, words(problem, unclosed));
    }

    private static String words(String problem, boolean unclosed) {
        if (unclosed) {
            return "what is opened here (a quote, bracket or brace) is never closed";
        } else if (problem.contains("\\t(TAB)")) {
            return "a tab stands where YAML wants spaces";
        } else if (problem.contains("mapping values are not allowed")) {
            return "a colon with a space starts a value where none can stand; check the indentation,"
                    + " and put a value that holds ': ' in quotes";
        } else if (problem.contains("cannot start any token")) {
            return "a value cannot start with this character; put it in quotes";
        } else if (problem.contains("could not find expected ':'")) {
            return "a key without a colon";
        } else if (problem.contains("expected ',' or")) {
            return "a comma or the closing bracket is missing; put a value that holds brackets or braces in quotes";
        } else if (problem.contains("escape")) {
            return "a backslash in double quotes starts an escape that does not exist;"
                    + " write \\\\ or use single quotes";
        }
        return "this cannot be read as YAML; check indentation and quotes";
    }

    private static Position positionOf(IOException failure) {
        if (failure instanceof JsonProcessingException known && known.getLocation() != null) {
            JsonLocation location = known.getLocation();
            return new Position(location.getLineNr(), location.getColumnNr());
        }
        return Position.NOWHERE;
    }

    private static Position positionOf(int offset, String document) {
        String before = document.substring(0, document.offsetByCodePoints(0, offset));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, before.length() - before.lastIndexOf('\n'));
    }
}
