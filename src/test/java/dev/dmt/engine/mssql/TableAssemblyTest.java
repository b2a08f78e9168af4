package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableAssemblyTest {
    private static ColumnRow column(String name, String type, int length, boolean nullable) {
        return new ColumnRow(
                "orders",
                name,
                type,
                length,
                10,
                2,
                nullable,
                type.endsWith("char") ? Optional.of("Latin1_General_CI_AS") : Optional.empty(),
                name.equals("id"),
                Optional.empty(),
                Optional.empty());
    }

    private static IndexRow index(String name, String role, int kind, IndexRow.Part part) {
        return new IndexRow("orders", name, kind, !role.isEmpty(), role, Optional.empty(), false, part);
    }

    private static IndexRow.Part part(String column) {
        return new IndexRow.Part(column, false, false);
    }

    private static ForeignKeyRow foreign(String name, String column, TableName parent, boolean disabled) {
        return new ForeignKeyRow(
                "orders",
                name,
                column,
                parent,
                column + "_id",
                ReferentialAction.CASCADE,
                ReferentialAction.NO_ACTION,
                disabled);
    }

    private static CatalogRows rows() {
        return new CatalogRows(
                List.of(
                        column("id", "bigint", 8, false),
                        column("code", "nvarchar", 40, true),
                        column("note", "varchar", -1, true),
                        column("price", "decimal", 9, false),
                        new ColumnRow(
                                "orders",
                                "twice",
                                "decimal",
                                9,
                                12,
                                2,
                                true,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.of(new GeneratedColumn("([price]*(2))", true)))),
                List.of(
                        index("orders_pkey", "PK", 1, part("id")),
                        index("orders_code", "UQ", 2, part("code")),
                        index("orders_code", "UQ", 2, part("price")),
                        index("by_price", "", 2, new IndexRow.Part("price", true, false)),
                        index("by_price", "", 2, new IndexRow.Part("note", false, true)),
                        index("columns", "", 6, part("price"))),
                List.of(
                        foreign("to_people", "person", new TableName("dbo", "people"), false),
                        foreign("to_people", "region", new TableName("dbo", "people"), false),
                        foreign("to_elsewhere", "person", new TableName("other", "people"), false),
                        foreign("to_nobody", "person", new TableName("dbo", "nobody"), true)),
                List.of(
                        new CheckRow("orders", "positive", "([price]>(0))", false),
                        new CheckRow("orders", "asleep", "([price]<(9))", true)),
                List.of(new CommentRow("orders", "", "What was sold"), new CommentRow("orders", "code", "as printed")));
    }

    @Test
    void makes_a_table_of_the_catalog_s_rows() {
        Table table = new TableAssembly(new TableName("dbo", "orders"), rows()).table();

        assertThat(table.columns().stream().map(c -> c.name() + " " + c.nativeType()))
                .containsExactly(
                        "id bigint",
                        "code nvarchar(20)",
                        "note varchar(max)",
                        "price decimal(10,2)",
                        "twice decimal(12,2)");
        assertThat(table.column("id")).get().matches(c -> c.identity() && !c.nullable());
        assertThat(table.column("code").flatMap(c -> c.collation())).contains("Latin1_General_CI_AS");
        assertThat(table.column("code").flatMap(c -> c.comment())).contains("as printed");
        assertThat(table.column("twice").flatMap(c -> c.generated()))
                .contains(new GeneratedColumn("([price]*(2))", true));
        assertThat(table.comment()).contains("What was sold");
        assertThat(table.primaryKey()).contains(new Key("orders_pkey", List.of("id")));
        assertThat(table.uniqueKeys()).containsExactly(new Key("orders_code", List.of("code", "price")));
        assertThat(table.order()).isEqualTo(new RowOrder(RowOrder.Kind.KEY, List.of("id")));
    }

    @Test
    void keeps_what_an_index_includes_behind_its_parts() {
        Table table = new TableAssembly(new TableName("dbo", "orders"), rows()).table();

        assertThat(table.indexes()).singleElement().satisfies(index -> {
            assertThat(index.parts()).containsExactly(new IndexPart("price", false, true, Optional.empty()));
            assertThat(index.included()).containsExactly("note");
        });
    }

    @Test
    void leaves_out_what_is_not_in_force_and_says_so() {
        SourceTable source =
                new SourceTable(new SourceSchemas(List.of("dbo"), false), rows(), new TableName("dbo", "orders"));
        Table table = source.plannable();

        assertThat(table.name()).isEqualTo(TableName.of("orders"));
        assertThat(table.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("to_people");
            assertThat(key.columns()).containsExactly("person", "region");
            assertThat(key.referencedTable()).isEqualTo(TableName.of("people"));
            assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
        });
        assertThat(table.checks()).singleElement().matches(check -> check.name().equals("positive"));
        assertThat(source.omissions().stream().map(Omission::name))
                .containsExactlyInAnyOrder("asleep", "columns", "to_elsewhere", "to_nobody", "orders_code");
    }

    @Test
    void tells_tables_of_several_schemas_apart() {
        SourceSchemas both = new SourceSchemas(List.of("dbo", "other"), true);
        Table table = new SourceTable(both, rows(), new TableName("dbo", "orders")).plannable();

        assertThat(table.name()).isEqualTo(new TableName("dbo", "orders"));
        assertThat(table.foreignKeys().stream().map(key -> key.referencedTable().toString()))
                .containsExactly("dbo.people", "other.people");
        assertThat(both.located(TableName.of("t"))).isEqualTo(new TableName("dbo", "t"));
    }

    @Test
    void spells_types_as_they_are_declared() {
        assertThat(column("c", "nchar", 20, true).spelled()).isEqualTo("nchar(10)");
        assertThat(column("c", "varbinary", -1, true).spelled()).isEqualTo("varbinary(max)");
        assertThat(column("c", "datetime2", 8, true).spelled()).isEqualTo("datetime2(2)");
        assertThat(column("c", "float", 8, true).spelled()).isEqualTo("float(10)");
        assertThat(column("c", "sysname", 256, true).spelled()).isEqualTo("nvarchar(128)");
        assertThat(column("c", "hierarchyid", 892, true).spelled()).isEqualTo("hierarchyid");
    }
}
