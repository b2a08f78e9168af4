package dev.dmt.transfer.reject;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.TypeKind;

/** What becomes of a row that cannot be read in its types: the policy's end, or a line in a file. */
public record BadRows(BadRowPolicy policy, TableRead read, RejectBudget budget) {
    /** Deals with the cursor's row; returns where the next row is to be read. */
    public void accept(RowCursor row, BadValueException problem, RejectFile file) {
        ColumnRead column = read.columns().get(problem.column());
        String key = row.key().toString();
        switch (policy) {
            case FAIL -> throw failure(column, key, problem);
            case QUARANTINE -> {
                budget.spend(1);
                file.add(new RejectedRow(
                        key, column.name(), String.valueOf(problem.getMessage()), RowText.of(row, read.columns())));
            }
        }
    }

    private DmtException failure(ColumnRead column, String key, BadValueException problem) {
        return new DmtException(
                ErrorCode.DATA,
                "table " + read.table() + ", column " + column.name() + ", row " + key + ": " + problem.getMessage(),
                ErrorContext.at("table", read.table().toString())
                        .and("column", column.name())
                        .and("key", key)
                        .and("type", column.type().toString())
                        .withHint("correct the row; or set migration.on_bad_row: quarantine to set such rows aside"
                                + otherType(column)),
                problem);
    }

    /** A text that the target does not take as one is helped by no wider type. */
    private String otherType(ColumnRead column) {
        return column.type().kind() == TypeKind.TEXT
                ? ""
                : "; or give the column another type, as in migration.types: {\""
                        + read.table().name() + "." + column.name() + "\": text}";
    }
}
