package dev.dmt.engine.oracle;

import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * DDL made safe to repeat by a look into the dictionary, as servers before 23 know no IF NOT EXISTS. What is guarded is a
 * literal of the block, in pieces where it is long: a literal ends at 32,767 bytes.
 */
final class GuardedStatement {
    private static final int LONGEST_PIECE = 8_000;
    private static final String COUNT = "DECLARE found PLS_INTEGER; BEGIN SELECT COUNT(*) INTO found FROM ";
    private static final String RUN = "EXECUTE IMMEDIATE ";
    private static final Pattern GUARDED = Pattern.compile(
            "DECLARE found PLS_INTEGER; BEGIN SELECT .*? THEN (?:BEGIN )?EXECUTE IMMEDIATE (.*); (?:EXCEPTION .*)?END IF; END;",
            Pattern.DOTALL);
    private static final Pattern PIECE = Pattern.compile("'((?:[^']++|'')*+)'");

    private GuardedStatement() {}

    /** What is guarded; the statement itself where nothing is. */
    static String plain(String statement) {
        Matcher guarded = GUARDED.matcher(statement);
        if (!guarded.matches()) {
            return statement;
        }
        Matcher piece = PIECE.matcher(guarded.group(1));
        List<String> pieces = new ArrayList<>();
        while (piece.find()) {
            pieces.add(piece.group(1).replace("''", "'"));
        }
        return String.join("", pieces);
    }

    /** @param place what follows FROM in the question whether it is there */
    static String unlessThere(String place, String statement) {
        return COUNT + place + "; IF found = 0 THEN " + run(statement) + " END IF; END;";
    }

    static String whereThere(String place, String statement) {
        return COUNT + place + "; IF found > 0 THEN " + run(statement) + " END IF; END;";
    }

    /** @param error the number of the error by which the server says that there is nothing to do */
    static String unlessThereOr(String place, int error, String statement) {
        return COUNT + place + "; IF found = 0 THEN BEGIN " + run(statement)
                + " EXCEPTION WHEN OTHERS THEN IF SQLCODE <> -" + error + " THEN RAISE; END IF; END; END IF; END;";
    }

    private static String run(String statement) {
        if (statement.length() <= LONGEST_PIECE) {
            return RUN + OracleIdentifiers.literal(statement) + ";";
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < statement.length(); ) {
            int to = Math.min(statement.length(), from + LONGEST_PIECE);
            if (to < statement.length() && Character.isHighSurrogate(statement.charAt(to - 1))) {
                to--;
            }
            pieces.add(statement.substring(from, to));
            from = to;
        }
        return RUN
                + pieces.stream()
                        .map(piece -> "TO_CLOB(" + OracleIdentifiers.literal(piece) + ")")
                        .collect(Collectors.joining(" || "))
                + ";";
    }

    static String table(TableName table) {
        return "ALL_TABLES WHERE OWNER = " + OracleIdentifiers.literal(table.schema()) + " AND TABLE_NAME = "
                + OracleIdentifiers.literal(table.name());
    }

    static String constraint(TableName table, String name) {
        return constraints(table) + " AND CONSTRAINT_NAME = " + OracleIdentifiers.literal(name);
    }

    static String primaryKey(TableName table) {
        return constraints(table) + " AND CONSTRAINT_TYPE = 'P'";
    }

    private static String constraints(TableName table) {
        return "ALL_CONSTRAINTS WHERE OWNER = " + OracleIdentifiers.literal(table.schema()) + " AND TABLE_NAME = "
                + OracleIdentifiers.literal(table.name());
    }

    static String index(TableName table, String name) {
        return "ALL_INDEXES WHERE TABLE_OWNER = " + OracleIdentifiers.literal(table.schema()) + " AND TABLE_NAME = "
                + OracleIdentifiers.literal(table.name()) + " AND INDEX_NAME = " + OracleIdentifiers.literal(name);
    }

    static String sequence(TableName sequence) {
        return "ALL_SEQUENCES WHERE SEQUENCE_OWNER = " + OracleIdentifiers.literal(sequence.schema())
                + " AND SEQUENCE_NAME = " + OracleIdentifiers.literal(sequence.name());
    }

    static String user(String name) {
        return "ALL_USERS WHERE USERNAME = " + OracleIdentifiers.literal(name);
    }
}
