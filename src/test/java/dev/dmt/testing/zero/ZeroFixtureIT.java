package dev.dmt.testing.zero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.RelationshipAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Zero says yes to a schema file that is right, and no in its own words to one that is not. */
class ZeroFixtureIT {
    private static final String PUBLICATION = """
            BEGIN;
            CREATE PUBLICATION music WITH (publish_via_partition_root = true);
            ALTER PUBLICATION music ADD TABLE artists (id, name, notes, place), shop.albums, shop.played;
            COMMIT;
            """;
    private static final String SCHEMA = """
            import {boolean, createBuilder, createSchema, enumeration, json, number, relationships, string, table}
              from '@rocicorp/zero';

            const artist = table('artist')
              .from('artists')
              .columns({id: number(), name: string(), notes: json<{tags: string[]}>().optional()})
              .primaryKey('id');
            const album = table('album')
              .from('shop.albums')
              .columns({
                id: number(),
                artistId: number().from('artist_id').optional(),
                kind: enumeration<'live' | 'studio'>(),
                price: number().optional(),
                made: number().optional(),
                sold: boolean(),
              })
              .primaryKey('id');
            const played = table('played')
              .from('shop.played')
              .columns({artistId: number().from('artist_id'), albumId: number().from('album_id')})
              .primaryKey('artistId', 'albumId');
            const artistWays = relationships(artist, ({many}) => ({
              albums: many({sourceField: ['id'], destField: ['artistId'], destSchema: album}),
              playedAlbums: many(
                {sourceField: ['id'], destField: ['artistId'], destSchema: played},
                {sourceField: ['albumId'], destField: ['id'], destSchema: album},
              ),
            }));
            const albumWays = relationships(album, ({one}) => ({
              artist: one({sourceField: ['artistId'], destField: ['id'], destSchema: artist}),
            }));

            export const schema = createSchema({tables: [artist, album, played], relationships: [artistWays, albumWays]});
            export type Schema = typeof schema;
            export const zql = createBuilder(schema);

            declare module '@rocicorp/zero' {
              interface DefaultTypes {
                schema: Schema;
              }
            }
            """;

    @TempDir
    Path folder;

    private DatabaseConfig database = TestPostgres.replicating("newest").freshDatabase();

    @BeforeEach
    void a_small_database() throws IOException {
        // Here and not first where a failure is expected: there it would pass for one.
        ZeroPackage.required();
        fill(database);
        Files.writeString(folder.resolve("publication.sql"), PUBLICATION);
        Files.writeString(folder.resolve("schema.ts"), SCHEMA);
    }

    @Test
    void a_client_gets_every_row_and_what_is_related() {
        Answer answer = ZeroAcceptance.of(folder, database, folder);
        assertThat(answer.table("artist").rows().get(0).toString())
                .isEqualTo("{\"id\":1,\"name\":\"Nina\",\"notes\":{\"tags\":[\"jazz\"]}}");
        assertThat(answer.table("artist").relationships())
                .extracting(RelationshipAnswer::name, RelationshipAnswer::related)
                .containsExactlyInAnyOrder(tuple("albums", 2L), tuple("playedAlbums", 3L));
        assertThat(answer.table("album").relationships().get(0).related()).isEqualTo(2);
        assertNothingIsLeftOf(database);
    }

    @Test
    void the_oldest_server_will_do() throws IOException {
        database = TestPostgres.replicating("oldest").freshDatabase();
        fill(database);
        Answer answer = ZeroAcceptance.of(folder, database, folder);
        assertThat(answer.table("album").rows()).hasSize(3);
    }

