package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A type keeps its spelling from source to target; what is a user's own is known by its schema and refused. */
class DeclaredTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "smallint",
                "bigint",
                "numeric",
                "numeric(12,4)",
                "numeric(5,-2)",
                "numeric(3,5)",
                "real",
                "character varying(20)",
                "character(5)",
                "\"char\"",
                "timestamp without time zone",
                "timestamp(3) with time zone",
                "time(0) without time zone",
                "interval day to second(3)",
                "interval(3)",
                "bit(3)",
                "numeric(8,2)[]",
                "character varying(3)[]",
                "tstzmultirange",
                "jsonb"
            })
    void a_type_of_the_servers_own_becomes_itself(String spelled) {
        LogicalType type = DeclaredType.of(spelled);
        NativeType target = new PostgresTypes().nativeType(type, ColumnUse.PLAIN);
        assertThat(target.sql()).isEqualTo(spelled);
        assertThat(target.fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(LogicalType.parse(type.toString())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"app.mood", "public.citext", "app.mood[]", "public.geometry(Point;4326)", "regclass", "pg_node_tree"})
    void what_only_this_database_has_is_unknown(String spelled) {
        assertThat(DeclaredType.of(spelled)).isEqualTo(new LogicalType.Unknown(spelled));
    }
}
