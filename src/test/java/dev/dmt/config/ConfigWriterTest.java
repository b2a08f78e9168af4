package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWriterTest {
    @TempDir
    Path folder;

    @Test
    void what_was_meant_is_saved_without_its_password() throws Exception {
        DmtConfig config = new Loading(folder)
                .flags(ConfigUrls.source("app.db"))
                .flags(ConfigUrls.target("postgres://me:hunter2@localhost/app"))
                .load(Optional.empty());

        ConfigWriter.write(folder.resolve("dmt.yaml"), config);

        assertThat(Files.readString(folder.resolve("dmt.yaml")))
                .contains("\nsource:\n  # The engine.\n  type: sqlite\n")
                .contains("\n  path: ./app.db\n")
                .contains("\n  password: \"${env:PGPASSWORD}\"\n")
                .doesNotContain("hunter2", "migration", "staging", "lease");
    }

    @Test
    void a_saved_config_loads_as_what_it_was() {
        DmtConfig config = new Loading(folder)
                .flags(ConfigUrls.source("postgres://a:one@h1:1/d1?sslmode=require&socketTimeout=5"))
                .flags(ConfigUrls.target("postgres://b:two@h2/d2?schema=s"))
                .flag("migration.rename_tables.Order: \"Details\" #1", "a ${x} b".replace("${", "$${"))
                .flag("migration.types.a.b", "decimal(3,1)")
                .flag("migration.include_tables", "*,yes,007,a b")
                .flag("migration.shard_bytes", "1 GiB")
                .flag("migration.shard_rows", "7")
                .flag("migration.create_fks", "false")
                .flag("staging.path", "elsewhere/shards")
                .flag("logging.file", "/var/log/dmt.log")
                .flag("migration.on_misfit", "null")
                .flag("lease", "90s")
                .load(Optional.empty());

        Path file = folder.resolve("dmt.yaml");
        ConfigWriter.write(file, config);
        DmtConfig again = new Loading(folder)
                .variable("PGPASSWORD", "two")
                .variable("SOURCE_PASSWORD", "one")
                .load(Optional.of(file));

        assertThat(again).usingRecursiveComparison().isEqualTo(config);
        assertThat(again.migration().renameTables()).isEqualTo(Map.of("Order: \"Details\" #1", "a ${x} b"));
    }

    @Test
    void a_config_in_another_folder_still_finds_the_files() {
        DmtConfig config = new Loading(folder)
                .flags(ConfigUrls.source("app.db"))
                .flags(ConfigUrls.target("embedded:pg"))
                .load(Optional.empty());

        Path file = folder.resolve("conf/new/dmt.yaml");
        ConfigWriter.write(file, config);

        assertThat(new Loading(folder).load(Optional.of(file)))
                .usingRecursiveComparison()
                .isEqualTo(config);
    }

    @Test
    void a_file_that_is_there_is_never_overwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("dmt.yaml"), Loading.ENDS);
        DmtConfig config = new Loading(folder).load(Optional.of(file));

        assertThatThrownBy(() -> ConfigWriter.write(file, config))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG))
                .hasMessageContaining("exists already and is not overwritten");
        assertThat(Files.readString(file)).isEqualTo(Loading.ENDS);
    }
}
