package dev.dmt.fidelity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tables that nobody would think of: any names, types, keys and values, each value written in its type's one form. */
final class RandomSchema {
    private static final String LETTERS = "abzAZ09_ $%'\"`[];--/*éß漢😀\\?:@#.,()\n\t";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private enum Type {
        INTEGER("INTEGER"),
        BIGINT("BIGINT"),
        REAL("REAL"),
        TEXT("TEXT"),
        VARCHAR("VARCHAR(9)"),
        BLOB("BLOB"),
        DECIMAL("DECIMAL(10,2)"),
        LARGE("DECIMAL_TEXT(30,8)"),
        BOOLEAN("BOOLEAN"),
        DATE("DATE"),
        TIME("TIME"),
        TIMESTAMP("TIMESTAMP"),
        INSTANT("TIMESTAMPTZ"),
        JSON("JSON_TEXT"),
        UUID("UUID"),
        INTERVAL("INTERVAL_TEXT");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        private boolean keys() {
            return this != REAL && this != JSON && this != INTERVAL && this != BLOB;
        }
    }

    /** A table: the first few columns are the key. */
    record Table(String name, List<String> columns, int keyed) {}

    private final Random random;
    private final Path file;
    private final List<Table> tables = new ArrayList<>();

    RandomSchema(long seed, Path file) {
        this.random = new Random(seed);
        this.file = file;
    }

    List<Table> create(int count, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < count; i++) {
                table(statement, name(names), rows);
            }
            connection.commit();
        }
        return tables;
    }

    private void table(Statement statement, String name, int rows) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        List<Type> types = new ArrayList<>();
        int width = 1 + random.nextInt(7);
        int keyed = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(Math.min(3, width));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Type type = Type.values()[random.nextInt(Type.values().length)];
            while (i < keyed && !type.keys()) {
                type = Type.values()[random.nextInt(Type.values().length)];
            }
            types.add(type);
            columns.add(name(names));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            parts.add(quote(columns.get(i)) + " " + types.get(i).sql + (i < keyed ? " NOT NULL" : ""));
        }
        if (keyed > 0) {
            parts.add("PRIMARY KEY ("
                    + columns.stream().limit(keyed).map(RandomSchema::quote).collect(Collectors.joining(", ")) + ")");
        }
        String kind = keyed > 0 && random.nextBoolean() ? " WITHOUT ROWID" : "";
        statement.execute("CREATE TABLE " + quote(name) + " (" + String.join(", ", parts) + ")" + kind);
        for (int i = random.nextInt(rows + 1); i > 0; i--) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                boolean none = column >= keyed && random.nextInt(5) == 0;
                values.add(none ? "NULL" : value(types.get(column)));
            }
            statement.execute("INSERT OR IGNORE INTO " + quote(name) + " VALUES (" + String.join(", ", values) + ")");
        }
        if (width > keyed && types.get(width - 1) != Type.JSON && random.nextBoolean()) {
            statement.execute("CREATE INDEX " + quote(name + " idx") + " ON " + quote(name) + " ("
                    + quote(columns.get(width - 1)) + (random.nextBoolean() ? " DESC" : "") + ")");
        }
        tables.add(new Table(name, columns, keyed));
    }

    private String value(Type type) {
        return switch (type) {
            case INTEGER, BIGINT -> Long.toString(whole());
            case REAL -> {
                double value = random.nextInt(4) == 0 ? random.nextInt(100) : random.nextGaussian() * 1e10;
                yield "CAST(" + value + " AS REAL)";
            }
            case TEXT -> literal(text(12));
            case VARCHAR -> literal(text(9));
            case BLOB -> {
                byte[] bytes = new byte[random.nextInt(6)];
                random.nextBytes(bytes);
                yield "x'" + HexFormat.of().formatHex(bytes) + "'";
            }
            case DECIMAL -> random.nextInt(100_000_000) + "." + (10 + random.nextInt(90));
            case LARGE -> "'" + whole() + "." + (10_000_000 + random.nextInt(9_999_999)) + "'";
            case BOOLEAN -> Integer.toString(random.nextInt(2));
            case DATE -> "'" + day() + "'";
            case TIME ->
                "'"
                        + LocalTime.ofSecondOfDay(random.nextInt(86_400))
                                .format(DateTimeFormatter.ISO_LOCAL_TIME)
                                .concat(":00")
                                .substring(0, 8)
                        + "'";
            case TIMESTAMP -> "'" + moment() + "'";
            case INSTANT -> "'" + moment() + "+00:00'";
            case JSON -> random.nextBoolean() ? "'{\"b\": " + whole() + ",  \"a\":[1.50, null]}'" : "'1.0'";
            case UUID -> "'" + new UUID(random.nextLong(), random.nextLong()) + "'";
            case INTERVAL -> "'P" + (1 + random.nextInt(30)) + "DT" + (1 + random.nextInt(23)) + "H'";
        };
    }

    private long whole() {
        return random.nextLong() >> random.nextInt(64);
    }

    private LocalDate day() {
        return LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000));
    }

    private String moment() {
        LocalDateTime moment =
                LocalDateTime.ofEpochSecond(day().toEpochDay() * 86_400 + random.nextInt(86_400), 0, ZoneOffset.UTC);
        return random.nextBoolean()
                ? moment.format(SECONDS)
                : moment.withNano(1_000 * (1 + random.nextInt(999_999))).format(MICROS);
    }

    private String name(Set<String> taken) {
        while (true) {
            String name = "n" + text(10);
            // Servers cut names at 63 bytes, and some take those for one that differ in case.
            if (taken.stream().noneMatch(name::equalsIgnoreCase)) {
                taken.add(name);
                return name;
            }
        }
    }

    private String text(int longest) {
        int[] points = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
