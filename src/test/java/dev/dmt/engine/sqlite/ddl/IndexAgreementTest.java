package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndex;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndexPart;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of CREATE INDEX texts must be what SQLite itself has understood. */
class IndexAgreementTest {
    private static final List<String> PARTS = List.of(
            "a",
            "\"b c\"",
            "[d,e]",
            "(a)",
            "a + 1",
            "lower(\"b c\")",
            "substr(a, 1, 2) || ')'",
            "'a'",
            "CASE WHEN a THEN 1 END");
    private static final List<String> PREDICATES =
            List.of("", "", " WHERE a > 0", " wHeRe [d,e] IS NOT NULL AND a IN (1, 2)");

    @Test
    void random_indexes(@TempDir Path folder) throws SQLException {
        Random random = new Random(7);
        try (SqliteFile file = SqliteFile.in(folder, "CREATE TABLE t(a, \"b c\" COLLATE NOCASE, [d,e])")) {
            for (int i = 0; i < 200; i++) {
                file.run(
                        "CREATE " + pick(random, "", "UNIQUE ") + "INDEX " + pick(random, "", "IF NOT EXISTS ", "main.")
                                + "\"i \"\" " + i + "\" ON t(" + randomParts(random) + ")"
                                + PREDICATES.get(random.nextInt(PREDICATES.size())) + pick(random, "", " -- end", ";"));
            }
            RawCatalog catalog = new CatalogQueries(file.connection()).read();
            Map<String, String> texts = new HashMap<>();
            catalog.entries().forEach(e -> texts.put(e.name(), String.valueOf(e.sql())));

            assertThat(catalog.indexesOf("t")).hasSize(200);
            for (RawIndex raw : catalog.indexesOf("t")) {
                assertAgreement(raw, texts.getOrDefault(raw.name(), ""));
            }
            assertThat(file.table("t").indexes()).hasSize(200);
        }
    }

    private static void assertAgreement(RawIndex raw, String sql) {
        IndexDeclaration text = IndexParser.parse(sql).orElseThrow(() -> new AssertionError(sql));
        assertThat(text.name()).isEqualTo(raw.name());
        assertThat(text.unique()).as(sql).isEqualTo(raw.unique());
        assertThat(text.predicate().isPresent()).as(sql).isEqualTo(raw.partial());
        assertThat(text.parts()).as(sql).hasSameSizeAs(raw.parts());
        for (int i = 0; i < raw.parts().size(); i++) {
            RawIndexPart part = raw.parts().get(i);
            IndexDeclaration.Part read = text.parts().get(i);
            assertThat(read.descending()).as(sql).isEqualTo(part.descending());
            read.collation().ifPresent(c -> assertThat(c).as(sql).isEqualToIgnoringCase(part.collation()));
            assertThat(part.expression() || part.column() != null).as(sql).isTrue();
        }
    }

    private static String randomParts(Random random) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(PARTS.get(random.nextInt(PARTS.size()))
                    + pick(random, "", " COLLATE NOCASE", " COLLATE \"rtrim\"", " COLLATE binary COLLATE nocase")
                    + pick(random, "", " ASC", " DESC", " /* up */ asc"));
        }
        return String.join(" , ", parts);
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
