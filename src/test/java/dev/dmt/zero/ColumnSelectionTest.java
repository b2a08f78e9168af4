package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnSelectionTest {
    @Test
    void columns_that_clients_cannot_see_are_left_out_one_by_one() {
        Selection selection = select(
                150_018,
                SomeTable.keyed("files")
                        .optional("title", plain("text"))
                        .optional("body", plain("bytea"))
                        .optional("place", plain("point")));
        SelectedTable files = only(selection);
        assertThat(files.columns()).extracting(SelectedColumn::name).containsExactly("id", "title");
        assertThat(files.columns()).extracting(SelectedColumn::optional).containsExactly(false, true);
        assertThat(files.published()).containsExactly("id", "title");
        assertThat(selection.findings())
                .containsExactly(
                        new ZeroFinding(
                                Kind.COLUMN_LEFT_OUT,
                                "public.files",
                                "body",
                                "Zero does not sync the type bytea",
                                "ALTER TABLE \"public\".\"files\" ALTER COLUMN \"body\" TYPE text USING encode(\"body\", 'base64');"),
                        new ZeroFinding(
                                Kind.COLUMN_LEFT_OUT,
                                "public.files",
                                "place",
                                "Zero fails to sync the whole database over a published column of the type point",
                                "ALTER TABLE \"public\".\"files\" ALTER COLUMN \"place\" TYPE jsonb USING"
                                        + " jsonb_build_array(\"place\"[0], \"place\"[1]);"));
    }

    @Test
    void a_column_with_a_name_that_zero_does_not_take_is_left_out_and_so_may_stay() {
        Selection selection = select(
                150_018,
                SomeTable.keyed("people")
                        .optional("First Name", plain("text"))
                        .optional("First_Name", plain("text"))
                        .optional("_0_version", plain("text"))
                        .optional("a.b", plain("text")));
        assertThat(only(selection).published()).containsExactly("id", "First_Name", "a.b");
        assertThat(selection.findings())
                .extracting(ZeroFinding::column, ZeroFinding::remedy)
                .containsExactly(
                        tuple(
                                "First Name",
                                "ALTER TABLE \"public\".\"people\" RENAME COLUMN \"First Name\" TO \"First_Name_2\";"
                                        + " Before a migration: migration.rename_columns."),
                        tuple(
                                "_0_version",
                                "ALTER TABLE \"public\".\"people\" RENAME COLUMN \"_0_version\" TO \"c_0_version\";"
                                        + " Before a migration: migration.rename_columns."));
    }

    @Test
    void of_columns_that_differ_in_case_alone_the_first_is_synced() {
        Selection selection = select(
                150_018, SomeTable.keyed("t").optional("Name", plain("text")).optional("name", plain("text")));
        assertThat(only(selection).published()).containsExactly("id", "Name");
        assertThat(selection.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .isEqualTo("Zero's copy does not tell its name from that of the column Name"));
    }

    @Test
    void a_twin_in_case_of_a_column_that_is_not_synced_does_not_hurt() {
        Selection selection = select(
                150_018, SomeTable.keyed("t").optional("Name", plain("bytea")).optional("name", plain("text")));
        assertThat(only(selection).published()).containsExactly("id", "name");
    }

    @Test
    void generated_columns_are_synced_where_the_server_publishes_them() {
        SomeTable table = SomeTable.keyed("t")
                .generated("total", plain("int4"), Generation.STORED)
                .generated("label", plain("text"), Generation.VIRTUAL);
        assertThat(only(select(180_001, table)).published()).containsExactly("id", "total");
        for (int older : List.of(0, 150_018, 170_009)) {
            Selection selection = select(older, table);
            assertThat(only(selection).published()).containsExactly("id");
            assertThat(selection.findings())
                    .extracting(ZeroFinding::reason)
                    .containsExactly(
                            "it is a generated column, which servers before PostgreSQL 18 do not replicate",
                            "it is a virtual generated column, which is never replicated");
        }
    }

    @Test
    void changed_rows_are_named_by_what_clients_see() {
        Selection selection = select(
                150_018,
                SomeTable.called("t")
                        .required("hash", plain("bytea"))
                        .required("number", plain("int4"))
                        .primaryKey("hash")
                        .unique("t_number_key", "number"));
        SelectedTable table = only(selection);
        assertThat(table.columns()).extracting(SelectedColumn::name).containsExactly("number");
        assertThat(table.published()).containsExactly("number");
        assertThat(table.key().columns()).containsExactly("number");
        assertThat(table.identityIndex()).contains("t_number_key");
    }

    @Test
    void a_column_whose_values_zero_cannot_read_is_not_even_published() {
        SomeTable table = SomeTable.keyed("t").optional("big", plain("int8"));
        Selection selection = ZeroRules.select(
                List.of(table.build()),
                SomeConfig.tables(),
                150_018,
                List.of(
                        new UnreadableColumn(new TableName("public", "t"), "big", "it is too big"),
                        new UnreadableColumn(new TableName("app", "t"), "id", "of another table")));
        assertThat(only(selection).published()).containsExactly("id");
        assertThat(selection.findings())
                .containsExactly(new ZeroFinding(
                        Kind.COLUMN_LEFT_OUT,
                        "public.t",
                        "big",
                        "it is too big",
                        "ALTER TABLE \"public\".\"t\" ALTER COLUMN \"big\" TYPE text; Before a migration: migration.types,"
                                + " with text. Do the same to columns that refer to it."));
    }

    @Test
    void a_table_with_more_columns_than_zero_can_copy_is_left_out() {
        SomeTable table = SomeTable.keyed("wide");
        IntStream.range(0, 650).forEach(i -> table.optional("c" + i, plain("text")));
        Selection selection = select(150_018, table);
        assertThat(selection.tables()).isEmpty();
        assertThat(selection.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .isEqualTo("Zero fails over a table of more than 650 published columns"));
    }

    @Test
    void twins_in_case_that_must_both_be_published_keep_the_table_out() {
        Selection selection = select(
                150_018,
                SomeTable.keyed("t")
                        .optional("Name", plain("bytea"))
                        .optional("name", plain("text"))
                        .identity(ReplicaIdentity.WHOLE_ROW));
        assertThat(selection.tables()).isEmpty();
        assertThat(selection.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.TABLE_LEFT_OUT));
    }

    private static Selection select(int serverVersion, SomeTable table) {
        return ZeroRules.select(List.of(table.build()), SomeConfig.tables(), serverVersion);
    }

    private static SelectedTable only(Selection selection) {
        assertThat(selection.tables()).hasSize(1);
        return selection.tables().get(0);
    }
}
