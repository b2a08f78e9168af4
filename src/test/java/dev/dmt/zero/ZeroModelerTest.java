package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ZeroNaming;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of any database, tried on many that nobody would make. */
class ZeroModelerTest {
    private static final int DATABASES = 200;

    private static final List<String> NAMES = List.of(
            ("id ID Id order orders Order order_id orderId OrderID customer customer_id people person_id parent parent_id "
                            + "default class string table json schema zql one many constructor toString __proto__ _id a_b aB "
                            + "a-b AB A_B tags tag_id orders_relationships ordersRelationships children zsubq_x then 1x é "
                            + "it's $ _ __ orders2 orders_2 ordersByParent orders_by_parent eval let publicOrders sales_orders")
                    .split(" "));

    @ParameterizedTest
    @EnumSource
    void every_name_is_the_only_one_of_its_kind_and_one_that_its_place_allows(ZeroNaming naming) {
        for (int seed = 0; seed < DATABASES; seed++) {
            ZeroModel model = ZeroModeler.model(selection(new Random(seed), new Random(0)), naming);

            assertThat(model.tables()).extracting(ZeroTable::name).doesNotHaveDuplicates();
            assertThat(model.tables())
                    .extracting(ZeroTable::identifier)
                    .doesNotHaveDuplicates()
                    .allMatch(identifier -> identifier.matches("[A-Za-z_$][A-Za-z0-9_$]*"))
                    .noneMatch(ReservedWords::contains);
            for (ZeroTable table : model.tables()) {
                List<String> fields = new ArrayList<>(
                        table.columns().stream().map(ZeroColumn::name).toList());
                assertThat(fields).containsAll(table.primaryKey());
                model.relationships().stream()
                        .filter(relationship -> relationship.table().equals(table.identifier()))
                        .forEach(relationship -> fields.add(relationship.name()));
                assertThat(fields)
                        .doesNotHaveDuplicates()
                        .doesNotContain("__proto__", "")
                        .noneMatch(field -> field.startsWith("zsubq_") && !isColumn(table, field));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_order_in_which_a_database_tells_its_foreign_keys_means_nothing(ZeroNaming naming) {
        for (int seed = 0; seed < DATABASES; seed++) {
            assertThat(ZeroModeler.model(selection(new Random(seed), new Random(1)), naming))
                    .isEqualTo(ZeroModeler.model(selection(new Random(seed), new Random(2)), naming));
        }
    }

    private static boolean isColumn(ZeroTable table, String field) {
        return table.columns().stream().anyMatch(column -> column.name().equals(field));
    }

    /** @param order of the foreign keys */
    private static Selection selection(Random random, Random order) {
        Map<TableName, List<String>> columns = new LinkedHashMap<>();
        for (int i = 3 + random.nextInt(12); i > 0; i--) {
            String schema = random.nextInt(4) == 0 ? "sales" : "public";
            columns.put(new TableName(schema, any(NAMES, random)), someNames(random));
        }
        List<TableName> names = List.copyOf(columns.keySet());
        List<SelectedTableFixture> tables = new ArrayList<>();
        columns.forEach((name, own) -> {
            SelectedTableFixture table = SelectedTableFixture.table(name.schema(), name.name())
                    .numbers(own.toArray(String[]::new))
                    .key(own.get(0), own.get(1));
            if (random.nextBoolean()) {
                table.unique(own.get(2));
            }
            List<Runnable> foreignKeys = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                TableName parent = any(names, random);
                int width = 1 + random.nextInt(2);
                List<String> child = new ArrayList<>(own);
                Collections.shuffle(child, random);
                List<String> referenced =
                        columns.getOrDefault(parent, List.of()).subList(0, width);
                foreignKeys.add(() -> table.references(parent, child.subList(0, width), referenced));
            }
            Collections.shuffle(foreignKeys, order);
            foreignKeys.forEach(Runnable::run);
            tables.add(table);
        });
        return SelectedTableFixture.selection(tables.toArray(SelectedTableFixture[]::new));
    }

    private static List<String> someNames(Random random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < 6) {
            names.add(any(NAMES, random));
        }
        return List.copyOf(names);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
