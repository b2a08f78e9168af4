package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A type decision before the policies: what fits, and what would hold everything.
 *
 * @param misfits values that the type cannot hold; {@code wanted} says in words what they are not
 * @param wider what holds the misfits too
 */
record Draft(Choice choice, boolean widened, List<String> notes, long misfits, String wanted, Choice wider) {
    /** A type and the form to read it by. */
    record Choice(LogicalType type, String form) {
        static final Choice TEXT = new Choice(new LogicalType.Text(OptionalInt.empty()), ReadingForm.AS_IS);
        static final Choice ANY_TEXT = new Choice(new LogicalType.Text(OptionalInt.empty()), ReadingForm.ANY_AS_TEXT);
        static final Choice BINARY = new Choice(new LogicalType.Binary(), ReadingForm.AS_IS);
        static final Choice ANY_BINARY = new Choice(new LogicalType.Binary(), ReadingForm.ANY_AS_BINARY);
        static final Choice DECIMAL_TEXT =
                new Choice(new LogicalType.Decimal(OptionalInt.empty(), 0), ReadingForm.TEXT_NUMBER);
        static final Choice DECIMAL = new Choice(new LogicalType.Decimal(OptionalInt.empty(), 0), ReadingForm.AS_IS);

        static Choice asIs(LogicalType type) {
            return new Choice(type, ReadingForm.AS_IS);
        }
    }

    Draft {
        notes = List.copyOf(notes);
    }

    static Draft of(Choice choice) {
        return new Draft(choice, false, List.of(), 0, "", choice);
    }

    static Draft of(LogicalType type) {
        return of(Choice.asIs(type));
    }

    static Draft widened(Choice choice, String note) {
        return new Draft(choice, true, List.of(note), 0, "", choice);
    }

    Draft note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Draft(choice, widened, more, misfits, wanted, wider);
    }

    Draft misfits(long count, String newWanted, Choice newWider) {
        return new Draft(choice, widened, notes, count, newWanted, newWider);
    }
}
