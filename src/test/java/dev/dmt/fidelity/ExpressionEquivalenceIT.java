package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.Engines;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.mysql.MysqlExpressions;
import dev.dmt.engine.postgres.PostgresWords;
import dev.dmt.engine.sqlite.expression.SqliteTargetExpressions;
import dev.dmt.plan.DefaultFitting;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.testing.TestMariaDb;
import dev.dmt.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows in several engines: what the source's condition says of each, the translated one says too. */
class ExpressionEquivalenceIT {
    private static final List<String> POSTGRES_TYPES = List.of(
            "integer",
            "numeric(10,2)",
            "double precision",
            "character varying(20)",
            "text",
            "date",
            "timestamp without time zone",
            "boolean",
            "character varying(2)");
    private static final List<String> MYSQL_TYPES = List.of(
            "int", "decimal(10,2)", "double", "varchar(20)", "text", "date", "datetime(6)", "tinyint(1)", "varchar(2)");
    private static final List<String> SQLITE_TYPES =
            List.of("INTEGER", "DECIMAL(10,2)", "REAL", "TEXT", "TEXT", "DATE", "TIMESTAMP", "BOOLEAN", "TEXT");

    private static DatabaseConfig postgresConfig;
    private static DatabaseConfig mariadbConfig;
    private static Connection postgres;
    private static Connection mariadb;
    private static Connection sqlite;
    private static String collation = "";

    @BeforeAll
    static void fill() throws SQLException {
        postgresConfig = TestPostgres.newest().freshDatabase();
        postgres = TestPostgres.connect(postgresConfig);
        TrickyRows.fill(postgres, POSTGRES_TYPES);
        mariadbConfig = TestMariaDb.server().freshDatabase();
        mariadb = TestMariaDb.connect(mariadbConfig);
        TrickyRows.fill(mariadb, MYSQL_TYPES);
        collation = TrickyRows.ask(
                mariadb,
                "SELECT collation_name FROM information_schema.columns"
                        + " WHERE table_schema = database() AND column_name = 'note'");
        sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
        TrickyRows.fill(sqlite, SQLITE_TYPES);
    }

