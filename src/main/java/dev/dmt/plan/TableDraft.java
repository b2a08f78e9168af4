package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table while it is planned: what the parts of the planner know of it and add to it. */
final class TableDraft {
    private final Table source;
    private final TableProfile profile;
    private final TableName targetName;
    private final List<ColumnPlan> moved = new ArrayList<>();
    private final List<ColumnPlan> generated = new ArrayList<>();
    private final List<Column> targetColumns = new ArrayList<>();
    private final Map<String, RenderedColumn> rendered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Omission> omissions = new ArrayList<>();
    private final Set<String> demanded = new TreeSet<>();
    private final Map<String, Equality> equalities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private OwnNames ownNames = OwnNames.NONE;
    private long sequenceFloor;

    TableDraft(Table source, TableProfile profile, TableName targetName) {
        this.source = source;
        this.profile = profile;
        this.targetName = targetName;
    }

    Table source() {
        return source;
    }

    TableProfile profile() {
        return profile;
    }

    TableName targetName() {
        return targetName;
    }

    List<ColumnPlan> moved() {
        return moved;
    }

    List<ColumnPlan> generated() {
        return generated;
    }

    List<Column> targetColumns() {
        return targetColumns;
    }

    /** Source column names, case ignored, to what an expression needs to know of them. */
    Map<String, RenderedColumn> rendered() {
        return rendered;
    }

    List<Omission> omissions() {
        return omissions;
    }

    void omit(String kind, String name, String reason, String remedy) {
        omissions.add(new Omission(kind, source.name().toString(), name, reason, remedy));
    }

    /** Learns what types and sequences are called in the target. */
    void know(OwnNames names) {
        ownNames = names;
    }

    OwnNames ownNames() {
        return ownNames;
    }

    /** A column counts on from here that had a sequence in the source and is to count by itself in the target. */
    void countFrom(long last) {
        sequenceFloor = last;
    }

    long sequenceFloor() {
        return sequenceFloor;
    }

    /** The table's comment, where the target keeps comments; where not, it is said that they are left behind. */
    Optional<String> keptComment(Ddl ddl) {
        if (ddl.keepsComments()) {
            return source.comment();
        }
        long comments = source.comment().stream().count()
                + source.columns().stream()
                        .filter(column -> column.comment().isPresent())
                        .count();
        if (comments > 0) {
            omit("comment", source.name().name(), comments + " comments on it and its columns", "");
        }
        return Optional.empty();
    }

    Optional<String> targetColumn(String sourceColumn) {
        return Optional.ofNullable(rendered.get(sourceColumn)).map(RenderedColumn::targetName);
    }

    /** The target names of source columns; empty where one of them is not in the target. */
    Optional<List<String>> targetColumnNames(List<String> sourceColumns) {
        List<String> names = sourceColumns.stream()
                .map(this::targetColumn)
                .flatMap(Optional::stream)
                .toList();
        return names.size() == sourceColumns.size() ? Optional.of(names) : Optional.empty();
    }

    void compare(String sourceColumn, Equality equality) {
        equalities.put(sourceColumn, equality);
    }

    Equality equality(String sourceColumn) {
        return equalities.getOrDefault(sourceColumn, Equality.SAME);
    }

    /** Remembers a column whose type the config decides. */
    void demand(String sourceColumn) {
        demanded.add(sourceColumn);
    }

    /** An engine's own words were written for the types of its own columns: why they may not hold for those of the plan. */
    Optional<String> demandedIn(Expression expression) {
        return expression instanceof Expression.Verbatim own
                ? demanded.stream()
                        .filter(own.sql()::contains)
                        .findFirst()
                        .map(column -> "it is kept in its own words, and migration.types gives the column " + column
                                + " another type")
                : Optional.empty();
    }

    boolean holdsNulls(String sourceColumn) {
        return profile.columns().stream()
                .anyMatch(column -> column.column().equalsIgnoreCase(sourceColumn) && column.nulls() > 0);
    }
}
