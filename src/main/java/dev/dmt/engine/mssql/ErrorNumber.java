package dev.dmt.engine.mssql;

import dev.dmt.error.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What SQL Server's error numbers mean. */
final class ErrorNumber {
    private static final Set<Integer> AUTHENTICATION = Set.of(18452, 18456, 18461, 18470, 18486, 18487, 18488, 40607);

    private static final Set<Integer> PERMISSION =
            Set.of(229, 230, 262, 297, 300, 371, 916, 1088, 2760, 4834, 5011, 7601, 15151, 15247, 21089, 40615);

    private static final Set<Integer> CONFIGURATION = Set.of(911, 927, 4060, 4064, 3952, 3726, 4712, 3732, 33104);

    private static final Set<Integer> TRANSIENT = Set.of(
            // lost or refused for now
            -2,
            20,
            64,
            121,
            233,
            596,
            601,
            617,
            921,
            922,
            924,
            942,
            952,
            976,
            983,
            988,
            1807,
            3624,
            5030,
            6005,
            10053,
            10054,
            10060,
            10061,
            10928,
            10929,
            11001,
            14355,
            17142,
            17830,
            18401,
            40143,
            40197,
            40501,
            40540,
            40613,
            49918,
            49919,
            49920,
            // in one another's way
            1204,
            1205,
            1222,
            3960,
            3961,
            3935,
            3951,
            41301,
            41302,
            41305,
            41325,
            41839,
            // time and memory
            701,
            802,
            8628,
            8645,
            8651,
            8902);

    private static final Set<Integer> STORAGE_FULL = Set.of(1101, 1105, 3257, 5123, 5149, 9002, 40544);

    private static final Set<Integer> DATA = Set.of(
            // shape of the database
            207,
            208,
            213,
            1505,
            1750,
            1776,
            1779,
            1785,
            1946,
            1919,
            2627,
            2601,
            2714,
            2705,
            4902,
            4922,
            4924,
            8655,
            // values
            220,
            232,
            235,
            241,
            242,
            244,
            245,
            248,
            257,
            295,
            296,
            515,
            517,
            529,
            530,
            544,
            545,
            547,
            550,
            2628,
            4815,
            4819,
            4863,
            4864,
            4866,
            6522,
            8114,
            8115,
            8134,
            8152,
            8169,
            9402,
            9403,
            9410,
            9411,
            9420,
            9436,
            9455,
            206,
            402,
            468,
            1908,
            1911,
            7713,
            7719,
            9819);

    /** Those that quote what a row holds. */
    private static final Set<Integer> QUOTING =
            Set.of(220, 232, 241, 244, 245, 248, 517, 1505, 2601, 2627, 2628, 4864, 6522, 8115, 8152, 9420, 9436, 9455);

    /** A view or column that is not there, or may not be seen. */
    private static final Set<Integer> REFUSED_QUESTION =
            Set.of(195, 207, 208, 229, 230, 297, 300, 371, 4121, 15151, 33557097, 40515, 40517);

    private static final int NO_OBJECT = 208;
    private static final Set<Integer> CONTENTION = Set.of(1205, 1222, 2601, 2627, 3960, 3961, 3951);

    private ErrorNumber() {}

    static Optional<ErrorCode> meaning(int number) {
        if (AUTHENTICATION.contains(number)) {
            return Optional.of(ErrorCode.AUTHENTICATION);
        } else if (PERMISSION.contains(number)) {
            return Optional.of(ErrorCode.PERMISSION);
        } else if (CONFIGURATION.contains(number)) {
            return Optional.of(ErrorCode.CONFIG);
        } else if (TRANSIENT.contains(number)) {
            return Optional.of(ErrorCode.TRANSIENT);
        } else if (STORAGE_FULL.contains(number)) {
            return Optional.of(ErrorCode.STORAGE_FULL);
        }
        return DATA.contains(number) ? Optional.of(ErrorCode.DATA) : Optional.empty();
    }

    static boolean quotesValues(int number) {
        return QUOTING.contains(number);
    }

    /** What to say in place of the words of an error that quotes values. */
    static String describe(int number) {
        return switch (number) {
            case 2601, 2627, 1505 -> "two rows have the same key";
            case 2628, 8152 -> "a value is longer than its column";
            case 220, 232, 244, 248, 8115 -> "a number is out of its column's range";
            case 241, 517 -> "a text is no date or time, or one out of range";
            case 245, 4864 -> "a text is no value of its column's type";
            case 9420, 9436, 9455 -> "a text is no XML";
            case 6522 -> "a value is no shape, or no path of a hierarchy";
            default -> "a value does not fit";
        };
    }

    static boolean isMissingTable(int number) {
        return number == NO_OBJECT;
    }

    static boolean isContention(int number) {
        return CONTENTION.contains(number);
    }

    /**
     * True where the server has no such view, column or function, or does not show it. Those who speak as SQL Server does
     * may say so by a number of their own, or by 0 and a state of PostgreSQL's.
     */
    static boolean isRefusedQuestion(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return REFUSED_QUESTION.contains(e.getErrorCode()) || state.startsWith("42") || state.startsWith("S0");
    }
}
