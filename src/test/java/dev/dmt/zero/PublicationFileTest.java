package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.PublicationName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationFileTest {
    @Test
    void every_table_and_column_is_named() {
        String text = PublicationFile.text(
                select(
                        SomeTable.keyed("users").optional("name", plain("text")).optional("face", plain("bytea")),
                        SomeTable.called("a b", "orders")
                                .required("no\"1", plain("int4"))
                                .required("code", plain("text"))
                                .unique("by code", "code")),
                SomeConfig.tables());
        assertThat(text).isEqualTo("""
                        -- What Zero 1.9 follows of this database. Written by dmt, and written anew by its next run.
                        --
                        -- 1. Run it as the owner of the tables, before zero-cache starts or while it runs:
                        --      psql -v ON_ERROR_STOP=1 -f publication.sql
                        -- 2. Start zero-cache with
                        --      ZERO_APP_PUBLICATIONS=zero_data
                        --
                        -- It may be run again: what is as it should be stays untouched.

                        BEGIN;

                        DO $dmt$
                        BEGIN
                          IF NOT EXISTS (SELECT FROM pg_catalog.pg_publication WHERE pubname = 'zero_data') THEN
                            CREATE PUBLICATION "zero_data" WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);
                          END IF;
                        END
                        $dmt$;
                        ALTER PUBLICATION "zero_data" SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);

                        -- By which the log names a changed row of a b.orders.
                        DO $dmt$
                        DECLARE
                          one record;
                        BEGIN
                          FOR one IN
                            SELECT i.indrelid::regclass AS owner, c.relname AS index
                            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                            WHERE NOT i.indisreplident AND (i.indexrelid = '"a b"."by code"'::regclass
                              OR i.indexrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree('"a b"."by code"'::regclass)))
                            ORDER BY i.indexrelid
                          LOOP
                            EXECUTE format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', one.owner, one.index);
                          END LOOP;
                        END
                        $dmt$;

                        ALTER PUBLICATION "zero_data" SET TABLE
                          ONLY "a b"."orders" ("code"),
                          ONLY "public"."users" ("id", "name");

                        COMMENT ON PUBLICATION "zero_data" IS 'What Zero follows, written by dmt';

                        COMMIT;
                        """);
    }

    @Test
    void a_name_ends_neither_a_comment_nor_a_block() {
        SelectedTable table = select(SomeTable.called("s\nDROP TABLE x; --", "t")
                        .required("k", plain("int4"))
                        .unique("$dmt$'\\", "k"))
                .tables()
                .get(0);
        String text = PublicationFile.text(new Selection(List.of(table), List.of()), SomeConfig.tables());
        assertThat(text)
                .contains("changed row of s DROP TABLE x; --.t.\nDO $dmt1$\n")
                .contains("E'\"s\nDROP TABLE x; --\".\"$dmt$''\\\\\"'");
    }

    @Test
    void a_selection_of_nothing_empties_the_publication() {
        assertThat(PublicationFile.text(select(), SomeConfig.tables()))
                .contains("-- There is nothing to sync: zero-report.md says why.")
                .contains("DROP TABLE ONLY %s")
                .doesNotContain("SET TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_zero", "Zero", "zero-data", "1zero", "", "zero data", "é"})
    void a_publication_that_zero_could_not_follow_is_refused(String name) {
        Selection nothing = select();
        assertThatThrownBy(() -> PublicationFile.text(nothing, SomeConfig.publication(name)))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG));
        assertThat(PublicationName.problem(name)).isPresent();
    }

    private static Selection select(SomeTable... tables) {
        return ZeroRules.select(Stream.of(tables).map(SomeTable::build).toList(), SomeConfig.tables(), 150_018);
    }
}
