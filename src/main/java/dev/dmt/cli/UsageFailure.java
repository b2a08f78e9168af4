package dev.dmt.cli;

import dev.dmt.config.NearestName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person typed that makes no sense, and what they may have meant. */
final class UsageFailure {
    private UsageFailure() {}

    static DmtException of(ParameterException wrong, Toolkit toolkit) {
        return new DmtException(ErrorCode.USAGE, message(wrong), ErrorContext.hint(hint(wrong, toolkit)), wrong);
    }

    private static String message(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            CommandLine command = unmatched.getCommandLine();
            String word = unmatched.getUnmatched().get(0);
            return command.getSubcommands().isEmpty()
                    ? command.getCommandSpec().qualifiedName() + " takes no '" + word + "'"
                    : "there is no command '" + command.getCommandSpec().qualifiedName() + " " + word + "'";
        }
        return wrong.getMessage() == null ? "wrong usage" : lowerFirst(wrong.getMessage());
    }

    static DmtException incomplete(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        return new DmtException(
                ErrorCode.USAGE,
                "'" + name + "' needs one of: "
                        + String.join(", ", command.getSubcommands().keySet()),
                ErrorContext.hint(name + " --help"));
    }

    private static String hint(ParameterException wrong, Toolkit toolkit) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (command.equals("dmt") && KnownSteps.find(word, toolkit).isPresent()) {
                return "'" + word + "' is a step: dmt step " + word;
            }
            return nearest(unmatched, word)
                    .or(() -> nearestStep(command, word, toolkit))
                    .or(() -> Optional.of(String.join(" or ", unmatched.getSuggestions()))
                            .filter(alike -> !alike.isEmpty()))
                    .map(near -> "did you mean " + near + "? See " + command + " --help")
                    .orElse("see " + command + " --help");
        }
        return "see " + command + " --help";
    }

    /** Any one letter is one edit from any other: that is no guess. */
    private static Optional<String> nearest(UnmatchedArgumentException unmatched, String word) {
        CommandLine command = unmatched.getCommandLine();
        Set<String> known = unmatched.isUnknownOption()
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        boolean letter = unmatched.isUnknownOption() && !word.startsWith("--");
        // A value may hang on an option.
        return letter ? Optional.empty() : NearestName.among(known, word.split("=", 2)[0]);
    }

    private static Optional<String> nearestStep(String command, String word, Toolkit toolkit) {
        return command.equals("dmt")
                ? KnownSteps.nearest(word, toolkit).map(near -> "dmt step " + near)
                : Optional.empty();
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
