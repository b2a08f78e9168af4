package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pg_get_expr prints, read and said again in PostgreSQL: the portable form, not the words as they were. */
class PostgresReadingTest {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("qty", "integer"),
            Map.entry("price", "numeric(10,2)"),
            Map.entry("ratio", "double precision"),
            Map.entry("status", "character varying(20)"),
            Map.entry("note", "text"),
            Map.entry("Mixed Case", "text"),
            Map.entry("country", "character(2)"),
            Map.entry("born", "date"),
            Map.entry("made", "timestamp without time zone"),
            Map.entry("seen", "timestamp with time zone"),
            Map.entry("active", "boolean"),
            Map.entry("id", "uuid"),
            Map.entry("data", "jsonb"),
            Map.entry("raw", "bytea"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(qty > 0); (\"qty\" > 0)",
                "((price >= (0)::numeric) AND (price <> 1.5)); ((\"price\" >= 0) AND (\"price\" <> 1.5))",
                "((status)::text = 'new'::text); (\"status\" = 'new')",
                "((status)::text = ANY ((ARRAY['new'::character varying, 'it''s'::character varying])::text[]))"
                        + "; ((\"status\" = 'new') OR (\"status\" = 'it''s'))",
                "((status)::text <> ALL ('{a,b}'::text[])); (NOT ((\"status\" = 'a') OR (\"status\" = 'b')))",
                "(qty = ANY (ARRAY[1, 2, 3])); ((\"qty\" = 1) OR (\"qty\" = 2) OR (\"qty\" = 3))",
                "(\"Mixed Case\" IS NOT NULL); (\"Mixed Case\" IS NOT NULL)",
                "((note ~~ 'a%'::text) OR (note !~~ '%b'::text))"
                        + "; ((\"note\" LIKE 'a%' ESCAPE '') OR (NOT (\"note\" LIKE '%b' ESCAPE '')))",
                "(note ~~* 'A%'::text); (\"note\" COLLATE \"C\" ILIKE 'A%' ESCAPE '')",
                "(born >= '1900-01-01'::date); (\"born\" >= '1900-01-01')",
                "(made > '2020-02-03 04:05:06.5'::timestamp without time zone)"
                        + "; (\"made\" > '2020-02-03 04:05:06.5')",
                "(NOT active); (NOT (\"active\"))",
                "(active IS TRUE); (CASE WHEN \"active\" THEN TRUE ELSE FALSE END)",
                "(length(note) > 3); (char_length(\"note\") > 3)",
                "(lower(note) = note); (lower(\"note\") = \"note\")",
                "(((qty)::numeric * 0.5) < price); ((\"qty\"::bigint * 0.5) < \"price\")",
                "((qty / 2) > (- 1)); ((\"qty\"::bigint / NULLIF(2, 0)) > (-1))",
                "((qty % 2) = 0); ((\"qty\"::bigint % NULLIF(2, 0)) = 0)",
                "(COALESCE(qty, 0) > 1); (COALESCE(\"qty\", 0) > 1)",
                "\"substring\"(note, 1, 3); substr(\"note\", 1, 3)",
                "SUBSTRING(note FROM 1 FOR 3); substr(\"note\", 1, 3)",
                "TRIM(BOTH FROM note); btrim(\"note\")",
                "((note || ' '::text) || (qty)::text); ((\"note\" || ' ') || (\"qty\")::text)",
                "CASE WHEN (qty > 1) THEN 'many'::text ELSE 'few'::text END"
                        + "; (CASE WHEN (\"qty\" > 1) THEN 'many' ELSE 'few' END)",
                "CASE status WHEN 'a'::text THEN 1 ELSE 2 END; (CASE WHEN (\"status\" = 'a') THEN 1 ELSE 2 END)",
                "(country = 'DE'::bpchar); (\"country\" = 'DE')",
                "(id = '00000000-0000-0000-0000-00000000000A'::uuid)"
                        + "; (\"id\" = '00000000-0000-0000-0000-00000000000a')",
                "((qty >= 1) AND (qty <= 5)); ((\"qty\" >= 1) AND (\"qty\" <= 5))",
                "(ratio > '-1'::integer); (\"ratio\" > (-1))",
                "(octet_length(raw) > 4); (octet_length(\"raw\") > 4)",
                "abs(qty); abs(\"qty\"::bigint)",
                "(note IS DISTINCT FROM 'x'::text); ((\"note\" IS NULL) OR (\"note\" <> 'x'))",
                "(note IS NOT DISTINCT FROM status); ((((\"note\" IS NOT NULL) AND (\"status\" IS NOT NULL))"
                        + " AND (\"note\" = \"status\")) OR ((\"note\" IS NULL) AND (\"status\" IS NULL)))",
            })
    void an_expression_keeps_its_meaning(String catalog, String portable) {
        assertThat(saidAgain(catalog)).isEqualTo(portable);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(note > 'm'::text); it puts texts in an order, which each engine has of its own",
                "(note ~ '^a'::text); the operator ~ has no portable meaning here",
                "((price / (3)::numeric) > (1)::numeric)"
                        + "; a division of decimals, which each engine rounds its own way",
                "((qty / qty) > 1); it divides by what may be zero, which is an error for some engines and NULL for others",
                "(note ~~ 'a\\_b'::text); a pattern with an escape",
                "(data @> '{}'::jsonb); the operator @> has no portable meaning here",
                "public.is_odd(qty); it calls public.is_odd, which is not one of the engine's own functions",
                "is_odd(qty); the function is_odd has no exact counterpart elsewhere",
                "(note = 'x'::text COLLATE \"my_ci\"); dmt does not know what the collation my_ci takes for equal",
                "(seen > '2020-01-01'::timestamp with time zone); a constant is no timestamp with zone",
                "EXTRACT(year FROM born); the function extract has no exact counterpart elsewhere",
                "(note = 'oops); a text is not closed",
                "(gone > 1); it names gone, which is no column of the table",
            })
    void what_may_mean_something_else_is_refused_with_its_reason(String catalog, String reason) {
        Parsed elsewhere = elsewhere(new PostgresSourceTypes(UserTypes.NONE).parse(catalog, table()));
        assertThat(elsewhere).isEqualTo(new Parsed.Refused(reason));
    }

    static Parsed elsewhere(Parsed parsed) {
        Expression own = parsed.expression().orElseThrow();
        return ((Expression.Verbatim) own).elsewhere();
    }

    private static String saidAgain(String catalog) {
        Parsed elsewhere = elsewhere(new PostgresSourceTypes(UserTypes.NONE).parse(catalog, table()));
        assertThat(elsewhere).isInstanceOf(Parsed.Portable.class);
        Rendering rendering = new PostgresDdl().render(elsewhere.expression().orElseThrow(), columns());
        assertThat(rendering).isInstanceOf(Rendering.Sql.class);
        return ((Rendering.Sql) rendering).text();
    }

    private static Map<String, RenderedColumn> columns() {
        Map<String, RenderedColumn> columns = new TreeMap<>();
        TYPES.forEach((name, type) -> columns.put(name, new RenderedColumn(name, new PostgresReading().type(type))));
        return columns;
    }

    private static Table table() {
        List<Column> columns = TYPES.entrySet().stream()
                .map(column -> new Column(
                        column.getKey(),
                        column.getValue(),
                        true,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new Table(
                TableName.of("t"),
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }
}
