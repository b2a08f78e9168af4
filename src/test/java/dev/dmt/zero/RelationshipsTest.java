package dev.dmt.zero;

import static dev.dmt.zero.SelectedTableFixture.selection;
import static dev.dmt.zero.SelectedTableFixture.table;
import static dev.dmt.zero.SelectedTableFixture.withId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ZeroNaming;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelationshipsTest {
    @Test
    void a_foreign_key_leads_to_the_parent_and_back() {
        assertThat(camel(withId("customers"), withId("orders").child("customers", "customer_id")))
                .containsExactly(
                        "customers.orders = many id -> orders.customerId",
                        "orders.customer = one customerId -> customers.id");
    }

    @Test
    void a_child_that_is_unique_is_one_on_the_way_back_too() {
        assertThat(camel(
                        withId("passports").child("users", "user_id").unique("user_id"),
                        table("profiles").child("users", "user_id").key("user_id"),
                        withId("users")))
                .containsExactly(
                        "passports.user = one userId -> users.id",
                        "profiles.user = one userId -> users.id",
                        "users.passports = one id -> passports.userId",
                        "users.profiles = one id -> profiles.userId");
    }

    @Test
    void composite_keys_keep_their_columns_in_step() {
        assertThat(camel(
                        table("lines")
                                .numbers("tenant_id", "order_no", "line_no")
                                .key("tenant_id", "order_no", "line_no")
                                .references("orders", List.of("tenant_id", "order_no"), List.of("tenant", "no")),
                        table("orders").numbers("tenant", "no").key("tenant", "no")))
                .containsExactly(
                        "lines.orders = one tenantId,orderNo -> orders.tenant,no",
                        "orders.lines = many tenant,no -> lines.tenantId,orderNo");
    }

    @Test
    void a_column_that_both_sides_share_says_nothing_of_the_parent() {
        assertThat(camel(
                        table("orders")
                                .numbers("tenant_id", "id", "buyer_id")
                                .key("tenant_id", "id")
                                .references("people", List.of("tenant_id", "buyer_id"), List.of("tenant_id", "id")),
                        table("people")
                                .numbers("tenant_id", "id", "parent_id")
                                .key("tenant_id", "id")
                                .references("people", List.of("tenant_id", "parent_id"), List.of("tenant_id", "id"))))
                .containsExactly(
                        "orders.buyer = one tenantId,buyerId -> people.tenantId,id",
                        "people.parent = one tenantId,parentId -> people.tenantId,id",
                        "people.orders = many tenantId,id -> orders.tenantId,buyerId",
                        "people.children = many tenantId,id -> people.tenantId,parentId");
    }

    @Test
    void composite_keys_that_meet_are_named_after_what_tells_them_apart() {
        assertThat(camel(
                        withId("shipments")
                                .numbers("tenant_id", "from_site_id", "to_site_id")
                                .references("sites", List.of("tenant_id", "from_site_id"), List.of("tenant_id", "id"))
                                .references("sites", List.of("tenant_id", "to_site_id"), List.of("tenant_id", "id")),
                        table("sites").numbers("tenant_id", "id").key("tenant_id", "id")))
                .containsExactly(
                        "shipments.fromSite = one tenantId,fromSiteId -> sites.tenantId,id",
                        "shipments.toSite = one tenantId,toSiteId -> sites.tenantId,id",
                        "sites.shipmentsByFromSite = many tenantId,id -> shipments.tenantId,fromSiteId",
                        "sites.shipmentsByToSite = many tenantId,id -> shipments.tenantId,toSiteId");
    }

    @Test
    void a_parents_own_kind_are_its_children() {
        assertThat(camel(withId("categories").child("categories", "parent_id")))
                .containsExactly(
                        "categories.parent = one parentId -> categories.id",
                        "categories.children = many id -> categories.parentId");
    }

    @Test
    void other_references_to_itself_are_named_after_their_column() {
        assertThat(camel(withId("employees").child("employees", "manager_id").child("employees", "reports_to")))
                .containsExactly(
                        "employees.manager = one managerId -> employees.id",
                        "employees.reportsToEmployees = one reportsTo -> employees.id",
                        "employees.employeesByManager = many id -> employees.managerId",
                        "employees.employeesByReportsTo = many id -> employees.reportsTo");
    }

    @Test
    void two_that_meet_are_named_after_their_columns_in_both_directions() {
        SelectedTableFixture[] tables = {
            withId("addresses"),
            withId("orders").child("addresses", "billing_address").child("addresses", "shipping_address_id")
        };

        assertThat(camel(tables))
                .containsExactly(
                        "addresses.ordersByBillingAddress = many id -> orders.billingAddress",
                        "addresses.ordersByShippingAddress = many id -> orders.shippingAddressId",
                        "orders.billingAddressAddresses = one billingAddress -> addresses.id",
                        "orders.shippingAddress = one shippingAddressId -> addresses.id");
        assertThat(database(tables))
                .containsExactly(
                        "addresses.orders_by_billing_address = many id -> orders.billing_address",
                        "addresses.orders_by_shipping_address = many id -> orders.shipping_address_id",
                        "orders.billing_address_addresses = one billing_address -> addresses.id",
                        "orders.shipping_address = one shipping_address_id -> addresses.id");
    }

    @Test
    void a_name_that_a_column_has_is_passed_over() {
        assertThat(camel(
                        withId("customers").texts("orders"),
                        withId("orders").texts("customer").child("customers", "customer_id")))
                .containsExactly(
                        "customers.ordersByCustomer = many id -> orders.customerId",
                        "orders.customers = one customerId -> customers.id");
    }

    @Test
    void a_second_choice_never_takes_what_is_a_first_one() {
        assertThat(camel(
                        withId("accounts"),
                        withId("posts").child("users", "author").child("accounts", "users_id"),
                        withId("users")))
                .containsExactly(
                        "accounts.posts = many id -> posts.usersId",
                        "posts.authorUsers = one author -> users.id",
                        "posts.users = one usersId -> accounts.id",
                        "users.posts = many id -> posts.author");
    }

    @Test
    void the_last_resort_is_a_number() {
        assertThat(camel(
                        withId("t").texts("u", "uU").child("u", "u_id"),
                        withId("u").texts("t", "tByU")))
                .containsExactly("t.uU2 = one uId -> u.id", "u.tByU2 = many id -> t.uId");
    }

    @Test
    void the_same_foreign_key_twice_is_one() {
        assertThat(camel(
                        withId("customers"),
                        withId("orders").child("customers", "customer_id").references("customers", "customer_id")))
                .hasSize(2);
        assertThat(camel(
                        withId("a")
                                .numbers("x", "y")
                                .references("b", List.of("x", "y"), List.of("p", "q"))
                                .references("b", List.of("y", "x"), List.of("q", "p")),
                        table("b").numbers("p", "q").key("p", "q")))
                .containsExactly("a.b = one x,y -> b.p,q", "b.a = many p,q -> a.x,y");
    }

    @Test
    void columns_that_lead_to_two_tables_lead_to_both() {
        assertThat(camel(
                        withId("a"), withId("b"), withId("c").child("a", "x_id").references("b", "x_id")))
                .containsExactly(
                        "a.c = many id -> c.xId",
                        "b.c = many id -> c.xId",
                        "c.x = one xId -> a.id",
                        "c.b = one xId -> b.id");
    }

    @Test
    void a_junction_is_crossed_in_two_hops_from_both_ends() {
        assertThat(camel(
                        table("post_tags")
                                .child("posts", "post_id")
                                .child("tags", "tag_id")
                                .key("post_id", "tag_id"),
                        withId("posts"),
                        withId("tags")))
                .containsExactly(
                        "postTags.post = one postId -> posts.id",
                        "postTags.tag = one tagId -> tags.id",
                        "posts.postTags = many id -> postTags.postId",
                        "posts.tags = many id -> postTags.postId, tagId -> tags.id",
                        "tags.postTags = many id -> postTags.tagId",
                        "tags.posts = many id -> postTags.tagId, postId -> posts.id");
    }

    @Test
    void a_junction_may_have_a_key_of_its_own_and_more_columns_and_name_who_made_it() {
        assertThat(camel(
                        withId("memberships")
                                .child("teams", "team_id")
                                .child("users", "user_id")
                                .child("users", "invited_by_id")
                                .unique("user_id", "team_id"),
                        withId("teams"),
                        withId("users")))
                .contains(
                        "teams.users = many id -> memberships.teamId, userId -> users.id",
                        "users.teams = many id -> memberships.userId, teamId -> teams.id");
    }

    @Test
    void two_junctions_between_the_same_tables_are_told_apart() {
        assertThat(camel(
                        table("authors")
                                .child("books", "book_id")
                                .child("people", "person_id")
                                .key("book_id", "person_id"),
                        withId("books"),
                        withId("people"),
                        table("readers")
                                .child("books", "book_id")
                                .child("people", "person_id")
                                .key("book_id", "person_id")))
                .contains(
                        "books.peopleViaAuthors = many id -> authors.bookId, personId -> people.id",
                        "books.peopleViaReaders = many id -> readers.bookId, personId -> people.id",
                        "people.booksViaAuthors = many id -> authors.personId, bookId -> books.id");
    }

    @Test
    void a_junction_whose_far_table_is_taken_is_named_with_its_way() {
        assertThat(camel(
                        table("post_tags")
                                .child("posts", "post_id")
                                .child("tags", "tag_id")
                                .key("post_id", "tag_id"),
                        withId("posts").texts("tags"),
                        withId("tags").child("posts", "first_post_id")))
                .contains(
                        "posts.tagsByFirstPost = many id -> tags.firstPostId",
                        "posts.tagsViaPostTags = many id -> postTags.postId, tagId -> tags.id",
                        "tags.posts = many id -> postTags.tagId, postId -> posts.id");
    }

    @Test
    void a_junction_from_a_table_to_itself_is_named_after_the_far_column() {
        assertThat(camel(
                        table("follows")
                                .child("people", "follower_id")
                                .child("people", "followee_id")
                                .key("follower_id", "followee_id"),
                        withId("people")))
                .containsExactly(
                        "follows.follower = one followerId -> people.id",
                        "follows.followee = one followeeId -> people.id",
                        "people.followsByFollower = many id -> follows.followerId",
                        "people.followsByFollowee = many id -> follows.followeeId",
                        "people.followee = many id -> follows.followerId, followeeId -> people.id",
                        "people.follower = many id -> follows.followeeId, followerId -> people.id");
    }

    @Test
    void what_has_a_key_within_one_of_its_foreign_keys_is_no_junction() {
        assertThat(camel(
                        withId("a"),
                        withId("b"),
                        table("c")
                                .child("a", "a_id")
                                .child("b", "b_id")
                                .key("a_id")
                                .unique("a_id", "b_id")))
                .noneMatch(relationship -> relationship.contains(", "));
    }

    @Test
    void circles_are_no_trouble() {
        assertThat(camel(withId("a").child("b", "b_id"), withId("b").child("a", "a_id")))
                .containsExactly(
                        "a.b = one bId -> b.id",
                        "a.bByA = many id -> b.aId",
                        "b.a = one aId -> a.id",
                        "b.aByB = many id -> a.bId");
    }

    @Test
    void tables_of_other_schemas_are_found_by_both_names() {
        assertThat(camel(
                        withId("orders"),
                        table("sales", "lines")
                                .numbers("id", "order_id")
                                .key("id")
                                .references(TableName.of("orders"), List.of("order_id"), List.of("id"))))
                .containsExactly("orders.lines = many id -> lines.orderId", "lines.order = one orderId -> orders.id");
    }

    @Test
    void no_relationship_begins_like_zeros_own() {
        assertThat(database(withId("t"), withId("zsubq_x").child("t", "t_id")))
                .contains("t._zsubq_x = many id -> zsubq_x.t_id");
    }

    private static List<String> camel(SelectedTableFixture... tables) {
        return lines(ZeroModeler.model(selection(tables), ZeroNaming.CAMEL_CASE));
    }

    private static List<String> database(SelectedTableFixture... tables) {
        return lines(ZeroModeler.model(selection(tables), ZeroNaming.DATABASE));
    }

    private static List<String> lines(ZeroModel model) {
        return model.relationships().stream()
                .map(r -> "%s.%s = %s %s"
                        .formatted(
                                r.table(),
                                r.name(),
                                r.many() ? "many" : "one",
                                r.hops().stream()
                                        .map(hop -> "%s -> %s.%s"
                                                .formatted(
                                                        String.join(",", hop.sourceFields()),
                                                        hop.destination(),
                                                        String.join(",", hop.destinationFields())))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }
}
