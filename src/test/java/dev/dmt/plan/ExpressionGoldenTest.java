package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.mssql.MssqlExpressions;
import dev.dmt.engine.mysql.MysqlExpressions;
import dev.dmt.engine.oracle.OracleExpressions;
import dev.dmt.engine.postgres.PostgresWords;
import dev.dmt.engine.sqlite.expression.SqliteTargetExpressions;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each engine's catalog prints, and what every other engine makes of it. A file an engine: lines that begin with a word
 * and "> " are the source's texts, the lines below them are written by this test with -Ddocs.write=true.
 */
class ExpressionGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/expressions");

    private static final Map<String, String> NAMES = Map.of(
            "qty", "integer(32)",
            "price", "decimal(10,2)",
            "ratio", "float(64)",
            "status", "text(20)",
            "note", "text",
            "born", "date",
            "made", "timestamp",
            "active", "boolean",
            "ref", "uuid");

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "mysql", "mssql", "oracle"})
    void every_engine_says_the_same(String source) throws IOException {
        Path file = FOLDER.resolve(source + ".txt");
        List<String> kept = Files.readAllLines(file);
        List<String> written = new ArrayList<>();
        for (String line : kept) {
            if (line.startsWith("condition> ")) {
                written.add(line);
                written.addAll(translations(source, line.substring("condition> ".length())));
            } else if (line.startsWith("default> ")) {
                written.add(line);
                written.addAll(defaults(source, line.substring("default> ".length())));
            } else if (line.isEmpty() || line.startsWith("#")) {
                written.add(line);
            }
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.write(file, written);
        } else {
            assertThat(kept).containsExactlyElementsOf(written);
        }
    }

    private static List<String> translations(String source, String sql) {
        Parsed parsed = reader(source).apply(sql, table(source));
        return lines(source, parsed, expression -> conditions(source, expression));
    }

    /** A default's text is the type of its column, a blank bar, and what the catalog prints. */
    private static List<String> defaults(String source, String line) {
        int bar = line.indexOf(" | ");
        String type = line.substring(0, bar);
        Parsed parsed = defaultReader(source, line.substring(bar + 3));
        return lines(source, parsed, expression -> defaults(expression, LogicalType.parse(type)));
    }

    private static List<String> lines(
            String source, Parsed parsed, Function<Expression, Map<String, Rendering>> writers) {
        Parsed elsewhere = ((Expression.Verbatim) parsed.expression().orElseThrow()).elsewhere();
        if (elsewhere instanceof Parsed.Refused refused) {
            return List.of("  refused: " + refused.reason());
        }
        List<String> lines = new ArrayList<>();
        Parsed.Portable portable = (Parsed.Portable) elsewhere;
        portable.notes().forEach(note -> lines.add("  note: " + note));
        writers.apply(portable.value()).forEach((engine, rendering) -> {
            if (!engine.equals(source)) {
                lines.add("  " + engine + ": "
                        + (rendering instanceof Rendering.Sql said
                                ? said.text()
                                : "-- " + ((Rendering.Refused) rendering).reason()));
            }
        });
        return lines;
    }

    private static Map<String, Rendering> conditions(String source, Expression expression) {
        Map<String, RenderedColumn> columns = columns(source);
        Map<String, Rendering> said = new TreeMap<>();
        said.put("postgres", PostgresWords.target().renderCondition(expression, columns));
        said.put("mysql", MysqlExpressions.renderCondition(expression, columns));
        said.put("mssql", MssqlExpressions.renderCondition(expression, columns));
        said.put("oracle", OracleExpressions.renderCondition(expression, columns));
        said.put("sqlite", SqliteTargetExpressions.renderCondition(expression, columns));
        return said;
    }

    private static Map<String, Rendering> defaults(Expression parsed, LogicalType type) {
        Parsed fitted = DefaultValue.fit(parsed, type, "declared");
        if (fitted instanceof Parsed.Refused refused) {
            return Map.of("nowhere", new Rendering.Refused(refused.reason()));
        }
        Expression expression = fitted.expression().orElseThrow();
        Map<String, Rendering> said = new TreeMap<>();
        said.put("postgres", PostgresWords.target().renderDefault(expression, type));
        said.put("mysql", MysqlExpressions.renderDefault(expression, type));
        said.put("mssql", MssqlExpressions.renderDefault(expression, type));
        said.put("oracle", OracleExpressions.renderDefault(expression, type));
        said.put("sqlite", SqliteTargetExpressions.renderDefault(expression, type));
        return said;
    }

    private static BiFunction<String, Table, Parsed> reader(String engine) {
        return switch (engine) {
            case "postgres" -> PostgresWords.source()::parse;
            case "mysql" -> MysqlExpressions::parse;
            case "mssql" -> MssqlExpressions::parse;
            default -> OracleExpressions::parse;
        };
    }

    private static Parsed defaultReader(String engine, String sql) {
        return switch (engine) {
            case "postgres" -> PostgresWords.source().parseDefault(sql);
            case "mysql" -> MysqlExpressions.parseDefault(sql);
            case "mssql" -> MssqlExpressions.parseDefault(sql);
            default -> OracleExpressions.parseDefault(sql);
        };
    }

    private static Map<String, RenderedColumn> columns(String source) {
        Map<String, RenderedColumn> columns = new TreeMap<>();
        NAMES.forEach((name, type) -> columns.put(
                shown(source, name),
                new RenderedColumn(
                        name,
                        LogicalType.parse(source.equals("oracle") && name.equals("born") ? "timestamp(0)" : type))));
        return columns;
    }

    private static Table table(String engine) {
        List<Column> columns =
                NAMES.keySet().stream().map(name -> column(engine, name)).toList();
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

    private static Column column(String engine, String name) {
        boolean text = name.equals("status") || name.equals("note");
        Optional<String> collation = !text
                ? Optional.empty()
                : switch (engine) {
                    case "mysql" -> Optional.of(name.equals("note") ? "utf8mb4_0900_bin" : "utf8mb4_0900_ai_ci");
                    case "mssql" ->
                        Optional.of(name.equals("note") ? "Latin1_General_100_BIN2" : "SQL_Latin1_General_CP1_CI_AS");
                    default -> Optional.empty();
                };
        String shown = engine.equals("oracle") ? name.toUpperCase(java.util.Locale.ROOT) : name;
        return new Column(shown, declared(engine, name), true, Optional.empty(), false, Optional.empty(), collation);
    }

    private static String shown(String engine, String name) {
        return engine.equals("oracle") ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String declared(String engine, String name) {
        boolean oracle = engine.equals("oracle");
        boolean mssql = engine.equals("mssql");
        return switch (name) {
            case "qty" -> oracle ? "NUMBER(10)" : mssql ? "int" : "integer";
            case "price" -> oracle ? "NUMBER(10,2)" : "numeric(10,2)";
            case "ratio" ->
                oracle ? "BINARY_DOUBLE" : mssql ? "float" : engine.equals("mysql") ? "double" : "double precision";
            case "status" ->
                oracle
                        ? "VARCHAR2(20)"
                        : mssql ? "nvarchar(20)" : engine.equals("mysql") ? "varchar(20)" : "character varying(20)";
            case "note" -> oracle ? "VARCHAR2(4000)" : mssql ? "nvarchar(max)" : "text";
            case "born" -> oracle ? "DATE" : "date";
            case "made" ->
                oracle
                        ? "TIMESTAMP(6)"
                        : mssql
                                ? "datetime2(7)"
                                : engine.equals("mysql") ? "datetime(6)" : "timestamp without time zone";
            case "active" -> oracle ? "NUMBER(1)" : mssql ? "bit" : engine.equals("mysql") ? "tinyint(1)" : "boolean";
            default -> oracle ? "RAW(16)" : mssql ? "uniqueidentifier" : "uuid";
        };
    }
}
