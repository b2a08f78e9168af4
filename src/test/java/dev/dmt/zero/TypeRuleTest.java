package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.zero.TypeVerdict.Dropped;
import dev.dmt.zero.TypeVerdict.Synced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int2",
                "int4",
                "int8",
                "numeric",
                "float4",
                "float8",
                "date",
                "time",
                "timetz",
                "timestamp",
                "timestamptz"
            })
    void numbers_and_all_that_is_counted_from_a_moment_are_numbers(String name) {
        assertThat(TypeRule.of(plain(name))).isEqualTo(new Synced(new ZeroType.Number()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "varchar",
                "bpchar",
                "uuid",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "pg_lsn",
                "ean13",
                "isbn",
                "isbn13",
                "ismn",
                "ismn13",
                "issn",
                "issn13",
                "upc"
            })
    void texts_and_what_zero_writes_as_text_are_strings(String name) {
        assertThat(TypeRule.of(plain(name))).isEqualTo(new Synced(new ZeroType.Text()));
    }

    @Test
    void truth_and_json_are_what_they_are() {
        assertThat(TypeRule.of(plain("bool"))).isEqualTo(new Synced(new ZeroType.Bool()));
        assertThat(TypeRule.of(plain("json"))).isEqualTo(new Synced(new ZeroType.Json("")));
        assertThat(TypeRule.of(plain("jsonb"))).isEqualTo(new Synced(new ZeroType.Json("")));
    }

    @ParameterizedTest
    @CsvSource({
        "citext, text",
        "money, numeric",
        "bytea, text",
        "interval, bigint",
        "bit, text",
        "varbit, text",
        "xml, text",
        "tsvector, text",
        "oid, bigint",
        "char, text",
        "hstore, jsonb",
        "geometry, jsonb",
        "path, text",
        "polygon, text",
        "circle, text",
        "something_new, text",
    })
    void what_zero_drops_is_named_with_a_type_that_it_takes(String name, String substitute) {
        TypeVerdict verdict = TypeRule.of(plain(name));
        assertThat(verdict).isInstanceOfSatisfying(Dropped.class, dropped -> {
            assertThat(dropped.reason()).isEqualTo("Zero does not sync the type " + name);
            assertThat(dropped.type()).isEqualTo(substitute);
            assertThat(dropped.aborts()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"point", "box", "lseg", "line", "name", "int2vector", "oidvector"})
    void what_zero_falls_over_may_not_even_be_published(String name) {
        assertThat(TypeRule.of(plain(name))).isInstanceOfSatisfying(Dropped.class, dropped -> {
            assertThat(dropped.aborts()).isTrue();
            assertThat(dropped.reason())
                    .isEqualTo("Zero fails to sync the whole database over a published column of the type " + name);
        });
    }

    @Test
    void an_enumeration_keeps_its_members() {
        assertThat(TypeRule.of(enumeration("mood", "sad", "it's ok")))
                .isEqualTo(new Synced(new ZeroType.Enumeration(List.of("sad", "it's ok"))));
        assertThat(TypeRule.of(enumeration("shop.\"Order.State\"", "a")))
                .isEqualTo(new Synced(new ZeroType.Enumeration(List.of("a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public.\"date\"",
                "shop.json",
                "\"Float\"",
                "\"double precision\"",
                "app.\"int(x)\"",
                "bigserial"
            })
    void an_enumeration_called_like_a_type_of_the_servers_passes_for_that_one(String sql) {
        assertThat(TypeRule.of(enumeration(sql, "a")))
                .isInstanceOfSatisfying(
                        Dropped.class,
                        dropped -> assertThat(dropped.reason())
                                .startsWith("Zero takes the enumeration " + sql + " for the server's own type "));
    }

    @Test
    void an_enumeration_called_like_a_text_is_a_text_all_the_same() {
        assertThat(TypeRule.of(enumeration("public.\"text\"", "a")))
                .isEqualTo(new Synced(new ZeroType.Enumeration(List.of("a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a|b\"", "s.\"a[]b\"", "\"\"\"|\""})
    void an_enumeration_whose_name_holds_zeros_own_marks_may_not_be_published(String sql) {
        assertThat(TypeRule.of(enumeration(sql, "a")))
                .isInstanceOfSatisfying(
                        Dropped.class, dropped -> assertThat(dropped.aborts()).isTrue());
        assertThat(TypeRule.of(new ReplicatedType.Array(sql + "[]", enumeration(sql, "a"), 1)))
                .isInstanceOfSatisfying(
                        Dropped.class, dropped -> assertThat(dropped.aborts()).isTrue());
    }

    @Test
    void arrays_are_json_of_a_known_shape() {
        assertThat(TypeRule.of(array("text[]", plain("text"), 1))).isEqualTo(new Synced(new ZeroType.Json("string[]")));
        assertThat(TypeRule.of(array("integer[]", plain("int4"), 2)))
                .isEqualTo(new Synced(new ZeroType.Json("number[][]")));
        assertThat(TypeRule.of(array("boolean[]", plain("bool"), 1)))
                .isEqualTo(new Synced(new ZeroType.Json("boolean[]")));
        assertThat(TypeRule.of(array("citext[]", plain("citext"), 1)))
                .isEqualTo(new Synced(new ZeroType.Json("string[]")));
        assertThat(TypeRule.of(array("jsonb[]", plain("jsonb"), 1))).isEqualTo(new Synced(new ZeroType.Json("")));
        assertThat(TypeRule.of(array("mood[]", enumeration("mood", "it's", "a\\b", "c\nd"), 1)))
                .isEqualTo(new Synced(new ZeroType.Json("('it\\'s' | 'a\\\\b' | 'c\\u000ad')[]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inet", "bytea", "interval", "money", "oid", "macaddr", "hstore", "point"})
    void arrays_of_what_zero_cannot_take_apart_would_arrive_garbled(String element) {
        assertThat(TypeRule.of(array(element + "[]", plain(element), 1)))
                .isInstanceOfSatisfying(Dropped.class, dropped -> {
                    assertThat(dropped.aborts()).isFalse();
                    assertThat(dropped.reason()).contains(element + "[]").contains("garbled");
                    assertThat(dropped.using()).isEqualTo("to_jsonb({})");
                });
        assertThat(TypeRule.of(array("email[]", new ReplicatedType.Domain("email", "integer"), 1)))
                .isInstanceOf(Dropped.class);
    }

    @Test
    void an_array_without_declared_dimensions_may_not_be_published() {
        assertThat(TypeRule.of(array("text[]", plain("text"), 0))).isInstanceOfSatisfying(Dropped.class, dropped -> {
            assertThat(dropped.aborts()).isTrue();
            assertThat(dropped.type()).isEqualTo("text[]");
        });
    }

    @Test
    void a_domain_is_dropped_for_what_it_stands_over() {
        assertThat(TypeRule.of(new ReplicatedType.Domain("email", "character varying(80)")))
                .isEqualTo(new Dropped(
                        false,
                        "Zero does not sync the type email, a domain over character varying(80)",
                        "character varying(80)",
                        ""));
        assertThat(TypeRule.of(new ReplicatedType.Domain("tags", "text[]")))
                .isInstanceOfSatisfying(
                        Dropped.class, dropped -> assertThat(dropped.aborts()).isTrue());
    }

    @Test
    void composites_and_ranges_are_dropped() {
        assertThat(TypeRule.of(new ReplicatedType.Other("address", "composite")))
                .isEqualTo(new Dropped(
                        false, "Zero does not sync the type address, a composite type", "jsonb", "to_jsonb({})"));
        assertThat(TypeRule.of(new ReplicatedType.Other("int4range", "range")))
                .isEqualTo(new Dropped(false, "Zero does not sync the type int4range, a range type", "text", ""));
    }

    private static ReplicatedType plain(String name) {
        return new ReplicatedType.Plain(name, name);
    }

    private static ReplicatedType enumeration(String sql, String... members) {
        return new ReplicatedType.Enumeration(sql, List.of(members));
    }

    private static ReplicatedType array(String sql, ReplicatedType element, int dimensions) {
        return new ReplicatedType.Array(sql, element, dimensions);
    }

    @Test
    void labels_that_the_copy_would_take_for_numbers_are_left_out() {
        assertThat(TypeRule.of(new ReplicatedType.Enumeration("print_size", List.of("a", "007"))))
                .isInstanceOf(TypeVerdict.Dropped.class);
        assertThat(TypeRule.of(new ReplicatedType.Enumeration("print_size", List.of("a", "b7"))))
                .isInstanceOf(TypeVerdict.Synced.class);
        assertThat(TypeRule.of(new ReplicatedType.Enumeration("size", List.of("007"))))
                .isInstanceOf(TypeVerdict.Synced.class);
    }
}