    @Test
    void what_zero_does_not_serve_is_told_in_its_own_words() throws IOException {
        Files.writeString(
                folder.resolve("publication.sql"),
                PUBLICATION.replace("shop.played", "shop.played WHERE (artist_id = 1)"));
        String publication = ZeroAcceptance.publish(folder.resolve("publication.sql"), database);
        try (ZeroCache cache = ZeroCache.start(database, publication, folder)) {
            assertThat(problem(cache, "name: string()", "home: json().optional(), name: string()"))
                    .contains("The \"artists\".\"home\" column does not exist or is not one of the replicated"
                            + " columns: \"id\",\"name\",\"notes\".");
            assertThat(problem(cache, "name: string()", "place: json().optional(), name: string()"))
                    .contains("The \"artists\".\"place\" column cannot be synced because it is of an unsupported"
                            + " data type \"path\"");
            assertThat(problem(cache, "name: string()", "name: number()"))
                    .contains("The \"artists\".\"name\" column's upstream type \"string\" does not match the client"
                            + " type \"number\"");
            assertThat(problem(cache, "from('artists')", "from('artist')"))
                    .contains("The \"artist\" table does not exist or is not one of the replicated tables:"
                            + " \"artists\",\"shop.albums\",\"shop.played\".");
            ZeroProject wrong = project("name: string()", "name: number()");
            assertThatThrownBy(() -> ZeroQuery.everything(wrong, cache, 10))
                    .hasMessageContaining("does not match the client type");
            Answer answer = ZeroQuery.everything(ZeroProject.of(folder.resolve("schema.ts")), cache, 10);
            assertThatThrownBy(() -> ServedRows.compare(answer, database, 10))
                    .hasMessageContaining("rows of shop.played");
        }
        assertNothingIsLeftOf(database);
    }

    @Test
    void what_tsc_says_is_told() throws IOException {
        assertThat(TypeScriptCheck.problem(project(
                        "destField: ['artistId'], destSchema: album", "destField: ['artist']," + " destSchema: album")))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("schema.ts").contains("'\"artist\"'"));
    }

    @Test
    void a_database_that_zero_cannot_sync_fails_with_its_log() {
        TestPostgres.execute(
                database,
                "CREATE TABLE \"Order Details\"(id int PRIMARY KEY)",
                "CREATE PUBLICATION odd FOR TABLE \"Order Details\"");
        assertThatThrownBy(() -> ZeroCache.start(database, "odd", folder).close())
                .hasMessageContaining("zero-cache ended")
                .hasMessageContaining("Table \"Order Details\" has invalid characters");
        assertNothingIsLeftOf(database);
    }

    private String problem(ZeroCache cache, String right, String wrong) throws IOException {
        return SchemaCheck.problem(project(right, wrong), cache).orElse("accepted");
    }

    private ZeroProject project(String right, String wrong) throws IOException {
        assertThat(SCHEMA).contains(right);
        Path file = Files.createTempFile(folder, "wrong-", ".ts");
        Files.writeString(file, SCHEMA.replace(right, wrong));
        return ZeroProject.of(file);
    }

    private static void fill(DatabaseConfig database) {
        TestPostgres.execute(
                database,
                "CREATE SCHEMA shop",
                "CREATE TYPE kind AS ENUM ('live', 'studio')",
                "CREATE TABLE artists(id int PRIMARY KEY, name text NOT NULL, notes jsonb, place path, home point)",
                "CREATE TABLE shop.albums(id bigint PRIMARY KEY, artist_id int REFERENCES artists, kind kind NOT NULL,"
                        + " price float8, made date, sold boolean NOT NULL)",
                "CREATE TABLE shop.played(artist_id int REFERENCES artists, album_id bigint REFERENCES shop.albums,"
                        + " PRIMARY KEY (artist_id, album_id))",
                "INSERT INTO artists VALUES (1, 'Nina', '{\"tags\": [\"jazz\"]}', '[(0,0)]', '(1,2)'),"
                        + " (2, 'Émile 😀', 'null', NULL, NULL), (3, '', NULL, NULL, NULL)",
                "INSERT INTO shop.albums VALUES (1, 1, 'live', 'NaN', 'infinity', true),"
                        + " (2, 1, 'studio', 1.5, '2020-01-01', false), (3, NULL, 'live', NULL, NULL, false)",
                "INSERT INTO shop.played VALUES (1, 1), (1, 3), (2, 3)");
    }

    private static void assertNothingIsLeftOf(DatabaseConfig database) {
        assertThat(TestPostgres.query(
                        database, "SELECT slot_name FROM pg_replication_slots WHERE database = current_database()"))
                .isEmpty();
        assertThat(TestPostgres.query(database, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'dmt%'"))
                .isEmpty();
        assertThat(TestPostgres.query(database, "SELECT evtname FROM pg_event_trigger"))
                .isEmpty();
    }
}
