package dev.dmt.engine.sqlite;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.SourceTypes;
import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Types from declarations and data: SQLite enforces neither, so neither alone is enough. */
final class SqliteTypes implements SourceTypes {
    private final CatalogReading catalog;

    SqliteTypes(CatalogReading catalog) {
        this.catalog = catalog;
    }

    @Override
    public ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies) {
        Subject subject = new Subject(table.name(), column, profile, DeclaredType.of(column.nativeType()));
        Draft draft = override.map(type -> DemandedTypes.decide(subject, type)).orElseGet(() -> decide(subject));
        return tellingClassesApart(profile, new Policies(subject, policies, override.isPresent()).apply(draft));
    }

    /** SQLite tells 1 from '1'; a column of one type in the target does not. In JSON they are the same to begin with. */
    private static ColumnReading tellingClassesApart(ColumnProfile profile, ColumnReading reading) {
        boolean mixed = reading.form().startsWith("any_as_")
                && profile.classes().size() > 1
                && reading.type().kind() != TypeKind.JSON;
        if (!mixed) {
            return reading;
        }
        List<String> notes = new ArrayList<>(reading.notes());
        notes.add("LOSSY: which values were numbers, texts or blobs is not kept: 1 and '1' become the same");
        return new ColumnReading(
                reading.type(), reading.form(), reading.widened(), notes, reading.misfits(), reading.problem());
    }

    private static Draft decide(Subject subject) {
        Optional<LogicalType> kept = subject.declared().kept();
        if (kept.isPresent()) {
            return kept(subject, kept.get());
        }
        return switch (subject.declared().family()) {
            case INTEGER -> NumberTypes.integer(subject);
            case REAL -> NumberTypes.real(subject);
            case DECIMAL -> NumberTypes.decimal(subject);
            case BOOLEAN -> NumberTypes.truth(subject);
            case DATE, TIMESTAMP, TIME -> MomentTypes.decide(subject);
            case JSON -> TextTypes.json(subject);
            case UUID -> TextTypes.uuid(subject);
            case TEXT -> TextTypes.text(subject);
            case BLOB -> TextTypes.blob(subject);
            case ANY -> TextTypes.fromData(subject);
        };
    }

    private static Draft kept(Subject subject, LogicalType type) {
        long fitting = type.kind() == TypeKind.GEOMETRY ? subject.blobs() : subject.texts();
        return Draft.of(type).misfits(subject.values() - fitting, type.toString(), subject.anything());
    }

    @Override
    public Parsed parse(String expressionSql, Table table) {
        return catalog.parse(expressionSql, table);
    }

    @Override
    public Parsed parseDefault(String defaultSql) {
        return catalog.parseDefault(defaultSql);
    }

    /** Of an application's own collations only the application knows. */
    @Override
    public Collation collation(Column column) {
        String name = column.collation().orElse("BINARY").toUpperCase(Locale.ROOT);
        return switch (name) {
            case "BINARY" -> Collation.EXACT;
            case "NOCASE" -> new Collation(name, true, false, false);
            case "RTRIM" -> new Collation(name, false, false, true);
            default -> Collation.unknown(name);
        };
    }
}
