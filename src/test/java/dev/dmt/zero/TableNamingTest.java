package dev.dmt.zero;

import static dev.dmt.zero.SelectedTableFixture.selection;
import static dev.dmt.zero.SelectedTableFixture.table;
import static dev.dmt.zero.SelectedTableFixture.withId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dmt.config.ZeroNaming;
import dev.dmt.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNamingTest {
    @Test
    void tables_and_columns_are_called_as_queries_would_call_them() {
        ZeroTable details = camel(table("order_details")
                        .numbers("ORDER_ID", "line_no")
                        .texts("note")
                        .key("line_no", "ORDER_ID"))
                .tables()
                .get(0);

        assertThat(details.name()).isEqualTo("orderDetails");
        assertThat(details.identifier()).isEqualTo("orderDetails");
        assertThat(details.server()).isEqualTo(new TableName("public", "order_details"));
        assertThat(details.columns())
                .containsExactly(
                        new ZeroColumn("orderId", "ORDER_ID", new ZeroType.Number(), false, "bigint"),
                        new ZeroColumn("lineNo", "line_no", new ZeroType.Number(), false, "bigint"),
                        new ZeroColumn("note", "note", new ZeroType.Text(), false, "text"));
        assertThat(details.primaryKey()).containsExactly("lineNo", "orderId");
    }

    @Test
    void or_as_in_the_database() {
        ZeroTable details = database(table("order_details").numbers("ORDER_ID").key("ORDER_ID"))
                .tables()
                .get(0);

        assertThat(details.name()).isEqualTo("order_details");
        assertThat(details.identifier()).isEqualTo("order_details");
        assertThat(details.primaryKey()).containsExactly("ORDER_ID");
    }

    @Test
    void of_columns_that_meet_the_one_that_is_called_so_keeps_its_name() {
        assertThat(columns(camel(withId("t").texts("user_name", "USER_NAME", "userName", "userName2"))))
                .containsExactly("id", "userName3", "userName4", "userName", "userName2");
    }

    @Test
    void of_columns_that_meet_otherwise_the_first_gets_it() {
        assertThat(columns(camel(withId("t").texts("user_name", "USER_NAME"))))
                .containsExactly("id", "userName", "userName2");
    }

    @Test
    void numbers_do_not_run_into_those_of_names() {
        assertThat(columns(camel(withId("t").texts("line_1", "LINE_1")))).containsExactly("id", "line1", "line1_2");
    }

    @Test
    void a_table_of_another_schema_keeps_its_plain_name() {
        assertThat(names(camel(
                        withId("customers"),
                        table("sales", "orders").numbers("id").key("id"))))
                .containsExactly("customers", "orders");
    }

    @Test
    void unless_two_meet() {
        SelectedTableFixture[] tables = {
            table("archive", "Orders").numbers("id").key("id"),
            withId("orders"),
            table("sales", "orders").numbers("id").key("id")
        };

        assertThat(names(camel(tables))).containsExactly("archiveOrders", "orders", "salesOrders");
        assertThat(names(database(tables))).containsExactly("Orders", "orders", "sales_orders");
    }

    @Test
    void a_prefixed_name_gives_way_to_a_table_that_is_called_so() {
        assertThat(names(database(
                        withId("orders"),
                        withId("sales_orders"),
                        table("sales", "orders").numbers("id").key("id"))))
                .containsExactly("orders", "sales_orders", "sales_orders_2");
    }

    @ParameterizedTest
    @CsvSource({
        "default, default, defaultTable",
        "class, class, classTable",
        "await, await, awaitTable",
        "arguments, arguments, argumentsTable",
        "undefined, undefined, undefinedTable",
        "string, string, stringTable",
        "enumeration, enumeration, enumerationTable",
        "create_schema, createSchema, createSchemaTable",
        "schema, schema, schemaTable",
        "zql, zql, zqlTable",
        "one, one, oneTable",
        "many, many, manyTable",
        "__proto__, __proto, __proto",
        "constructor, constructor, constructor",
        "2fa, 2fa, _2fa",
        "über_uns, überUns, _berUns",
        "$, $, $"
    })
    void constants_are_never_what_a_module_cannot_declare(String server, String name, String identifier) {
        ZeroTable table = camel(withId(server)).tables().get(0);

        assertThat(table.name()).isEqualTo(name);
        assertThat(table.identifier()).isEqualTo(identifier);
    }

    @Test
    void constants_are_unique_even_where_names_differ_by_what_a_constant_cannot_hold() {
        ZeroModel model = database(withId("a b"), withId("a-b"), withId("a_b"), withId("enum"), withId("enum_table"));

        assertThat(model.tables())
                .extracting(ZeroTable::identifier)
                .containsExactly("a_b_2", "a_b_3", "a_b", "enum_table_2", "enum_table");
        assertThat(names(model)).containsExactly("a b", "a-b", "a_b", "enum", "enum_table");
    }

    @Test
    void names_with_dots_stay_with_a_warning() {
        ZeroModel model =
                camel(table("my.app", "orders").numbers("id").key("id").texts("a.b"));

        assertThat(names(model)).containsExactly("orders");
        assertThat(columns(model)).containsExactly("id", "aB");
        assertThat(model.findings())
                .extracting(ZeroFinding::kind, ZeroFinding::table, ZeroFinding::column)
                .containsExactly(
                        tuple(ZeroFinding.Kind.NOTE, "my.app.orders", ""),
                        tuple(ZeroFinding.Kind.NOTE, "my.app.orders", "a.b"));
    }

    private static ZeroModel camel(SelectedTableFixture... tables) {
        return ZeroModeler.model(selection(tables), ZeroNaming.CAMEL_CASE);
    }

    private static ZeroModel database(SelectedTableFixture... tables) {
        return ZeroModeler.model(selection(tables), ZeroNaming.DATABASE);
    }

    private static List<String> names(ZeroModel model) {
        return model.tables().stream().map(ZeroTable::name).toList();
    }

    private static List<String> columns(ZeroModel model) {
        return model.tables().get(0).columns().stream().map(ZeroColumn::name).toList();
    }
}
