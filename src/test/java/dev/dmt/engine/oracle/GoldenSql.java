package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements under titles, held against a file. {@code -Dgolden.write=true} writes the file anew: read the difference. The
 * grammar takes minutes for all of them, so beside the file stands what it has taken, by its hash: it is asked only of what
 * has changed.
 */
final class GoldenSql {
    private static final Path FOLDER = Path.of("src/test/resources/golden/oracle");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private final String name;
    private final List<Entry> entries = new ArrayList<>();

    GoldenSql(String name) {
        this.name = name;
    }

    private record Entry(String title, String sql) {}

    GoldenSql add(String title, String sql) {
        entries.add(new Entry(title, sql));
        return this;
    }

    GoldenSql add(String title, List<String> statements) {
        statements.forEach(sql -> add(title, sql));
        return this;
    }

    /** As they were reviewed, and as the grammar takes them. */
    void holds() throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append("-- ")
                .append(entry.title)
                .append('\n')
                .append(entry.sql)
                .append("\n\n"));
        Path golden = FOLDER.resolve(name + ".sql");
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
        assertThat(complaints()).isEmpty();
    }

    private List<String> complaints() throws IOException {
        Path file = FOLDER.resolve(name + ".parsed");
        Set<String> known = new TreeSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        Set<String> taken = new TreeSet<>();
        List<String> complaints = new ArrayList<>();
        for (Entry entry : entries) {
            for (String sql : new TreeSet<>(List.of(entry.sql, GuardedStatement.plain(entry.sql)))) {
                List<String> found =
                        known.contains(hash(sql)) ? List.of() : OracleGrammar.complaints(GrammarGaps.bridged(sql));
                found.stream()
                        .findFirst()
                        .ifPresentOrElse(
                                complaint -> complaints.add(entry.title + ": " + complaint + " in: " + sql),
                                () -> taken.add(hash(sql)));
            }
        }
        if (WRITE) {
            Files.write(file, taken);
        }
        return complaints;
    }

    private static String hash(String sql) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
