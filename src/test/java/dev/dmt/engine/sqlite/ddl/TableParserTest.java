package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.sqlite.ddl.ForeignKeyDeclaration.Deferral;
import dev.dmt.schema.Check;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.ReferentialAction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableParserTest {
    @Test
    void a_column_gives_all_that_is_said_of_it() {
        TableDeclaration table =
                TableParser.parse("CREATE TABLE IF NOT EXISTS main.\"t\"(a VARCHAR(10, 2) CONSTRAINT nn"
                        + " NOT NULL ON CONFLICT FAIL DEFAULT (1 + (2)) COLLATE NOCASE CONSTRAINT pos CHECK (a <> ')')"
                        + " UNIQUE, b AS (a || 'x') STORED)");

        assertThat(table.name()).isEqualTo("t");
        assertThat(table.columns())
                .containsExactly(
                        new ColumnDeclaration(
                                "a",
                                "VARCHAR(10, 2)",
                                true,
                                Optional.of("1 + (2)"),
                                Optional.of("NOCASE"),
                                Optional.empty()),
                        new ColumnDeclaration(
                                "b",
                                "",
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new GeneratedColumn("a || 'x'", true))));
        assertThat(table.checks()).containsExactly(new Check("pos", "a <> ')'"));
        assertThat(table.keys()).containsExactly(new KeyDeclaration("", false, java.util.List.of("a")));
        assertThat(table.conflictClauses()).containsExactly("NOT NULL of a ON CONFLICT FAIL");
        assertThat(table.notUnderstood()).isEmpty();
    }

    @Test
    void comments_inside_an_expression_become_blanks() {
        TableDeclaration table = TableParser.parse(
                "CREATE TABLE t(a CHECK (a > 0 -- not ) this\n AND /* nor , this */ a < 9 -- end\n))");

        assertThat(table.checks()).containsExactly(new Check("", "a > 0 AND a < 9"));
    }

    @Test
    void table_constraints_need_no_commas_between_them() {
        TableDeclaration table = TableParser.parse("CREATE TABLE t(a, b, CONSTRAINT u UNIQUE (a, b COLLATE RTRIM DESC)"
                + " ON CONFLICT IGNORE CHECK (a) CONSTRAINT f FOREIGN KEY (a) REFERENCES p (x) PRIMARY KEY (b DESC))"
                + " STRICT, WITHOUT ROWID");

        assertThat(table.keys()).extracting(KeyDeclaration::name).containsExactly("u", "");
        assertThat(table.keys()).extracting(KeyDeclaration::primary).containsExactly(false, true);
        assertThat(table.checks()).hasSize(1);
        assertThat(table.foreignKeys())
                .singleElement()
                .extracting(ForeignKeyDeclaration::name)
                .isEqualTo("f");
        assertThat(table.options()).isEqualTo(new TableDeclaration.Options(false, true, true));
        assertThat(table.conflictClauses()).containsExactly("UNIQUE (a, b) ON CONFLICT IGNORE");
    }

    @Test
    void references_say_actions_and_deferral() {
        TableDeclaration table =
                TableParser.parse("CREATE TABLE t(a REFERENCES p ON DELETE SET NULL MATCH FULL ON UPDATE"
                        + " CASCADE DEFERRABLE INITIALLY DEFERRED, b REFERENCES q NOT NULL, c REFERENCES r(x) NOT DEFERRABLE"
                        + " INITIALLY DEFERRED, d REFERENCES s DEFERRABLE)");

        assertThat(table.foreignKeys())
                .extracting(ForeignKeyDeclaration::deferral)
                .containsExactly(Deferral.INITIALLY_DEFERRED, Deferral.NONE, Deferral.NONE, Deferral.DEFERRABLE);
        assertThat(table.foreignKeys().get(0).onDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(table.foreignKeys().get(0).onUpdate()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(table.columns().get(1).notNull()).isTrue();
    }

    @Test
    void a_deferral_on_another_column_speaks_of_the_foreign_key_before_it() {
        TableDeclaration table =
                TableParser.parse("CREATE TABLE t(a REFERENCES p, b INT DEFERRABLE INITIALLY DEFERRED)");

        assertThat(table.foreignKeys())
                .singleElement()
                .extracting(ForeignKeyDeclaration::deferral)
                .isEqualTo(Deferral.INITIALLY_DEFERRED);
    }

    @Test
    void autoincrement_is_seen_in_both_places() {
        assertThat(TableParser.parse("CREATE TABLE t(a INTEGER PRIMARY KEY ASC AUTOINCREMENT)")
                        .options()
                        .autoincrement())
                .isTrue();
        assertThat(TableParser.parse("CREATE TABLE t(a INTEGER, PRIMARY KEY(a AUTOINCREMENT))")
                        .options()
                        .autoincrement())
                .isTrue();
    }

    @Test
    void what_is_not_understood_is_kept_as_text_and_the_rest_is_read() {
        TableDeclaration table = TableParser.parse(
                "CREATE TABLE t(a INT FROBNICATE (1, 2) NOT NULL ?, b TEXT NOT NULL, CHECK (b > '')) SHINY");

        assertThat(table.columns()).extracting(ColumnDeclaration::name).containsExactly("a", "b");
        assertThat(table.columns().get(1).notNull()).isTrue();
        assertThat(table.checks()).hasSize(1);
        assertThat(table.notUnderstood()).containsExactly("a INT FROBNICATE (1, 2) NOT NULL ?", "SHINY");
    }

    @Test
    void a_text_that_creates_no_table_is_not_understood_at_all() {
        assertThat(TableParser.parse("CREATE TABEL t(a)").notUnderstood()).containsExactly("CREATE TABEL t(a)");
        assertThat(TableParser.parse("CREATE TABLE t(a").notUnderstood()).isNotEmpty();
        assertThat(TableParser.parse("CREATE TABLE t(a CHECK (a").notUnderstood())
                .isNotEmpty();
        assertThat(TableParser.parse("").notUnderstood()).isNotEmpty();
    }
}
