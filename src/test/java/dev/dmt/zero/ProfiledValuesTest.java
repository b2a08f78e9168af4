package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.plan.MigrationPlan;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProfiledValuesTest {
    private static final LogicalType BIG = new LogicalType.Int(64);

    @Test
    void whole_numbers_beyond_a_double_are_seen_before_they_are_loaded() {
        MigrationPlan plan = new MigrationPlan(
                1,
                "",
                "",
                List.of(SomePlan.table(
                        "Users",
                        target(),
                        List.of(
                                SomePlan.column("ID", "id", BIG),
                                SomePlan.column("low", "low", BIG),
                                SomePlan.column("both", "both", new LogicalType.Decimal(OptionalInt.empty(), 0)),
                                SomePlan.column("fits", "fits", BIG),
                                SomePlan.column("none", "none", BIG),
                                SomePlan.column("text", "text", new LogicalType.Text(OptionalInt.empty()))))),
                List.of());
        TableProfile profile = new TableProfile(
                TableName.of("Users"),
                1,
                1,
                List.of(
                        profile("ID", "1", "9007199254740992"),
                        profile("low", "-9223372036854775808", "7"),
                        profile("both", "-9007199254740992", "99999999999999999999"),
                        profile("fits", "-9007199254740991", "9007199254740991"),
                        new ColumnProfile(
                                "none", 1, Map.of(), Map.of(), Optional.empty(), Optional.empty(), 0, Optional.empty()),
                        profile("text", "1", "9007199254740992")));
        String fatal = " beyond 2^53: zero-cache ends the connection of each client whose query meets such a row";
        TableName users = new TableName("public", "users");
        assertThat(ProfiledValues.unreadable(plan, List.of(profile)))
                .containsExactly(
                        new UnreadableColumn(users, "id", "its largest whole number lies" + fatal),
                        new UnreadableColumn(users, "low", "its smallest whole number lies" + fatal),
                        new UnreadableColumn(users, "both", "its smallest and its largest whole numbers lie" + fatal));
    }

    private static ColumnProfile profile(String column, String minimum, String maximum) {
        return new ColumnProfile(
                column,
                0,
                Map.of("integer", 1L),
                Map.of(),
                Optional.of(minimum),
                Optional.of(maximum),
                0,
                Optional.empty());
    }

    private static Table target() {
        return new Table(
                new TableName("public", "users"),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SomePlan.ORDER);
    }
}
