package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    @ParameterizedTest
    @CsvSource({
        "customer_id, id, customer",
        "customerId, id, customer",
        "CustomerID, id, Customer",
        "CUSTOMER_ID, ID, CUSTOMER",
        "customer-id, id, customer",
        "customer_fk, id, customer",
        "customer_id_fk, id, customer",
        "fk_customer, id, customer",
        "fk_customer_id, id, customer",
        "fkCustomer, id, Customer",
        "id_customer, id, customer",
        "idCustomer, id, Customer",
        "country_code, code, country",
        "countryCode, code, country",
        "customer_uuid, id, customer",
        "category_name, name, category",
        "categoryName, name, category",
        "manager_employee_id, employee_id, manager",
        "customerid, id, customerid",
        "customerid, customerid, customerid",
        "customer_id, customer_id, customer",
        "author, id, author",
        "idea, id, idea",
        "valid, id, valid",
        "id, id, id",
        "_id, id, _id",
        "fk_id, id, fk",
        "code, code, code",
        "order.id, id, order"
    })
    void the_role_of_a_column(String column, String referenced, String role) {
        assertThat(Role.of(column, referenced)).isEqualTo(role);
    }
}
