package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only PostgreSQL has goes to every other engine in a portable form, and arrives as it was read. */
class OwnTypesIT {
    @TempDir
    private Path folder;

    static Stream<TestEngine> others() {
        return TestEngine.all().stream().filter(engine -> engine != TestEngine.POSTGRES);
    }

    @ParameterizedTest
    @MethodSource("others")
    void types_of_postgres_alone_arrive_elsewhere(TestEngine to) {
        try (TestDatabase source = TestEngine.POSTGRES.fresh();
                TestDatabase target = to.fresh()) {
            ContractTarget.requireBuilt(to, target);
            source.execute(
                    "CREATE TYPE mood AS ENUM ('sad', 'it''s ok')",
                    "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                    "CREATE TYPE pair AS (a integer, b text)",
                    "CREATE SEQUENCE numbers START WITH 40",
                    "CREATE TABLE own (id integer DEFAULT nextval('numbers') PRIMARY KEY, m mood DEFAULT 'sad',"
                            + " d positive, p pair, i interval, a integer[], t text[], b bit(3), x xml, n inet,"
                            + " c char(5), o oid, y money, r int4range, z time with time zone, s numeric(5,-2),"
                            + " k timestamp(3), e mood[])",
                    "COMMENT ON TABLE own IS 'all of it'",
                    "INSERT INTO own (m, d, p, i, a, t, b, x, n, c, o, y, r, z, s, k, e) SELECT 'it''s ok', g,"
                            + " ROW(g, 'x y')::pair, g * interval '1 month 2 days 3.5 seconds', ARRAY[g, NULL],"
                            + " ARRAY['a \"b\"', ''], '101', '<a>1</a>', '10.0.0.1', 'ab', 4294967295, 12.5,"
                            + " '[1,5)', '10:00+02', 12345, timestamp '2020-01-02 03:04:05.678', '{sad}'"
                            + " FROM generate_series(1, 20) AS g",
                    "INSERT INTO own (m) VALUES (NULL)");
            MatrixRun run = new MatrixRun(folder, source, target);
            run.config("drop_recreate");

            MatrixRun.Result moved = run.dmt("run", "--yes");
            assertThat(moved.exitStatus()).as(moved.said()).isZero();
            MatrixRun.Result checked = run.dmt("validate", "--checksum");
            assertThat(checked.exitStatus()).as(checked.said()).isZero();
            String id = target.dialect().quote("id");
            assertThat(target.query("SELECT COUNT(*), MIN(" + id + "), MAX(" + id + ") FROM " + target.table("own")))
                    .containsExactly("21|40|60");
            List<String> first = target.query("SELECT "
                    + Stream.of("m", "i", "a", "n", "c")
                            .map(target.dialect()::quote)
                            .collect(Collectors.joining(", "))
                    + " FROM " + target.table("own") + " WHERE " + id + " = 41");
            assertThat(first).hasSize(1);
            assertThat(first.get(0).replace(" ", "")).startsWith("it'sok|P2M4DT7S|[2,null]|10.0.0.1|ab");
            MatrixRun.Result explained = run.dmt("explain", "--fail-on", "lossy");
            assertThat(explained.exitStatus()).as(explained.said()).isZero();
            assertThat(run.dmt("explain", "--fail-on", "widened").exitStatus()).isEqualTo(65);
        }
    }
}
