package dev.dmt.testing.zero;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A folder that looks like an application with one schema.ts, whose imports find the package. */
public final class ZeroProject {
    private static final String SCHEMA = "schema.ts";
    private static final List<String> SCRIPTS = List.of("check-schema.mjs", "query.mjs", "row-version.mjs");
    private static final String COMPILER_OPTIONS = """
            {
              "compilerOptions": {
                "strict": true,
                "noEmit": true,
                "target": "es2022",
                "lib": ["es2022", "dom"],
                "module": "esnext",
                "moduleResolution": "bundler",
                "types": []
              },
              "files": ["schema.ts"]
            }
            """;

    private final ZeroPackage zero;
    private final Path folder;

    private ZeroProject(ZeroPackage zero, Path folder) {
        this.zero = zero;
        this.folder = folder;
    }

    /** Makes one with a copy of the schema file, in a folder beside the packages: Node looks for them upwards from there. */
    public static ZeroProject of(Path schemaFile) {
        ZeroPackage zero = ZeroPackage.required();
        try {
            Path folder = Files.createTempDirectory(zero.modules().getParent(), "project-");
            folder.toFile().deleteOnExit();
            ZeroProject project = new ZeroProject(zero, folder);
            project.write("package.json", "{\"type\": \"module\"}\n".getBytes(StandardCharsets.UTF_8));
            project.write("tsconfig.json", COMPILER_OPTIONS.getBytes(StandardCharsets.UTF_8));
            project.write(SCHEMA, Files.readAllBytes(schemaFile));
            for (String script : SCRIPTS) {
                project.write(script, ZeroPackage.resource(script));
            }
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        file.toFile().deleteOnExit();
    }

    /** Runs one of the scripts; its first argument is the schema file. */
    Tool.Result script(Duration longest, String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--no-warnings", name, SCHEMA));
        all.addAll(List.of(arguments));
        return zero.node().run(folder, longest, all.toArray(String[]::new));
    }

    Tool.Result compiler(Duration longest, String compiler) {
        String program = zero.modules().resolve(compiler).resolve("bin/tsc").toString();
        return zero.node().run(folder, longest, program, "--project", "tsconfig.json", "--pretty", "false");
    }
}
