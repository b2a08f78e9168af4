package dev.dmt.plan;

import dev.dmt.schema.Table;

/** What those who will work with the target demand of it, beyond what its engine does. */
public interface PlanRules {
    PlanRules NONE = new PlanRules() {
        @Override
        public String tableName(String wanted) {
            return wanted;
        }

        @Override
        public String columnName(String wanted) {
            return wanted;
        }

        @Override
        public boolean keyIsMissing(Table target) {
            return false;
        }

        @Override
        public String reason() {
            return "";
        }
    };

    /** The name, changed where it must be. What is fine already stays as it is. */
    String tableName(String wanted);

    String columnName(String wanted);

    /** True where the table has no key by which its rows could be told apart. */
    boolean keyIsMissing(Table target);

    /** Who demands it, to be said beside a name that was changed for it. */
    String reason();

    /** What is said of a table that could not keep its name. */
    default String renamedTable(String wanted, String given) {
        return renamed(given, !tableName(wanted).equals(wanted));
    }

    default String renamedColumn(String wanted, String given) {
        return renamed(given, !columnName(wanted).equals(wanted));
    }

    private String renamed(String given, boolean onDemand) {
        return "the target calls it " + given + (onDemand ? ", " + reason() : "");
    }
}
