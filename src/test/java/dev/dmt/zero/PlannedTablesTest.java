package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.schema.replicated.TableNature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedTablesTest {
    private static final TableName USERS = new TableName("public", "users");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smallint | int2",
                "integer | int4",
                "bigint | int8",
                "numeric | numeric",
                "numeric(10,2) | numeric",
                "real | float4",
                "double precision | float8",
                "boolean | bool",
                "text | text",
                "character varying | varchar",
                "character varying(20) | varchar",
                "character(3) | bpchar",
                "bytea | bytea",
                "date | date",
                "time without time zone | time",
                "time(3) without time zone | time",
                "time with time zone | timetz",
                "timestamp without time zone | timestamp",
                "timestamp with time zone | timestamptz",
                "timestamp(3) with time zone | timestamptz",
                "uuid | uuid",
                "json | json",
                "jsonb | jsonb",
                "\"char\" | char",
                "bit varying(8) | varbit",
                "interval day to second(3) | interval",
                "citext | citext",
            })
    void a_type_gets_its_catalog_name(String sql, String name) {
        assertThat(PlannedType.of(sql)).isEqualTo(new ReplicatedType.Plain(sql, name));
    }

    @Test
    void an_array_is_taken_apart() {
        assertThat(PlannedType.of("character varying(20)[][]"))
                .isEqualTo(new ReplicatedType.Array(
                        "character varying(20)[][]", new ReplicatedType.Plain("character varying(20)", "varchar"), 2));
    }

    @Test
    void a_table_looks_as_the_catalog_will_have_it() {
        Table users = new Table(
                USERS,
                List.of(
                        column("id", "bigint", true),
                        new Column(
                                "counter", "integer", true, Optional.empty(), true, Optional.empty(), Optional.empty()),
                        column("mail", "text", false),
                        column("city", "text", true),
                        new Column(
                                "label",
                                "text",
                                true,
                                Optional.empty(),
                                false,
                                Optional.of(new GeneratedColumn("lower(city)", true)),
                                Optional.empty())),
                Optional.of(new Key("users_pkey", List.of("id"))),
                List.of(new Key("users_mail_key", List.of("mail"))),
                List.of(
                        index("by_city", true, Optional.empty(), part("city"), part("mail")),
                        index("partial", true, Optional.of("city IS NOT NULL"), part("city")),
                        index(
                                "folded",
                                true,
                                Optional.empty(),
                                new IndexPart("lower(mail)", true, false, Optional.empty())),
                        index(
                                "nocase",
                                true,
                                Optional.empty(),
                                new IndexPart("mail", false, false, Optional.of("NOCASE"))),
                        index("plain", false, Optional.empty(), part("city"))),
                List.of(),
                List.of(),
                SomePlan.ORDER);
        assertThat(PlannedTables.of(SomePlan.of(users)))
                .containsExactly(new ReplicatedTable(
                        USERS,
                        TableNature.TABLE,
                        true,
                        ReplicaIdentity.PRIMARY_KEY,
                        List.of(
                                replicated("id", "bigint", "int8", false, Generation.NONE),
                                replicated("counter", "integer", "int4", false, Generation.NONE),
                                replicated("mail", "text", "text", false, Generation.NONE),
                                replicated("city", "text", "text", true, Generation.NONE),
                                replicated("label", "text", "text", true, Generation.STORED)),
                        Optional.of(new Key("users_pkey", List.of("id"))),
                        List.of(
                                new Key("by_city", List.of("city", "mail")),
                                new Key("users_mail_key", List.of("mail"))),
                        List.of(new Key("plain", List.of("city"))),
                        List.of()));
    }

    @Test
    void a_unique_index_that_a_foreign_key_points_at_is_none_to_zero() {
        Table parent = new Table(
                USERS,
                List.of(column("a", "integer", false), column("b", "integer", false)),
                Optional.empty(),
                List.of(new Key("users_b_key", List.of("b"))),
                List.of(index("by_a", true, Optional.empty(), part("a"))),
                List.of(),
                List.of(),
                SomePlan.ORDER);
        Table child = new Table(
                new TableName("public", "posts"),
                List.of(column("a", "integer", true), column("b", "integer", true)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(reference("z_fkey", "b"), reference("a_fkey", "a")),
                List.of(),
                SomePlan.ORDER);
        List<ReplicatedTable> tables = PlannedTables.of(SomePlan.of(parent, child));
        assertThat(tables).extracting(table -> table.name().name()).containsExactly("posts", "users");
        assertThat(tables.get(0).foreignKeys()).extracting(ForeignKey::name).containsExactly("a_fkey", "z_fkey");
        assertThat(tables.get(1).uniqueKeys()).containsExactly(new Key("users_b_key", List.of("b")));
    }

    private static ForeignKey reference(String name, String column) {
        return new ForeignKey(
                name,
                List.of(column),
                USERS,
                List.of(column),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                false);
    }

    private static Column column(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    private static IndexPart part(String column) {
        return new IndexPart(column, false, false, Optional.empty());
    }

    private static Index index(String name, boolean unique, Optional<String> predicate, IndexPart... parts) {
        return new Index(name, List.of(parts), unique, predicate);
    }

    private static ReplicatedColumn replicated(
            String name, String sql, String type, boolean nullable, Generation generation) {
        return new ReplicatedColumn(name, new ReplicatedType.Plain(sql, type), nullable, generation);
    }
}
