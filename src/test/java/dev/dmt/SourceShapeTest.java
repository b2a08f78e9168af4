package dev.dmt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small things stay readable: files, methods, lists of parameters. */
class SourceShapeTest {
    private static final int LONGEST_FILE = 500;
    private static final int LONGEST_METHOD = 60;
    private static final int MOST_PARAMETERS = 5;

    /** As the formatter writes them: a member stands at four columns, and so does the brace that ends it. */
    private static final Pattern MEMBER = Pattern.compile(" {4}[\\w@<].*\\{");

    @Test
    void no_file_is_longer_than_500_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources("src")) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_longer_than_60_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            List<String> lines = Files.readAllLines(file);
            int start = -1;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean type = line.matches(" {4}.*\\b(class|record|interface|enum) .*");
                if (MEMBER.matcher(line).matches() && !type) {
                    start = i;
                } else if (line.equals("    }") && start >= 0) {
                    if (i - start + 1 > LONGEST_METHOD) {
                        tooLong.add(file + ":" + (start + 1) + ": " + (i - start + 1));
                    }
                    start = -1;
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_takes_more_than_five_parameters() {
        List<String> tooMany = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.dmt")) {
            for (JavaMethod method : type.getMethods()) {
                if (method.getRawParameterTypes().size() > MOST_PARAMETERS && !isGenerated(method)) {
                    tooMany.add(method.getFullName());
                }
            }
        }
        assertThat(tooMany).isEmpty();
    }

    /** The compiler hands a lambda what it captures. */
    private static boolean isGenerated(JavaMethod method) {
        return method.getName().contains("$");
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
