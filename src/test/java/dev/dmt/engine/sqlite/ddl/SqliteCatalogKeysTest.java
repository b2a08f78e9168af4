package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.TableName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogKeysTest {
    @TempDir
    private Path folder;

    @Test
    void unique_constraints_are_keys_and_created_indexes_are_indexes() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE, b, c, CONSTRAINT pair UNIQUE (c, B))",
                "CREATE UNIQUE INDEX one ON t(b)",
                "CREATE INDEX two ON t(c DESC, id)")) {
            assertThat(file.table("t").uniqueKeys())
                    .containsExactly(new Key("", List.of("a")), new Key("pair", List.of("c", "b")));
            assertThat(file.table("t").indexes())
                    .containsExactly(
                            new Index("one", List.of(part("b")), true, Optional.empty()),
                            new Index(
                                    "two",
                                    List.of(new IndexPart("c", false, true, Optional.empty()), part("id")),
                                    false,
                                    Optional.empty()));
        }
    }

    @Test
    void partial_and_expression_indexes_keep_their_texts() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(a TEXT, b INT, \"dead or alive\" INT)",
                "CREATE UNIQUE INDEX part ON t(a) WHERE \"dead or alive\" = 0 -- alive\n AND b IS NOT NULL",
                "CREATE INDEX expr ON t(lower(a) COLLATE RTRIM DESC, b + (1) ASC, a) /* why */",
                "CREATE INDEX quoted ON t((b), ( a || ',' ))")) {
            List<Index> indexes = file.table("t").indexes();

            assertThat(indexes.get(0))
                    .isEqualTo(new Index(
                            "part", List.of(part("a")), true, Optional.of("\"dead or alive\" = 0 AND b IS NOT NULL")));
            assertThat(indexes.get(1).parts())
                    .containsExactly(
                            new IndexPart("lower(a)", true, true, Optional.of("RTRIM")),
                            new IndexPart("b + (1)", true, false, Optional.empty()),
                            part("a"));
            assertThat(indexes.get(2).parts())
                    .containsExactly(part("b"), new IndexPart("( a || ',' )", true, false, Optional.empty()));
        }
    }

    @Test
    void a_collation_inside_an_expression_stays_there() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder, "CREATE TABLE t(a TEXT)", "CREATE INDEX i ON t(a = 'x' COLLATE NOCASE, (a) COLLATE NOCASE)")) {
            assertThat(file.table("t").indexes().get(0).parts().get(0).text()).isEqualTo("a = 'x' COLLATE NOCASE");
            assertThat(file.table("t").indexes().get(0).parts().get(1))
                    .isEqualTo(new IndexPart("a", false, false, Optional.of("NOCASE")));
        }
    }

    @Test
    void an_index_says_the_collation_it_compares_with() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE t(a TEXT COLLATE NOCASE UNIQUE, b TEXT, UNIQUE (b COLLATE NOCASE))",
                "CREATE INDEX i ON t(a, a COLLATE BINARY, b COLLATE RTRIM)")) {
            assertThat(file.table("t").uniqueKeys()).containsExactly(new Key("", List.of("a")));
            assertThat(file.table("t").indexes()).hasSize(2);
            assertThat(file.table("t").indexes().get(0).unique()).isTrue();
            assertThat(file.table("t").indexes().get(0).parts())
                    .containsExactly(new IndexPart("b", false, false, Optional.of("NOCASE")));
            assertThat(file.table("t").indexes().get(1).parts())
                    .extracting(IndexPart::collation)
                    .containsExactly(Optional.of("NOCASE"), Optional.empty(), Optional.of("RTRIM"));
        }
    }

    @Test
    void a_primary_key_with_a_collation_of_its_own_is_reported() throws SQLException {
        try (SqliteFile file =
                SqliteFile.in(folder, "CREATE TABLE t(a TEXT, b TEXT, PRIMARY KEY (a COLLATE NOCASE, b))")) {
            assertThat(file.omissions("collation")).containsExactly("PRIMARY KEY (a, b)");
        }
    }

    @Test
    void foreign_keys_are_spelled_out_in_the_parents_own_spelling() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE \"Order Lines\"(Order_Id INT, No INT, parent INT REFERENCES \"order lines\"(ROW_ID),"
                        + " row_id INTEGER UNIQUE, PRIMARY KEY (Order_Id, No))",
                "CREATE TABLE child(x INT, y INT, z INT CONSTRAINT to_self REFERENCES CHILD ON DELETE SET NULL,"
                        + " id INTEGER PRIMARY KEY, CONSTRAINT pair FOREIGN KEY (X, Y) REFERENCES [ORDER LINES]"
                        + " ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,"
                        + " FOREIGN KEY (y, x) REFERENCES \"Order Lines\"(no, order_id))")) {
            assertThat(file.table("child").foreignKeys())
                    .containsExactly(
                            key("to_self", List.of("z"), "child", List.of("id"), ReferentialAction.SET_NULL),
                            new ForeignKey(
                                    "pair",
                                    List.of("x", "y"),
                                    TableName.of("Order Lines"),
                                    List.of("Order_Id", "No"),
                                    ReferentialAction.RESTRICT,
                                    ReferentialAction.CASCADE,
                                    true,
                                    true),
                            key(
                                    "",
                                    List.of("y", "x"),
                                    "Order Lines",
                                    List.of("No", "Order_Id"),
                                    ReferentialAction.NO_ACTION));
            assertThat(file.table("Order Lines").foreignKeys())
                    .containsExactly(
                            key("", List.of("parent"), "Order Lines", List.of("row_id"), ReferentialAction.NO_ACTION));
            assertThat(file.schema().omissions()).isEmpty();
        }
    }

    @Test
    void circular_foreign_keys_are_both_there() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE a(id INTEGER PRIMARY KEY, b_id REFERENCES b)",
                "CREATE TABLE b(id INTEGER PRIMARY KEY, a_id REFERENCES a)")) {
            assertThat(file.table("a").foreignKeys()).hasSize(1);
            assertThat(file.table("b").foreignKeys()).hasSize(1);
        }
    }

    @Test
    void foreign_keys_that_cannot_hold_are_reported_each_with_its_reason() throws SQLException {
        try (SqliteFile file = SqliteFile.in(
                folder,
                "CREATE TABLE keyless(a)",
                "CREATE TABLE keyed(a, b, c UNIQUE, PRIMARY KEY (a, b))",
                "CREATE UNIQUE INDEX partial ON keyed(a) WHERE b > 0",
                "CREATE VIEW v AS SELECT 1 AS a",
                "CREATE TABLE t(a REFERENCES missing, b REFERENCES keyless, c REFERENCES keyed,"
                        + " d REFERENCES keyed(absent), e REFERENCES v(a), f REFERENCES keyed(a), g REFERENCES keyed(c))")) {
            assertThat(file.table("t").foreignKeys())
                    .singleElement()
                    .satisfies(k -> assertThat(k.columns()).containsExactly("g"));
            assertThat(file.schema().omissions())
                    .filteredOn(o -> o.kind().equals("foreign key"))
                    .extracting(Omission::reason)
                    .satisfiesExactly(
                            r -> assertThat(r).contains("does not exist"),
                            r -> assertThat(r).contains("has none"),
                            r -> assertThat(r).contains("2 columns"),
                            r -> assertThat(r).contains("column that it names"),
                            r -> assertThat(r).contains("view"),
                            r -> assertThat(r).contains("no primary or unique key"));
        }
    }

    @Test
    void a_parent_that_is_not_wanted_is_still_resolved() throws SQLException {
        try (SqliteFile file =
                SqliteFile.in(folder, "CREATE TABLE p(id INTEGER PRIMARY KEY)", "CREATE TABLE c(p_id REFERENCES P)")) {
            assertThat(SqliteCatalog.read(file.connection(), name -> name.equals("c"))
                            .tables()
                            .get(0)
                            .foreignKeys())
                    .containsExactly(key("", List.of("p_id"), "p", List.of("id"), ReferentialAction.NO_ACTION));
        }
    }

    private static IndexPart part(String column) {
        return new IndexPart(column, false, false, Optional.empty());
    }

    private static ForeignKey key(
            String name, List<String> columns, String parent, List<String> parentColumns, ReferentialAction onDelete) {
        return new ForeignKey(
                name,
                columns,
                TableName.of(parent),
                parentColumns,
                onDelete,
                ReferentialAction.NO_ACTION,
                false,
                false);
    }
}
