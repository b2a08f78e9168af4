package dev.dmt.engine.expression;

import dev.dmt.schema.Collation;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;

/** The type that several answers of one expression share. */
final class Branches {
    private Branches() {}

    /** Empty where all of them are NULL; refused where one would be converted to another's kind. */
    static Optional<LogicalType> commonType(List<Operand> branches) {
        Optional<LogicalType> common = Optional.empty();
        for (Operand branch : branches) {
            if (branch.isNull()) {
                continue;
            }
            LogicalType type = branch.type().orElseThrow();
            if (common.isEmpty()) {
                common = branch.type();
            } else if (common.get().kind() != type.kind()) {
                common = Optional.of(wider(common.get(), type));
            }
        }
        return common;
    }

    private static LogicalType wider(LogicalType one, LogicalType other) {
        boolean exact = exact(one) && exact(other);
        if (!exact) {
            throw new Refusal("its branches yield values of several kinds");
        }
        return one.kind() == TypeKind.DECIMAL ? one : other;
    }

    private static boolean exact(LogicalType type) {
        return type.kind() == TypeKind.INTEGER || type.kind() == TypeKind.DECIMAL;
    }

    /** That of the first whose collation is not the plain one. */
    static Collation collation(List<Operand> branches) {
        return branches.stream()
                .map(Operand::collation)
                .filter(c -> !c.exact())
                .findFirst()
                .orElse(Collation.EXACT);
    }
}
