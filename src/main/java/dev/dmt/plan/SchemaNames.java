package dev.dmt.plan;

import dev.dmt.config.DatabaseConfig;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which schema of the target becomes of each of the source, and which names are taken in it. */
final class SchemaNames {
    private final PlanInputs inputs;
    private final DatabaseConfig source;
    private final DatabaseConfig target;
    private final Map<String, NameMap> names = new HashMap<>();

    SchemaNames(PlanInputs inputs) {
        this.inputs = inputs;
        this.source = inputs.config().source();
        this.target = inputs.config().target();
    }

    /** @param schema empty where tables go by their bare names */
    String of(String schema) {
        Optional<String> mapped = mapped(schema.isEmpty() ? source.schema() : schema);
        if (mapped.isPresent()) {
            return mapped.get();
        }
        boolean kept = source.severalSchemas()
                && target.schemas().isEmpty()
                && !inputs.dialect().defaultSchema().isEmpty();
        if (kept && !schema.isEmpty()) {
            return inputs.dialect().acceptedName(schema).orElse(schema);
        }
        return target.schema().isEmpty() ? inputs.dialect().defaultSchema() : target.schema();
    }

    private Optional<String> mapped(String schema) {
        Map<String, String> map = inputs.config().migration().schemaMap();
        return Optional.ofNullable(map.get(schema))
                .or(() -> map.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(schema))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> Optional.ofNullable(map.get(DatabaseConfig.ALL)));
    }

    /** The names of tables, indexes and whatever else shares theirs in a schema of the target. */
    NameMap in(String targetSchema) {
        return names.computeIfAbsent(
                targetSchema.toLowerCase(Locale.ROOT),
                schema -> new NameMap(inputs.dialect(), inputs.rules()::tableName));
    }

    /** Whether a schema of the source is one of those that are moved. */
    boolean moves(String schema) {
        if (source.allSchemas()) {
            return true;
        }
        return source.severalSchemas()
                ? source.schemas().contains(schema)
                : source.schema().equals(schema);
    }
}
