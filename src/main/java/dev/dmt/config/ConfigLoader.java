package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import dev.dmt.config.yaml.YamlReader;
import dev.dmt.config.yaml.YamlSyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a config from flags, variables and a file. Nothing is coerced, and all that is wrong is said in one
 * {@link dev.dmt.error.DmtException} with the code CONFIG: where, which key, what, and what was probably meant.
 */
public final class ConfigLoader {
    private final ConfigRequest request;
    private final ConfigProblems problems = new ConfigProblems();
    private final Path workingFolder;
    private final Origin file;

    private ConfigLoader(ConfigRequest request) {
        this.request = request;
        workingFolder = request.workingFolder().toAbsolutePath().normalize();
        file = request.file()
                .map(path -> new Origin(path.toString(), ConfigFile.START, folderOf(path)))
                .orElse(Origin.commandLine(workingFolder));
    }

    public static DmtConfig load(ConfigRequest request) {
        return new ConfigLoader(request).load();
    }

    private Path folderOf(Path path) {
        Path folder = workingFolder.resolve(path).normalize().getParent();
        return folder == null ? workingFolder : folder;
    }

    private DmtConfig load() {
        FileLayer fromFile = FileLayer.of(root(), file, problems);
        Map<String, GivenValue> given = new LinkedHashMap<>(fromFile.values());
        given.putAll(VariableLayer.read(request.environment(), workingFolder, problems));
        FlagLayer.read(request.overrides(), workingFolder, problems).over(given);
        keepPasswordsAtHome(fromFile, given);
        given.entrySet().removeIf(entry -> setBack(entry.getKey(), entry.getValue()));

        ConfigValues values = ConfigValues.read(given, new Placeholders(request.environment()), file.base(), problems);
        DatabaseAssembly source = assembly(DatabaseKeys.SOURCE, values);
        DatabaseAssembly target = assembly(DatabaseKeys.TARGET, values);
        boolean noSource = !request.sourceNeeded() && !source.given();
        if (!noSource) {
            source.check(fromFile.origin(DatabaseKeys.SOURCE.section()));
        }
        target.check(fromFile.origin(DatabaseKeys.TARGET.section()));
        target.refuseSameFile(source, fromFile.origin(DatabaseKeys.TARGET.section()));
        if (values.find(IncrementalKeys.COLUMNS)
                        .filter(columns -> !columns.isEmpty())
                        .isPresent()
                && values.find(MigrationKeys.TARGET_MODE).orElse(TargetMode.UPSERT) != TargetMode.UPSERT) {
            problems.add(
                    values.origin(IncrementalKeys.COLUMNS).orElse(fromFile.origin("migration")),
                    IncrementalKeys.COLUMNS.name(),
                    "needs target_mode: upsert, which keeps the rows that have not changed");
        }
        problems.throwIfAny();
        return new ConfigAssembly(values)
                .assemble(noSource ? DatabaseConfig.NONE : source.assemble(), target.assemble());
    }

    /** The file's password is for the file's server: a URL that names another host must not have it sent there. */
    private void keepPasswordsAtHome(FileLayer fromFile, Map<String, GivenValue> given) {
        for (DatabaseKeys keys : List.of(DatabaseKeys.SOURCE, DatabaseKeys.TARGET)) {
            String name = keys.password.name();
            GivenValue password = fromFile.values().get(name);
            boolean named =
                    !request.overrides().getOrDefault(keys.host.name(), "").isBlank();
            if (password != null
                    && named
                    && password.equals(given.get(name))
                    && moved(keys, fromFile.values(), given)) {
                given.remove(name);
            }
        }
    }

    private static boolean moved(DatabaseKeys keys, Map<String, GivenValue> file, Map<String, GivenValue> given) {
        return !host(keys, file).equals(host(keys, given));
    }

    private static String host(DatabaseKeys keys, Map<String, GivenValue> values) {
        GivenValue host = values.get(keys.host.name());
        return host != null
                        && host.node() instanceof YamlNode.Scalar scalar
                        && !scalar.text().isEmpty()
                ? scalar.text()
                : "localhost";
    }

    private YamlNode root() {
        if (request.file().isEmpty()) {
            return ConfigFile.EMPTY;
        }
        Path path = request.file().get();
        try {
            return YamlReader.read(ConfigFile.text(workingFolder.resolve(path), path));
        } catch (YamlSyntaxException e) {
            problems.add(file.at(e.position()), "", e.reason());
            problems.throwIfAny();
            return ConfigFile.EMPTY;
        }
    }

    private static boolean setBack(String name, GivenValue value) {
        return value.blank()
                && ConfigKeys.find(name).filter(key -> !key.type().plural()).isPresent();
    }

    private DatabaseAssembly assembly(DatabaseKeys keys, ConfigValues values) {
        return new DatabaseAssembly(keys, values, request.environment(), problems);
    }
}
