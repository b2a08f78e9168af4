package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ZeroNaming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameStyleTest {
    private final NameStyle camel = NameStyle.of(ZeroNaming.CAMEL_CASE);
    private final NameStyle database = NameStyle.of(ZeroNaming.DATABASE);

    @ParameterizedTest
    @CsvSource({
        "id, id",
        "ID, id",
        "order_details, orderDetails",
        "OrderDetails, orderDetails",
        "Order_Details, orderDetails",
        "userID, userID",
        "user_ID, userId",
        "URLPath, urlPath",
        "URL, url",
        "IDs, ids",
        "A, a",
        "ABTest, abTest",
        "T1, t1",
        "SHA256Sum, sha256Sum",
        "CUSTOMER_ID, customerId",
        "CUSTOMERID, customerid",
        "eMail, eMail",
        "order-details, orderDetails",
        "order.details, orderDetails",
        "order details, orderDetails",
        "order__details, orderDetails",
        "type_, type",
        "_id, _id",
        "__Meta_Data, __metaData",
        "_, _",
        "___, ___",
        "$, $",
        "address_2, address2",
        "line_2_a, line2A",
        "ip_1_2, ip1_2",
        "2fa, 2fa",
        "straße_nr, straßeNr",
        "ÄNDERUNG_AM, änderungAm",
        "İ_x, iX",
        "注文_明細, 注文明細",
        "__proto__, __proto",
        "toString, toString",
        "𝒳_𝒴, 𝒳𝒴"
    })
    void camel_case_of(String databaseName, String name) {
        assertThat(camel.name(databaseName)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_details", "Order Details", "ID", "a.b", "_", "", "constructor"})
    void the_databases_own_names_stay(String databaseName) {
        assertThat(database.name(databaseName)).isEqualTo(databaseName);
    }

    @Test
    void no_style_calls_anything_an_objects_prototype() {
        assertThat(database.name("__proto__")).isEqualTo("__proto");
        assertThat(database.joined(List.of("__proto", "_"))).isEqualTo("__proto");
        assertThat(camel.joined(List.of("__proto", "__"))).isEqualTo("__proto");
    }

    @Test
    void names_are_joined_as_their_style_does() {
        assertThat(camel.joined(List.of("orders", "by", "billingAddress"))).isEqualTo("ordersByBillingAddress");
        assertThat(database.joined(List.of("orders", "by", "billing_address"))).isEqualTo("orders_by_billing_address");
    }

    @Test
    void a_number_never_runs_into_another() {
        assertThat(camel.numbered("orders", 2)).isEqualTo("orders2");
        assertThat(camel.numbered("address1", 2)).isEqualTo("address1_2");
        assertThat(database.numbered("orders", 2)).isEqualTo("orders_2");
    }
}
