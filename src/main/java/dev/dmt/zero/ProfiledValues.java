package dev.dmt.zero;

import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import dev.dmt.schema.TypeKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the source's profile already tells of values that clients cannot be given: before anything is loaded. */
public final class ProfiledValues {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

    private ProfiledValues() {}

    /** In the plan's order, under the target's names. */
    public static List<UnreadableColumn> unreadable(MigrationPlan plan, List<TableProfile> profiles) {
        Map<TableName, TableProfile> byTable = profiles.stream()
                .collect(Collectors.toMap(TableProfile::table, Function.identity(), (first, second) -> first));
        List<UnreadableColumn> found = new ArrayList<>();
        for (TablePlan table : plan.tables()) {
            TableProfile profile = byTable.get(table.source());
            if (profile != null) {
                table.compared()
                        .forEach(column -> unreadable(table, column, profile).ifPresent(found::add));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<UnreadableColumn> unreadable(TablePlan table, ColumnPlan column, TableProfile profile) {
        TypeKind kind = column.type().kind();
        if (kind != TypeKind.INTEGER && kind != TypeKind.DECIMAL) {
            return Optional.empty();
        }
        return profile.columns().stream()
                .filter(candidate -> candidate.column().equals(column.source()))
                .findFirst()
                .flatMap(ProfiledValues::extremes)
                .map(extremes -> new UnreadableColumn(
                        table.target().name(), column.target(), extremes + " beyond 2^53: " + ValueFindings.FATAL));
    }

    private static Optional<String> extremes(ColumnProfile profile) {
        boolean small = profile.minimum().filter(ProfiledValues::isUnsafe).isPresent();
        boolean large = profile.maximum().filter(ProfiledValues::isUnsafe).isPresent();
        if (small && large) {
            return Optional.of("its smallest and its largest whole numbers lie");
        }
        return small || large
                ? Optional.of("its " + (small ? "smallest" : "largest") + " whole number lies")
                : Optional.empty();
    }

    private static boolean isUnsafe(String digits) {
        return new BigInteger(digits).abs().compareTo(LARGEST) > 0;
    }
}
