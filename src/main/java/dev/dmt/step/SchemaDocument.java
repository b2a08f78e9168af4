package dev.dmt.step;

import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.TableProfile;
import java.util.List;
import java.util.Map;

/** schema.yaml: what extract-schema found, and the state of the source it holds for. */
public record SchemaDocument(
        String sourceFingerprint,
        String guarantee,
        DatabaseSchema schema,
        List<TableProfile> profiles,
        Map<String, Long> sequenceFloors) {
    public SchemaDocument {
        profiles = List.copyOf(profiles);
        sequenceFloors = Map.copyOf(sequenceFloors);
    }
}
