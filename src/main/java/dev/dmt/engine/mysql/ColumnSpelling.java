package dev.dmt.engine.mysql;

import dev.dmt.schema.LogicalType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Character sets and collations as they stand behind a column's type. */
final class ColumnSpelling {
    /** Equal where the characters are, blanks at the end included. The two products call it differently. */
    static final String EXACT = "/*!80017 utf8mb4_0900_bin*//*M! utf8mb4_nopad_bin*/";

    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final String MODERN = "utf8mb4";

    private ColumnSpelling() {}

    /** What is to stand behind a text's type: nothing where it is the table's own. */
    static String of(LogicalType.Text type) {
        return type.charset().isEmpty() || type.collation().isEmpty()
                ? ""
                : of(type.charset().get(), type.collation().get());
    }

    /** A collation of this engine's: one that the other product has under another name is said in both. */
    static String of(String charset, String collation) {
        if (!NAME.matcher(charset).matches() || !NAME.matcher(collation).matches()) {
            return "";
        }
        return " CHARACTER SET " + charset + " COLLATE "
                + counterpart(charset, collation)
                        .map(other -> collation.contains("uca1400") || collation.contains("nopad")
                                ? "/*!80017 " + other + "*//*M! " + collation + "*/"
                                : "/*!80017 " + collation + "*//*M! " + other + "*/")
                        .orElse(collation);
    }

    private static Optional<String> counterpart(String charset, String collation) {
        if (!charset.equals(MODERN)) {
            return Optional.empty();
        }
        return switch (collation) {
            case "utf8mb4_0900_bin" -> Optional.of("utf8mb4_nopad_bin");
            case "utf8mb4_0900_ai_ci" -> Optional.of("utf8mb4_uca1400_nopad_ai_ci");
            case "utf8mb4_0900_as_ci" -> Optional.of("utf8mb4_uca1400_nopad_as_ci");
            case "utf8mb4_0900_as_cs" -> Optional.of("utf8mb4_uca1400_nopad_as_cs");
            case "utf8mb4_nopad_bin" -> Optional.of("utf8mb4_0900_bin");
            case "utf8mb4_uca1400_ai_ci", "utf8mb4_uca1400_nopad_ai_ci" -> Optional.of("utf8mb4_0900_ai_ci");
            case "utf8mb4_uca1400_as_ci", "utf8mb4_uca1400_nopad_as_ci" -> Optional.of("utf8mb4_0900_as_ci");
            case "utf8mb4_uca1400_as_cs", "utf8mb4_uca1400_nopad_as_cs" -> Optional.of("utf8mb4_0900_as_cs");
            default -> Optional.empty();
        };
    }
}
