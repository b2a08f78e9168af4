package dev.dmt.engine.contract;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The table that every torture schema has, read by a plain driver: a second opinion on what a migration left. */
final class Facts {
    static final List<String> EXPECTED = List.of(
            "1|-9223372036854775808|-99999999999999999999.9999999999|plain|1970-01-01|1970-01-01 00:00:00|00",
            "2|9223372036854775807|99999999999999999999.9999999999|ü😀 \"q\" 's', \\|2024-02-29"
                    + "|2024-02-29 23:59:59.999999|00ff5c2e",
            "3|0|0.0000000001|trailing  |1500-03-01|1500-03-01 12:00:00.000001|20",
            "4|∅|∅|∅|∅|∅|∅");
    private static final List<String> COLUMNS = List.of("id", "whole", "exact", "words", "day", "moment", "bytes");

    private Facts() {}

    static List<String> heldBy(TestDatabase database) {
        String columns =
                COLUMNS.stream().map(column -> database.dialect().quote(column)).collect(Collectors.joining(", "));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT " + columns + " FROM " + database.table("facts") + " ORDER BY 1")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(ResultSet result) throws SQLException {
        String exact = result.getString(3);
        String moment = result.getString(6);
        String day = result.getString(5);
        byte[] bytes = result.getBytes(7);
        return Arrays.asList(
                        result.getString(1),
                        result.getString(2),
                        exact == null
                                ? null
                                : new BigDecimal(exact).stripTrailingZeros().toPlainString(),
                        result.getString(4),
                        day == null ? null : day.substring(0, 10),
                        moment == null ? null : plain(moment),
                        bytes == null ? null : HexFormat.of().formatHex(bytes))
                .stream()
                .map(value -> value == null ? "∅" : value)
                .collect(Collectors.joining("|"));
    }

    /** As every driver writes a moment, without zeros that only some of them write. */
    private static String plain(String moment) {
        String spaced = moment.replace('T', ' ');
        return spaced.contains(".") ? spaced.replaceFirst("\\.?0*$", "") : spaced;
    }
}
