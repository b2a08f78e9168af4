package dev.dmt.engine.sqlite;

import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** The column whose type is being decided, with what its scan found. */
record Subject(TableName table, Column column, ColumnProfile profile, DeclaredType declared) {
    long integers() {
        return profile.classCount(Facts.INTEGER);
    }

    long reals() {
        return profile.classCount(Facts.REAL);
    }

    long numbers() {
        return integers() + reals();
    }

    long texts() {
        return profile.classCount(Facts.TEXT);
    }

    long blobs() {
        return profile.classCount(Facts.BLOB);
    }

    long values() {
        return numbers() + texts() + blobs();
    }

    long fact(String name) {
        return profile.fact(name);
    }

    /** True where there is at least one value and all have this fact. */
    boolean all(String fact) {
        return values() > 0 && fact(fact) == values();
    }

    /** True where every integer is exact in a double. */
    boolean integersFitDouble() {
        long limit = 1L << 53;
        return profile.minimum().map(Long::parseLong).orElse(0L) >= -limit
                && profile.maximum().map(Long::parseLong).orElse(0L) <= limit;
    }

    /** What holds every value there is: text, or bytes where there are blobs. */
    Draft.Choice anything() {
        if (blobs() > 0) {
            return numbers() > 0 ? Draft.Choice.ANY_BINARY : Draft.Choice.BINARY;
        }
        return numbers() > 0 ? Draft.Choice.ANY_TEXT : Draft.Choice.TEXT;
    }

    /** "3 text, 1 blob". */
    String classes() {
        List<String> found = new ArrayList<>();
        for (String name : List.of(Facts.INTEGER, Facts.REAL, Facts.TEXT, Facts.BLOB)) {
            if (profile.classCount(name) > 0) {
                found.add(profile.classCount(name) + " " + name);
            }
        }
        return String.join(", ", found);
    }
}
