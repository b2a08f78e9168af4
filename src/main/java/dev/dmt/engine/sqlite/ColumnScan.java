package dev.dmt.engine.sqlite;

import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One column's part of a table's scan. */
final class ColumnScan {
    private final String name;
    private final DeclaredType.Family family;
    private final NumberScan numbers;
    private final TextScan texts;
    private final boolean numbersAsText;
    private long realWords;
    private long nulls;
    private long blobs;
    private long uuidBlobs;
    private long longestBlob;
    private long bytes;
    private Optional<String> example = Optional.empty();

    ColumnScan(Column column) {
        this.name = column.name();
        DeclaredType declared = DeclaredType.of(column.nativeType());
        this.family = declared.family();
        this.numbersAsText = declared.numbersAsText();
        boolean moment = switch (family) {
            case DATE, TIMESTAMP, TIME -> true;
            case INTEGER, REAL, DECIMAL, TEXT, ANY -> DeclaredType.namesMoment(name);
            case BOOLEAN, JSON, UUID, BLOB -> false;
        };
        this.numbers = new NumberScan(moment, family == DeclaredType.Family.DECIMAL);
        boolean json = family == DeclaredType.Family.JSON
                || name.toLowerCase(Locale.ROOT).contains("json");
        boolean declaredMoment = moment
                && (family == DeclaredType.Family.DATE
                        || family == DeclaredType.Family.TIME
                        || family == DeclaredType.Family.TIMESTAMP);
        this.texts = new TextScan(json, declaredMoment, declared.numbersAsText());
    }

    /** Returns true where the value does not fit its declaration and no example of that is known yet. */
    boolean accept(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        boolean fits = fits(storage);
        switch (storage) {
            case NativeRows.INTEGER -> numbers.accept(rows.integer(column));
            case NativeRows.REAL -> {
                boolean whole = numbers.accept(rows.real(column));
                fits &= whole || family != DeclaredType.Family.INTEGER;
            }
            case NativeRows.TEXT -> {
                fits |= realWord(rows, column, storage);
                fits &= texts.accept(rows.bytes(column)) || family == DeclaredType.Family.BLOB;
            }
            case NativeRows.BLOB -> {
                fits |= realWord(rows, column, storage);
                accept(rows.bytes(column));
            }
            default -> {
                nulls++;
                return false;
            }
        }
        bytes += storage == NativeRows.INTEGER || storage == NativeRows.REAL ? Long.BYTES : 0;
        return !fits && example.isEmpty();
    }

    private boolean realWord(NativeRows rows, int column, int storage) {
        boolean real = family == DeclaredType.Family.REAL;
        if (!real && family != DeclaredType.Family.DECIMAL) {
            return false;
        }
        boolean word = storage == NativeRows.BLOB
                ? real && RealWords.isNegativeZero(rows.bytes(column))
                : real ? RealWords.isNotANumber(rows.bytes(column)) : RealWords.isWord(rows.bytes(column));
        realWords += word ? 1 : 0;
        return word || (storage == NativeRows.TEXT && numbersAsText);
    }

    private void accept(byte[] blob) {
        blobs++;
        longestBlob = Math.max(longestBlob, blob.length);
        bytes += blob.length;
        uuidBlobs += blob.length == 16 ? 1 : 0;
    }

    private boolean fits(int storage) {
        return switch (family) {
            case INTEGER, REAL, DECIMAL -> storage == NativeRows.INTEGER || storage == NativeRows.REAL;
            case TEXT, BOOLEAN, DATE, TIMESTAMP, TIME -> storage != NativeRows.BLOB;
            case JSON, UUID -> storage == NativeRows.TEXT || storage == NativeRows.BLOB;
            case BLOB -> storage == NativeRows.BLOB || storage == NativeRows.TEXT;
            case ANY -> true;
        };
    }

    void example(String row) {
        example = Optional.of(row);
    }

    long bytes() {
        return bytes + texts.bytes();
    }

    ColumnProfile profile() {
        Map<String, Long> classes = new HashMap<>();
        Map<String, Long> facts = new HashMap<>();
        numbers.report(classes, facts);
        texts.report(classes, facts);
        classes.put(Facts.BLOB, blobs);
        facts.put(Facts.UUID_BLOB, uuidBlobs);
        facts.put(Facts.REAL_WORD, realWords);
        classes.values().removeIf(count -> count == 0);
        facts.values().removeIf(count -> count == 0);
        return new ColumnProfile(
                name,
                nulls,
                classes,
                facts,
                numbers.smallest(),
                numbers.greatest(),
                Math.max(longestBlob, texts.longest()),
                example);
    }
}
