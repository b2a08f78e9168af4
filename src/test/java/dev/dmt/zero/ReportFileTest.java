package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.TableName;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFileTest {
    private static final ZeroFinding RELATIONSHIP = new ZeroFinding(
            Kind.RELATIONSHIP_LEFT_OUT, "public.posts", "author", "it points at public.log, which is left out", "");

    @Test
    void all_that_was_decided_is_told_once() {
        Selection selection = ZeroRules.select(
                List.of(
                        SomeTable.keyed("user_names")
                                .optional("full*name", plain("text"))
                                .optional("face", plain("bytea"))
                                .build(),
                        SomeTable.called("log|old")
                                .optional("line", plain("text"))
                                .build()),
                SomeConfig.tables(),
                150_018);
        ZeroModel model = new ZeroModel(
                List.of(new ZeroTable(
                        "userNames",
                        "userNames",
                        new TableName("public", "user_names"),
                        List.of(new ZeroColumn("id", "id", new ZeroType.Number(), false, "integer")),
                        List.of("id"))),
                List.of(),
                List.of(selection.findings().get(0), RELATIONSHIP));
        List<ZeroFinding> more = List.of(
                new ZeroFinding(Kind.BLOCKS, "", "", "wal_level is replica", "ALTER SYSTEM <now>"),
                new ZeroFinding(Kind.NOTE, "", "", "a `note` of text[] and [a](b)", ""),
                new ZeroFinding(Kind.VALUES, "public.user_names", "id", "1,234 rows hold\na number", "Change it."));
        assertThat(ReportFile.text(model, selection, more, SomeConfig.tables())).isEqualTo("""
                        # Zero schema

                        Written by dmt; the next run writes it anew.

                        |  |  |
                        | --- | --- |
                        | Zero | 1.9 |
                        | Tables synced | 1 |
                        | Columns synced | 1 |
                        | Relationships | 0 |
                        | Tables left out | 1 |
                        | Columns left out | 2 |
                        | Relationships left out | 1 |
                        | Columns with values at risk | 1 |
                        | In the way of syncing | 1 |

                        ## How to use the files

                        1. `publication.sql` says what the database gives away. Run it as the owner of the tables: `psql -v ON_ERROR_STOP=1 -f publication.sql`
                        2. Start zero-cache with `ZERO_APP_PUBLICATIONS=zero_data`.
                        3. `schema.ts` is for the application: `import {schema, zql} from './schema'`.

                        ## What is in the way

                        Zero cannot sync before this is done.

                        | What | What to do |
                        | --- | --- |
                        | wal_level is replica | ALTER SYSTEM &lt;now> |

                        ## Values

                        Clients see numbers as doubles, dates and timestamps as milliseconds since 1970 in UTC (microseconds as
                        their fraction), times as milliseconds of the day (microseconds are cut off), `char(n)` padded with blanks.

                        | Table | Column | What was found | What to do |
                        | --- | --- | --- | --- |
                        | public.user_names | id | 1,234 rows hold a number | Change it. |

                        ## Tables left out

                        | Table | Why | What to do |
                        | --- | --- | --- |
                        | public.log\\|old | Zero fails over a published table whose name is not letters, digits, \\_ and - after a letter or \\_ | `ALTER TABLE "public"."log\\|old" RENAME TO "log_old";` Before a migration: migration.rename_tables. |

                        ## Columns left out

                        Where a view reads such a column, or a foreign key has it, these must be dropped before its type is changed,
                        and made again afterwards.

                        | Table | Column | Why | What to do |
                        | --- | --- | --- | --- |
                        | public.user_names | full\\*name | Zero fails over a published column whose name is not letters, digits, \\_, - and . after a letter or \\_ | `ALTER TABLE "public"."user_names" RENAME COLUMN "full*name" TO "full_name";` Before a migration: migration.rename_columns. |
                        | public.user_names | face | Zero does not sync the type bytea | `ALTER TABLE "public"."user_names" ALTER COLUMN "face" TYPE text USING encode("face", 'base64');` |

                        ## Relationships left out

                        | Table | Columns | Why | What to do |
                        | --- | --- | --- | --- |
                        | public.posts | author | it points at public.log, which is left out |  |

                        ## Worth knowing

                        | Table | Column | What | What to do |
                        | --- | --- | --- | --- |
                        |  |  | a \\`note\\` of text[] and [a\\](b) |  |

                        ## Tables synced

                        | Table | In queries | Key | Columns |
                        | --- | --- | --- | --- |
                        | public.user_names | userNames | id | 1 of 3 |
                        """);
    }

    @Test
    void a_database_without_anything_to_say_of_has_a_short_report() {
        assertThat(ReportFile.text(
                        new ZeroModel(List.of(), List.of(), List.of()),
                        new Selection(List.of(), List.of()),
                        List.of(),
                        SomeConfig.tables()))
                .contains(
                        "## Values\n",
                        "Nothing else is known of.\n",
                        "## Tables left out\n\nNone.\n",
                        "## Tables synced\n\nNone.\n")
                .doesNotContain("What is in the way\n", "Worth knowing", "Relationships left out\n\n");
    }
}
