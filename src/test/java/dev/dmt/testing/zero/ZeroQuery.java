package dev.dmt.testing.zero;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Connects a real client to a zero-cache and asks for every table and along every relationship of its schema. */
public final class ZeroQuery {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private ZeroQuery() {}

    /** Fails with the client's words where it is refused or a query fails. */
    public static Answer everything(ZeroProject project, ZeroCache cache, int mostRows) {
        Tool.Result result = project.script(LONGEST, "query.mjs", cache.url(), Integer.toString(mostRows));
        if (!result.succeeded()) {
            throw new AssertionError("the client was not served: " + result.all());
        }
        try {
            return new Answer(new ObjectMapper().readTree(result.out()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(result.all(), e);
        }
    }

    /** What the client got: for each table its rows, for each relationship what it led to. */
    public record Answer(JsonNode json) {
        public List<TableAnswer> tables() {
            return Stream.of(json.get("tables"))
                    .flatMap(Answer::elements)
                    .map(TableAnswer::new)
                    .toList();
        }

        public TableAnswer table(String name) {
            return tables().stream()
                    .filter(table -> table.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not among "
                            + tables().stream().map(TableAnswer::name).toList()));
        }

        static Stream<JsonNode> elements(JsonNode array) {
            List<JsonNode> all = new ArrayList<>();
            array.forEach(all::add);
            return all.stream();
        }
    }

    /** One table's part. */
    public record TableAnswer(JsonNode json) {
        public String name() {
            return json.get("name").asText();
        }

        /** As the replica calls it: with its schema in front where that is not public. */
        public String server() {
            return json.get("server").asText();
        }

        /** As the client got them. */
        public JsonNode rows() {
            return json.get("rows");
        }

        public List<ColumnAnswer> columns() {
            return Answer.elements(json.get("columns")).map(ColumnAnswer::new).toList();
        }

        public List<RelationshipAnswer> relationships() {
            return Answer.elements(json.get("relationships"))
                    .map(RelationshipAnswer::new)
                    .toList();
        }
    }

    /** One column's part: how many of the table's rows hold a value. */
    public record ColumnAnswer(JsonNode json) {
        public String server() {
            return json.get("server").asText();
        }

        public long values() {
            return json.get("values").asLong();
        }
    }

    /** What a relationship led to, beside what the tables' rows say it should. */
    public record RelationshipAnswer(JsonNode json) {
        public String name() {
            return json.get("name").asText();
        }

        public long related() {
            return json.get("related").asLong();
        }

        /** Empty where all is as it should be. */
        public String difference() {
            return json.get("difference").asText();
        }
    }
}
