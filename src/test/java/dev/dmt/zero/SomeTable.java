package dev.dmt.zero;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.schema.replicated.TableNature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as a test wants it: logged, plain, with the identity that tables have by default. */
final class SomeTable {
    private final TableName name;
    private TableNature nature = TableNature.TABLE;
    private boolean logged = true;
    private ReplicaIdentity identity = ReplicaIdentity.PRIMARY_KEY;
    private final List<ReplicatedColumn> columns = new ArrayList<>();
    private Optional<Key> primaryKey = Optional.empty();
    private final List<Key> uniqueKeys = new ArrayList<>();
    private final List<Key> otherIndexes = new ArrayList<>();

    private SomeTable(TableName name) {
        this.name = name;
    }

    static SomeTable called(String name) {
        return new SomeTable(new TableName("public", name));
    }

    static SomeTable called(String schema, String name) {
        return new SomeTable(new TableName(schema, name));
    }

    /** With a column id that is its primary key. */
    static SomeTable keyed(String name) {
        return called(name).required("id", plain("int4")).primaryKey("id");
    }

    static ReplicatedType plain(String name) {
        return new ReplicatedType.Plain(name, name);
    }

    SomeTable nature(TableNature wanted) {
        nature = wanted;
        return this;
    }

    SomeTable unlogged() {
        logged = false;
        return this;
    }

    SomeTable identity(ReplicaIdentity wanted) {
        identity = wanted;
        return this;
    }

    SomeTable required(String column, ReplicatedType type) {
        columns.add(new ReplicatedColumn(column, type, false, Generation.NONE));
        return this;
    }

    SomeTable optional(String column, ReplicatedType type) {
        columns.add(new ReplicatedColumn(column, type, true, Generation.NONE));
        return this;
    }

    SomeTable generated(String column, ReplicatedType type, Generation how) {
        columns.add(new ReplicatedColumn(column, type, false, how));
        return this;
    }

    SomeTable primaryKey(String... names) {
        primaryKey = Optional.of(new Key(name.name() + "_pkey", List.of(names)));
        return this;
    }

    SomeTable unique(String key, String... names) {
        uniqueKeys.add(new Key(key, List.of(names)));
        return this;
    }

    SomeTable index(String index, String... names) {
        otherIndexes.add(new Key(index, List.of(names)));
        return this;
    }

    ReplicatedTable build() {
        return new ReplicatedTable(
                name, nature, logged, identity, columns, primaryKey, uniqueKeys, otherIndexes, List.<ForeignKey>of());
    }
}
