package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dmt.error.ErrorCode;
import dev.dmt.step.Step;
import dev.dmt.step.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void its_exit_codes_are_the_codes() throws Exception {
        Map<Integer, Boolean> written = new TreeMap<>();
        for (String row : section("Exit codes")) {
            Matcher matcher = Pattern.compile("\\| (\\d+) \\|.*\\| (.*) \\|").matcher(row);
            if (matcher.matches() && !matcher.group(1).equals("0")) {
                written.put(Integer.valueOf(matcher.group(1)), matcher.group(2).startsWith("retry"));
            }
        }
        Map<Integer, Boolean> real = Arrays.stream(ErrorCode.values())
                .collect(Collectors.toMap(ErrorCode::exitStatus, ErrorCode::retryable, (a, b) -> a, TreeMap::new));
        assertThat(written).isEqualTo(real);
    }

    @Test
    void one_status_is_never_both_retryable_and_not() {
        Map<Integer, Set<Boolean>> answers = Arrays.stream(ErrorCode.values())
                .collect(Collectors.groupingBy(
                        ErrorCode::exitStatus, Collectors.mapping(ErrorCode::retryable, Collectors.toSet())));
        assertThat(answers.values()).allSatisfy(answer -> assertThat(answer).hasSize(1));
    }

    @Test
    void its_steps_are_the_steps() throws Exception {
        List<String> real = Steps.all().stream().map(Step::name).toList();
        assumeFalse(real.isEmpty(), "this build has no steps yet");
        assertThat(firstWords("Steps")).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void its_commands_are_the_commands() throws Exception {
        Set<String> real = CommandTree.build(new GlobalFlags(), Toolkit.standard())
                .getSubcommands()
                .keySet();
        assertThat(firstWords("Commands")).containsExactlyInAnyOrderElementsOf(real);
    }

    private static List<String> firstWords(String title) throws Exception {
        Pattern code = Pattern.compile("`([a-z-]+)[^`]*`");
        return section(title).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(?<!\\\\)\\|", -1)[1])
                .flatMap(cell -> code.matcher(cell).results())
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> section(String title) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int start = lines.indexOf("## " + title);
        assertThat(start).isPositive();
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }
}