    @AfterAll
    static void close() throws SQLException {
        postgres.close();
        mariadb.close();
        sqlite.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qty > 0",
                "qty - 1 > price",
                "qty::bigint * 2 - 1 BETWEEN 0 AND 5",
                "qty / 2 = -1",
                "qty / 2 = 1 OR qty % 2 = -1",
                "price = 0.5",
                "price IN (0, 1.5, 10.1)",
                "ratio < 1 AND NOT active",
                "ratio / 2 > 0.5",
                "ratio * 0.1 > 0.04",
                "abs(qty) = 3",
                "active",
                "active IS NOT TRUE",
                "active = (qty > 0)",
                "status = 'new'",
                "status <> 'new'",
                "status IN ('new', 'old')",
                "status NOT IN ('New', '')",
                "status = ''",
                "status IS DISTINCT FROM 'new'",
                "status = note",
                "status = country || 'new'",
                "note LIKE 'a%'",
                "note NOT LIKE '%a'",
                "note LIKE 'a__'",
                "note LIKE 'x[y]*?'",
                "note LIKE 'it''s'",
                "note ILIKE 'A%'",
                "length(note) = 3",
                "length(trim(status)) = 3",
                "length(ltrim(status)) < length(status)",
                "length(rtrim(status)) < length(status)",
                "substr(note, 1, 2) = 'ad'",
                "substr(note, 2) = 'da'",
                "replace(note, 'a', '') = 'd'",
                "position('D' in note) > 1 OR strpos(note, 'a') = 1",
                "left(note, 2) = 'ad'",
                "upper(status) = 'NEW'",
                "lower(note) = note",
                "coalesce(qty, -1) = -1",
                "coalesce(status, 'none') = 'none'",
                "nullif(status, 'new') IS NULL",
                "CASE WHEN qty > 1 THEN 'many' WHEN qty = 1 THEN 'one' ELSE 'none' END <> 'none'",
                "CASE status WHEN 'new' THEN qty ELSE 0 END = 0",
                "born >= '1900-01-01'",
                "born BETWEEN '1000-01-01' AND '2000-12-31'",
                "made > '2020-01-01'",
                "made = '2020-02-03 04:05:06.5'",
                "made IN ('2020-01-01', '2020-02-03')",
                "born IS NULL OR qty IS NULL",
                "qty::text || country = '0DE'",
                "concat(status, country) = 'newDE'",
                "concat(status, country) = ''",
            })
    void what_postgres_says_of_a_row_the_others_say_too(String condition) throws SQLException {
        Parsed parsed = PostgresWords.source()
                .parse(printedByPostgres(condition), TrickyRows.table(POSTGRES_TYPES, Optional.empty()));
        Expression portable = portable(parsed);
        String expected = TrickyRows.answers(postgres, condition);
        assertThat(inPostgres(portable)).as("PostgreSQL").isEqualTo(expected);
        assertThat(inMariaDb(portable)).as("MariaDB").isEqualTo(expected);
        // In SQLite letters beyond ASCII do not fold, and none is among the rows.
        Rendering rendering = SqliteTargetExpressions.renderCondition(portable, TrickyRows.rendered());
        if (rendering instanceof Rendering.Refused refused) {
            assertThat(refused.reason()).contains("decimals");
        } else {
            assertThat(TrickyRows.answers(sqlite, ((Rendering.Sql) rendering).text()))
                    .as("SQLite")
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qty > 0 and status in ('new','old')",
                "status <> 'NEW'",
                "`status` = 'new' or not active",
                "note like 'A%'",
                "qty div 2 = 1",
                "qty % 2 = -1",
                "price * qty > 1",
                "active = 1",
                "active",
                "active is not true",
                "char_length(note) = 3",
                "ifnull(status,'none') = 'none'",
                "if(qty > 1,'many','few') = 'many'",
                "concat(status,country) = 'newde'",
                "status is null or country = 'de'",
                "case when qty > 1 then 2 else 1 end = 2",
                "born > '1900-01-01'",
                "made between '2020-01-01' and '2020-02-03 04:05:06'",
                "greatest(qty,1) = 1",
                "lcase(status) = 'new'",
            })
    void what_mariadb_says_of_a_row_the_others_say_too(String condition) throws SQLException {
        Parsed parsed = MysqlExpressions.parse(
                printedByMariaDb(condition), TrickyRows.table(MYSQL_TYPES, Optional.of(collation)));
        Expression portable = portable(parsed);
        String expected = TrickyRows.answers(mariadb, condition);
        assertThat(inPostgres(portable)).as("PostgreSQL").isEqualTo(expected);
        assertThat(inMariaDb(portable)).as("MariaDB").isEqualTo(expected);
    }

    /** A condition is of use only where a check may be made of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "qty / 2 = -1 AND ratio / 2 > 0.5 AND qty % 2 <> 0",
                "status IN ('new', 'it''s') OR status = note",
                "note LIKE 'a%' AND note NOT LIKE '%x[' AND note ILIKE 'B%'",
                "length(trim(note)) > 1 AND substr(note, 1, 2) = 'ab' AND replace(note, 'a', 'b') = 'b'",
                "lower(status) = status AND coalesce(status, country, '-') <> ''",
                "born > '1900-01-01' AND made < '2100-01-01' AND active IS NOT FALSE",
                "CASE WHEN qty > 1 THEN active ELSE price IS NULL END",
                "nullif(status, '') IS NOT NULL AND abs(qty) > 1 AND status || country <> 'x'",
            })
    void a_translated_condition_makes_a_check(String condition) throws SQLException {
        Expression portable = portable(PostgresWords.source()
                .parse(printedByPostgres(condition), TrickyRows.table(POSTGRES_TYPES, Optional.empty())));
        Map<String, RenderedColumn> columns = TrickyRows.rendered();
        printedByPostgres(sql(PostgresWords.target().renderCondition(portable, columns)));
        printedByMariaDb(sql(MysqlExpressions.renderCondition(portable, columns)));
        try (var statement = sqlite.createStatement()) {
            statement.execute("CREATE TABLE checked (" + String.join(", ", TrickyRows.COLUMNS) + ", CHECK "
                    + sql(SqliteTargetExpressions.renderCondition(portable, columns)) + ")");
            statement.execute("DROP TABLE checked");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "timestamp with zone; now()",
                "timestamp; now()",
                "timestamp; timezone('utc'::text, now())",
                "date; CURRENT_DATE",
                "time; LOCALTIME",
                "uuid; gen_random_uuid()",
                "text; gen_random_uuid()",
                "text(20); 'it''s'::character varying",
                "text; 'a\\b'::text",
                "json; '{}'::jsonb",
                "boolean; true",
                "integer(32); '-1'::integer",
                "decimal(10,2); 0.5",
                "float(64); 0.25",
                "date; '2020-02-03'::date",
                "timestamp; '2020-02-03 04:05:06.5'::timestamp without time zone",
                "timestamp with zone; '2020-02-03 04:05:06+02'::timestamp with time zone",
                "binary; '\\xdeadbeef'::bytea",
            })
    void a_translated_default_gives_a_value(String type, String printed) throws SQLException {
        Expression fitted =
                DefaultFitting.fit(portable(PostgresWords.source().parseDefault(printed)), LogicalType.parse(type));
        for (Target target : targets()) {
            String column = target.dialect()
                    .types()
                    .nativeType(LogicalType.parse(type), ColumnUse.PLAIN)
                    .sql();
            Rendering rendering = target.dialect().ddl().renderDefault(fitted, LogicalType.parse(type));
            try (var statement = target.connection().createStatement()) {
                statement.execute("CREATE TABLE given (k integer, v " + column + " DEFAULT " + sql(rendering) + ")");
                statement.execute("INSERT INTO given (k) VALUES (1)");
                assertThat(TrickyRows.ask(target.connection(), "SELECT v FROM given"))
                        .as(target.name())
                        .isNotEqualTo("null")
                        .isNotEmpty();
                statement.execute("DROP TABLE given");
            }
        }
    }

    private static List<Target> targets() {
        return List.of(
                new Target("PostgreSQL", dialect(EngineName.POSTGRES, postgresConfig), postgres),
                new Target("MariaDB", dialect(EngineName.MYSQL, mariadbConfig), mariadb),
                new Target("SQLite", dialect(EngineName.SQLITE, mariadbConfig), sqlite));
    }

    private static TargetDialect dialect(EngineName engine, DatabaseConfig config) {
        return Engines.of(engine).dialect(config);
    }

    /** A server to try a default on. */
    private record Target(String name, TargetDialect dialect, Connection connection) {}

    private static Expression portable(Parsed parsed) {
        Expression own = parsed.expression().orElseThrow();
        Parsed elsewhere = ((Expression.Verbatim) own).elsewhere();
        assertThat(elsewhere).isInstanceOf(Parsed.Portable.class);
        return elsewhere.expression().orElseThrow();
    }

    private static String inPostgres(Expression expression) throws SQLException {
        return TrickyRows.answers(
                postgres, sql(PostgresWords.target().renderCondition(expression, TrickyRows.rendered())));
    }

    private static String inMariaDb(Expression expression) throws SQLException {
        return TrickyRows.answers(mariadb, sql(MysqlExpressions.renderCondition(expression, TrickyRows.rendered())));
    }

    private static String sql(Rendering rendering) {
        assertThat(rendering).isInstanceOf(Rendering.Sql.class);
        return ((Rendering.Sql) rendering).text();
    }

    private static String printedByPostgres(String condition) throws SQLException {
        try (var statement = postgres.createStatement()) {
            statement.execute("ALTER TABLE t ADD CONSTRAINT said CHECK (" + condition + ") NOT VALID");
            try {
                return TrickyRows.ask(
                        postgres, "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = 'said'");
            } finally {
                statement.execute("ALTER TABLE t DROP CONSTRAINT said");
            }
        }
    }

    private static String printedByMariaDb(String condition) throws SQLException {
        try (var statement = mariadb.createStatement()) {
            statement.execute("CREATE TABLE empty_t LIKE t");
            try {
                statement.execute("ALTER TABLE empty_t ADD CONSTRAINT said CHECK (" + condition + ")");
                return TrickyRows.ask(
                        mariadb,
                        "SELECT check_clause FROM information_schema.check_constraints"
                                + " WHERE constraint_schema = database() AND constraint_name = 'said'");
            } finally {
                statement.execute("DROP TABLE empty_t");
            }
        }
    }
}
