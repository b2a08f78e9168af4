package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;
import org.junit.jupiter.api.Test;

/**
 * The SQL made for SQL Server, word for word, and held against two grammars of T-SQL, none of which knows all of it.
 * {@code -Dgolden.write=true} writes the file anew: read the difference.
 */
class GeneratedSqlTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/mssql/statements.sql");

    /** What neither grammar knows, though the server does, and why. */
    private static final Map<String, String> KNOWN_TO_NEITHER = Map.of(
            "create table 2", "a default of NEXT VALUE FOR, a computed column",
            "hold check", "WITH CHECK CHECK CONSTRAINT",
            "hold foreign key", "WITH CHECK CHECK CONSTRAINT",
            "reset identity", "DECLARE is unknown to one, DBCC to the other",
            "unique index without regard to case 1", "a computed column that is added",
            "unique key over what may be NULL", "IS NOT NULL in an index's filter");

    @Test
    void is_word_for_word_what_was_read_and_found_good() throws IOException {
        String made = SampleStatements.all().entrySet().stream()
                .map(entry -> "-- " + entry.getKey() + "\n" + entry.getValue() + ";\n")
                .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, made);
        }

        assertThat(made).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void is_t_sql_to_one_grammar_or_the_other() {
        Map<String, String> strange = new TreeMap<>();
        SampleStatements.all().forEach((title, sql) -> {
            // Neither grammar knows a bracket or a quote within a name.
            List<String> complaints = complaints(sql.replaceAll("or]]der'+s", "orders"));
            if (complaints.size() == 2) {
                strange.put(title, complaints + "\n" + sql);
            }
        });

        assertThat(strange.keySet())
                .as("%s", String.join("\n", strange.values()))
                .containsExactlyInAnyOrderElementsOf(KNOWN_TO_NEITHER.keySet());
    }

    private static List<String> complaints(String sql) {
        List<String> complaints = new ArrayList<>();
        byShardingSphere(sql, complaints);
        byDruid(sql, complaints);
        return complaints;
    }

    /** It knows single statements, so what is guarded is shown without its guard. */
    private static void byShardingSphere(String sql, List<String> complaints) {
        SQLServerStatementLexer lexer =
                new SQLServerStatementLexer(CharStreams.fromString(GuardedStatement.plain(sql)));
        SQLServerStatementParser parser = new SQLServerStatementParser(new CommonTokenStream(lexer));
        FirstComplaint listener = new FirstComplaint();
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.execute();
        if (!listener.text.isEmpty()) {
            complaints.add("ShardingSphere: " + listener.text);
        }
    }

    private static void byDruid(String sql, List<String> complaints) {
        try {
            SQLUtils.parseStatements(sql, DbType.sqlserver);
        } catch (ParserException e) {
            complaints.add("Druid: " + e.getMessage());
        }
    }

    /** Keeps the first thing that a grammar does not like. */
    private static final class FirstComplaint extends BaseErrorListener {
        private String text = "";

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            if (text.isEmpty()) {
                text = line + ":" + column + " " + message.replaceFirst("expecting .*", "");
            }
        }
    }
}
