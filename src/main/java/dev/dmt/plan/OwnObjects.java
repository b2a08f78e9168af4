package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.schema.Column;
import dev.dmt.schema.NamedType;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which types and sequences the target gets of the source's, and what they are called there. */
final class OwnObjects {
    private final PlanInputs inputs;
    private final SchemaNames schemas;
    private final Ddl ddl;
    private final boolean sameEngine;
    private final List<NamedType> types = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<TableName, TableName> sequenceNames = new HashMap<>();

    OwnObjects(PlanInputs inputs, SchemaNames schemas) {
        this.inputs = inputs;
        this.schemas = schemas;
        this.ddl = inputs.dialect().ddl();
        this.sameEngine = inputs.schema().engine().equals(inputs.dialect().engine());
    }

    /** After the tables, so that those keep their names. */
    OwnNames plan(List<Omission> omissions) {
        for (NamedType type : inputs.schema().types()) {
            if (isCreated(type)) {
                create(type);
            } else if (schemas.moves(type.name().schema()) && !type.kind().equals("type")) {
                omissions.add(new Omission("type", "", type.sql(), reason(type), remedy()));
            }
        }
        for (Sequence sequence : inputs.schema().sequences()) {
            create(sequence, omissions);
        }
        OwnNames names = new OwnNames(spellings, sequenceNames);
        types.replaceAll(type -> new NamedType(
                type.name(), type.sql(), type.kind(), type.definition().map(names::in), type.demands()));
        return names;
    }

    private boolean isCreated(NamedType type) {
        return sameEngine
                && type.definition().isPresent()
                && !ddl.createType(type).isEmpty()
                && (schemas.moves(type.name().schema()) || isUsed(type));
    }

    private boolean isUsed(NamedType type) {
        return inputs.schema().tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .map(Column::nativeType)
                        .anyMatch(spelled -> bare(spelled).equals(type.sql()))
                || inputs.schema().types().stream()
                        .anyMatch(other -> !other.equals(type)
                                && other.definition()
                                        .filter(text -> text.contains(type.sql()))
                                        .isPresent());
    }

    private void create(NamedType type) {
        String schema = schemas.of(type.name().schema());
        TableName name =
                new TableName(schema, schemas.in(schema).give(type.name().name()));
        String spelled = name.equals(type.name()) ? type.sql() : ddl.spelled(name);
        if (!spelled.equals(type.sql())) {
            spellings.put(type.sql(), spelled);
        }
        types.add(new NamedType(name, spelled, type.kind(), type.definition(), type.demands()));
    }

    private void create(Sequence sequence, List<Omission> omissions) {
        String schema = schemas.of(sequence.name().schema());
        if (ddl.createSequence(sequence).isEmpty()) {
            omissions.add(new Omission("sequence", "", sequence.name().toString(), "the target has no sequences", ""));
            return;
        }
        TableName name =
                new TableName(schema, schemas.in(schema).give(sequence.name().name()));
        sequenceNames.put(sequence.name(), name);
        sequences.add(sequence.named(name));
    }

    private String reason(NamedType type) {
        if (!sameEngine) {
            return "the target has no such " + type.kind() + ": its columns get what stands for it"
                    + (type.demands().isEmpty() ? "" : "; what it demands is not kept: " + type.demands());
        }
        return "dmt does not carry over this " + type.kind();
    }

    private String remedy() {
        return sameEngine ? "name another type for its columns: migration.types" : "";
    }

    /** The type that a column's declaration names, where somebody made it. */
    static Optional<NamedType> named(PlanInputs inputs, String spelled) {
        return inputs.schema().types().stream()
                .filter(type -> bare(spelled).equals(type.sql()) || spelled.equals(type.sql()))
                .findFirst();
    }

    /** Without the marks of a list and without arguments. */
    private static String bare(String spelled) {
        String element = spelled;
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
        }
        int open = element.indexOf('(');
        return open < 0 ? element : element.substring(0, open).strip();
    }

    List<NamedType> types() {
        return List.copyOf(types);
    }

    List<Sequence> sequences() {
        return List.copyOf(sequences);
    }
}
