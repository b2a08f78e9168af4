package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.TableNature;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSelectionRulesTest {
    @ParameterizedTest
    @CsvSource({
        "VIEW, 'it is a view, which is never replicated'",
        "MATERIALIZED_VIEW, 'it is a materialized view, which is never replicated'",
        "FOREIGN_TABLE, 'it is a foreign table, whose rows are in another database'",
        "PARTITION, 'it is a partition: its rows arrive as those of the partitioned table'",
    })
    void what_is_no_table_of_its_own_is_left_out(TableNature nature, String reason) {
        Selection selection = select(SomeTable.keyed("t").nature(nature));
        assertThat(selection.tables()).isEmpty();
        assertThat(selection.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.TABLE_LEFT_OUT);
            assertThat(finding.table()).isEqualTo("public.t");
            assertThat(finding.reason()).isEqualTo(reason);
        });
    }

    @Test
    void a_partitioned_table_stands_for_its_partitions() {
        assertThat(names(select(SomeTable.keyed("t").nature(TableNature.PARTITIONED))))
                .containsExactly("public.t");
    }

    @Test
    void an_unlogged_table_is_left_out() {
        assertThat(select(SomeTable.keyed("t").unlogged()).findings())
                .containsExactly(new ZeroFinding(
                        Kind.TABLE_LEFT_OUT,
                        "public.t",
                        "",
                        "it is UNLOGGED: its changes never reach the log that Zero follows",
                        "ALTER TABLE \"public\".\"t\" SET LOGGED;"));
    }

    @Test
    void a_name_that_zero_does_not_take_keeps_the_table_out() {
        assertThat(select(SomeTable.keyed("Order \"Details\"")).findings())
                .containsExactly(new ZeroFinding(
                        Kind.TABLE_LEFT_OUT,
                        "public.Order \"Details\"",
                        "",
                        "Zero fails over a published table whose name is not letters, digits, _ and - after a letter or _",
                        "ALTER TABLE \"public\".\"Order \"\"Details\"\"\" RENAME TO \"Order__Details_\";"
                                + " Before a migration: migration.rename_tables."));
    }

    @Test
    void a_name_of_sqlites_is_one_in_the_schema_public_alone() {
        Selection selection = select(
                SomeTable.keyed("sqlite_like"),
                SomeTable.called("app", "sqlite_like")
                        .required("id", plain("int4"))
                        .primaryKey("id"));
        assertThat(names(selection)).containsExactly("app.sqlite_like");
        assertThat(selection.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy())
                        .startsWith("ALTER TABLE \"public\".\"sqlite_like\" RENAME TO \"t_sqlite_like\";"));
    }

    @Test
    void a_schema_that_zero_hides_or_falls_over_keeps_its_tables_out() {
        Selection selection = select(
                SomeTable.called("_zero", "t").required("id", plain("int4")).primaryKey("id"),
                SomeTable.called("a\"b", "t").required("id", plain("int4")).primaryKey("id"),
                SomeTable.called("Ü b", "t").required("id", plain("int4")).primaryKey("id"),
                SomeTable.called("A b.c", "t").required("id", plain("int4")).primaryKey("id"));
        assertThat(names(selection)).containsExactly("A b.c.t");
        assertThat(selection.findings())
                .extracting(ZeroFinding::remedy)
                .containsExactly(
                        "ALTER TABLE \"_zero\".\"t\" SET SCHEMA public;",
                        "ALTER TABLE \"a\"\"b\".\"t\" SET SCHEMA public;",
                        "ALTER TABLE \"Ü b\".\"t\" SET SCHEMA public;");
    }

    @Test
    void a_name_too_long_with_its_schema_keeps_the_table_out() {
        Selection selection = select(
                SomeTable.called("s".repeat(31), "t".repeat(31))
                        .required("id", plain("int4"))
                        .primaryKey("id"),
                SomeTable.called("s".repeat(31), "u".repeat(32))
                        .required("id", plain("int4"))
                        .primaryKey("id"),
                SomeTable.keyed("v".repeat(63)));
        assertThat(names(selection))
                .containsExactlyInAnyOrder("public." + "v".repeat(63), "s".repeat(31) + "." + "t".repeat(31));
    }

    @Test
    void names_that_differ_in_case_alone_cannot_all_be_copied() {
        Selection selection = select(
                SomeTable.keyed("Users"),
                SomeTable.keyed("users"),
                SomeTable.called("app", "users").required("id", plain("int4")).primaryKey("id"));
        assertThat(names(selection)).containsExactly("app.users", "public.Users");
        assertThat(selection.findings())
                .containsExactly(new ZeroFinding(
                        Kind.TABLE_LEFT_OUT,
                        "public.users",
                        "",
                        "Zero's copy does not tell its name from that of the table public.Users",
                        "ALTER TABLE \"public\".\"users\" RENAME TO \"users_2\";"
                                + " Before a migration: migration.rename_tables."));
    }

    @Test
    void a_keys_index_takes_part_in_that() {
        Selection selection = select(
                SomeTable.keyed("a"),
                SomeTable.keyed("b").required("code", plain("text")).unique("A", "code"),
                SomeTable.keyed("c").required("code", plain("text")).unique("sqlite_c", "code"),
                SomeTable.keyed("d").optional("code", plain("bytea")).unique("SQLITE_D", "code"));
        assertThat(names(selection)).containsExactly("public.a", "public.d");
        assertThat(selection.findings().stream().filter(finding -> finding.kind() == Kind.TABLE_LEFT_OUT))
                .extracting(ZeroFinding::remedy)
                .containsExactly(
                        "ALTER INDEX \"public\".\"A\" RENAME TO \"i_A\";",
                        "ALTER INDEX \"public\".\"sqlite_c\" RENAME TO \"i_sqlite_c\";");
    }

    @Test
    void so_does_every_other_index() {
        Selection selection = select(
                SomeTable.keyed("a").optional("city", plain("text")).index("a_city", "city"),
                SomeTable.keyed("b").optional("city", plain("text")).index("A_CITY", "city"),
                SomeTable.keyed("c").optional("city", plain("text")).index("sqlite_c", "city"),
                SomeTable.keyed("d").optional("file", plain("bytea")).index("A_City", "file"));
        assertThat(names(selection)).containsExactly("public.a", "public.d");
        assertThat(selection.findings().stream().filter(finding -> finding.kind() == Kind.TABLE_LEFT_OUT))
                .extracting(ZeroFinding::remedy)
                .containsExactly(
                        "ALTER INDEX \"public\".\"A_CITY\" RENAME TO \"i_A_CITY\";",
                        "ALTER INDEX \"public\".\"sqlite_c\" RENAME TO \"i_sqlite_c\";");
    }

    @Test
    void globs_choose_by_plain_and_by_whole_name() {
        List<SomeTable> all = List.of(
                SomeTable.keyed("Users"),
                SomeTable.keyed("user_log"),
                SomeTable.keyed("orders"),
                SomeTable.called("app", "orders").required("id", plain("int4")).primaryKey("id"));
        assertThat(chosen(all)).containsExactly("app.orders", "public.Users", "public.orders", "public.user_log");
        assertThat(chosen(all, "user*")).containsExactly("public.Users", "public.user_log");
        assertThat(chosen(all, "user*", "!*_log")).containsExactly("public.Users");
        assertThat(chosen(all, "!USER?LOG")).containsExactly("app.orders", "public.Users", "public.orders");
        assertThat(chosen(all, "APP.*", "users")).containsExactly("app.orders", "public.Users");
        assertThat(chosen(all, "!app.*", "orders")).containsExactly("public.orders");
    }

    @Test
    void a_table_that_the_config_leaves_out_is_told_of_briefly() {
        Selection selection = ZeroRules.select(
                List.of(SomeTable.called("no key").unlogged().build()), SomeConfig.tables("!no*"), 150_018);
        assertThat(selection.findings())
                .containsExactly(new ZeroFinding(
                        Kind.TABLE_LEFT_OUT,
                        "public.no key",
                        "",
                        "zero.tables leaves it out",
                        "Name it in zero.tables."));
    }

    @Test
    void what_the_config_asks_for_in_vain_is_told_of() {
        Selection selection = ZeroRules.select(
                List.of(SomeTable.keyed("orders").build()), SomeConfig.tables("Orders", "user*", "!log"), 150_018);
        assertThat(names(selection)).containsExactly("public.orders");
        assertThat(selection.findings())
                .containsExactly(new ZeroFinding(
                        Kind.NOTE,
                        "",
                        "",
                        "zero.tables asks for user*, and no table is called so",
                        "Correct the name, or take it out."));
    }

    private static List<String> chosen(List<SomeTable> tables, String... globs) {
        return names(
                ZeroRules.select(tables.stream().map(SomeTable::build).toList(), SomeConfig.tables(globs), 150_018));
    }

    private static Selection select(SomeTable... tables) {
        return ZeroRules.select(Stream.of(tables).map(SomeTable::build).toList(), SomeConfig.tables(), 150_018);
    }

    private static List<String> names(Selection selection) {
        return selection.tables().stream()
                .map(SelectedTable::name)
                .map(TableName::toString)
                .toList();
    }
}
