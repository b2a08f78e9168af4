package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.schema.replicated.TableNature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonShapesTest {
    private static final SelectedColumn ID = column("id", new ZeroType.Number());
    private static final SelectedColumn PAYLOAD = column("Payload", new ZeroType.Json(""));

    @Test
    void a_shape_goes_to_its_column_whatever_the_case() {
        Selection selection = JsonShapes.in(selection(), Map.of("ORDERS.payload", "{ total: number }"));

        assertThat(selection.tables().get(0).columns())
                .extracting(SelectedColumn::type)
                .containsExactly(new ZeroType.Number(), new ZeroType.Json("{ total: number }"));
        assertThat(selection.findings()).isEmpty();
    }

    @Test
    void the_name_with_its_schema_is_the_more_particular_one() {
        Selection selection =
                JsonShapes.in(selection(), Map.of("orders.payload", "string", "shop.orders.payload", "number[]"));

        assertThat(selection.tables().get(0).columns().get(1).type()).isEqualTo(new ZeroType.Json("number[]"));
    }

    @Test
    void a_shape_without_a_column_is_named() {
        Selection selection = JsonShapes.in(selection(), Map.of("orders.id", "string"));

        assertThat(selection.findings())
                .extracting(ZeroFinding::reason)
                .containsExactly("zero.json_types names orders.id, which is no json column of the schema");
    }

    private static Selection selection() {
        Key key = new Key("orders_pkey", List.of("id"));
        ReplicatedTable table = new ReplicatedTable(
                new TableName("shop", "orders"),
                TableNature.TABLE,
                true,
                ReplicaIdentity.PRIMARY_KEY,
                List.of(ID.column(), PAYLOAD.column()),
                Optional.of(key),
                List.of(),
                List.of(),
                List.of());
        return new Selection(
                List.of(new SelectedTable(
                        table, List.of(ID, PAYLOAD), key, List.of("id", "Payload"), Optional.empty())),
                List.of());
    }

    private static SelectedColumn column(String name, ZeroType type) {
        return new SelectedColumn(
                new ReplicatedColumn(
                        name, new ReplicatedType.Plain("any", "any"), false, ReplicatedColumn.Generation.NONE),
                type);
    }
}
