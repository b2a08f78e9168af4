package dev.dmt.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;

/** Another's grammar of Oracle's SQL, which knows nothing of dmt. */
final class OracleGrammar {
    private OracleGrammar() {}

    /** What is wrong with a statement; empty where the grammar takes it. */
    static List<String> complaints(String sql) {
        List<String> complaints = new ArrayList<>();
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int place,
                    String message,
                    RecognitionException cause) {
                complaints.add(line + ":" + place + " " + message);
            }
        };
        OracleStatementLexer lexer = new OracleStatementLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        OracleStatementParser parser = new OracleStatementParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        // The full strength of the algorithm takes minutes for this grammar, and finds nothing else right.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.execute();
        return complaints;
    }
}
