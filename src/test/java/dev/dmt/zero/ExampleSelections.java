package dev.dmt.zero;

import static dev.dmt.zero.SelectedTableFixture.selection;
import static dev.dmt.zero.SelectedTableFixture.table;
import static dev.dmt.zero.SelectedTableFixture.withId;

import dev.dmt.schema.TableName;
import java.util.List;

/** What the golden schema files are made of. */
final class ExampleSelections {
    private static final ZeroType NUMBER = new ZeroType.Number();
    private static final ZeroType TEXT = new ZeroType.Text();
    private static final ZeroType JSON = new ZeroType.Json("");

    private ExampleSelections() {}

    static Selection shop() {
        TableName products = new TableName("stock", "products");
        Selection tables = selection(
                withId("categories")
                        .optional("parent_id", NUMBER, "bigint")
                        .references("categories", "parent_id")
                        .texts("name"),
                table("customers")
                        .column("id", TEXT, "uuid")
                        .key("id")
                        .texts("full_name")
                        .column("is_active", new ZeroType.Bool(), "boolean")
                        .optional("tags", new ZeroType.Json("string[]"), "text[]")
                        .optional("profile", JSON, "jsonb")
                        .unselected("photo", "bytea"),
                table("order_items")
                        .child("orders", "order_id")
                        .numbers("product_id", "quantity")
                        .references(products, List.of("product_id"), List.of("id"))
                        .key("order_id", "product_id"),
                withId("orders")
                        .column("customer_id", TEXT, "uuid")
                        .references("customers", "customer_id")
                        .column("status", new ZeroType.Enumeration(List.of("open", "sent")), "order_status")
                        .column("ordered_at", NUMBER, "timestamp with time zone"),
                table("stock", "products")
                        .numbers("id")
                        .key("id")
                        .child("categories", "category_id")
                        .column("price", NUMBER, "numeric(10,2)"));
        return new Selection(
                tables.tables(),
                List.of(
                        leftOut("public.customers", "photo", "Zero has no type for bytea"),
                        new ZeroFinding(ZeroFinding.Kind.VALUES, "stock.products", "price", "Digits are lost.", "")));
    }

    static Selection nasty() {
        Selection tables = selection(
                table("Order Details")
                        .numbers("Order ID", "Product ID", "Unit Price")
                        .key("Order ID", "Product ID")
                        .references("orders", "Order ID")
                        .references("products", "Product ID"),
                withId("__proto__")
                        .unselected("__proto__", "text")
                        .texts("constructor")
                        .optional("toString", TEXT, "text"),
                table("a")
                        .numbers("tenant", "id", "b_id")
                        .key("tenant", "id")
                        .references("b", List.of("tenant", "b_id"), List.of("tenant", "id")),
                withId("addresses"),
                table("b")
                        .numbers("tenant", "id", "a_id")
                        .key("tenant", "id")
                        .references("a", List.of("tenant", "a_id"), List.of("tenant", "id")),
                reserved(),
                table("follows")
                        .child("people", "follower_id")
                        .child("people", "followee_id")
                        .key("follower_id", "followee_id"),
                withId("orders")
                        .texts("customer")
                        .child("people", "customer_id")
                        .child("addresses", "billing_address")
                        .child("addresses", "shipping_address"),
                withId("orders_relationships"),
                withId("people"),
                withId("products").column("meta", JSON, "jsonb"),
                withId("string"),
                table("sales", "orders").numbers("id").key("id"));
        return new Selection(
                tables.tables(),
                List.of(
                        leftOut("public.__proto__", "__proto__", "Zero fails over its name"),
                        leftOut("public.products", "photo", "Bytes\r\nend() \u2028 here */ `${no}`")));
    }

    private static ZeroFinding leftOut(String table, String column, String reason) {
        return new ZeroFinding(ZeroFinding.Kind.COLUMN_LEFT_OUT, table, column, reason, "");
    }

    private static SelectedTableFixture reserved() {
        return table("default")
                .numbers("id")
                .texts("class", "%", "it's \"quoted\" \\ ${not}", "\u202e")
                .column(
                        "status",
                        new ZeroType.Enumeration(List.of(
                                "it's",
                                "\"b\"",
                                "back\\slash",
                                "two\nlines",
                                "`${x}`",
                                "\u2028",
                                "*/",
                                "\ud83d\udc4d")),
                        "status")
                .optional(
                        "mood",
                        new ZeroType.Enumeration(List.of(
                                "one of so many moods that they would not fit a line: 1",
                                "one of so many moods that they would not fit a line: 2")),
                        "mood")
                .optional("nothing", new ZeroType.Enumeration(List.of()), "nothing")
                .key("class", "id");
    }
}
