package dev.dmt.transfer.reject;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.UnitSession;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds the rows for which a target refuses a chunk, by trying halves that are rolled back, so that the rest can then go in
 * as one chunk and one transaction. One thread's own.
 */
public final class RefusedRows {
    /** The chunk's bytes, from the beginning each time. */
    public interface Content {
        InputStream open() throws IOException;
    }

    private final UnitSession session;
    private final TableLoad load;
    private final Content content;
    private final RejectBudget budget;
    private final NavigableMap<Long, String> found = new TreeMap<>();

    public RefusedRows(UnitSession session, TableLoad load, Content content, RejectBudget budget) {
        this.session = session;
        this.load = load;
        this.content = content;
        this.budget = budget;
    }

    /** Searches a chunk of so many rows that was refused; gives how many rows are to blame by themselves. */
    public long search(long rows) throws IOException {
        if (rows > 0) {
            String reason = rows == 1 ? refusal(0, 1).orElse("") : "";
            if (rows > 1 || !reason.isEmpty()) {
                split(0, rows, reason);
            }
        }
        return found.size();
    }

    /**
     * Searches a chunk of so many rows that was refused for the first row to blame, and gives its key as a cursor would;
     * empty where the key is not among the columns, or no row is to blame by itself.
     */
    public Optional<String> firstKey(long rows, TableRead read, List<String> keyColumns) throws IOException {
        if (rows == 0 || refusal(0, rows).isEmpty()) {
            return Optional.empty();
        }
        long from = 0;
        long to = rows;
        while (to - from > 1) {
            long middle = (from + to) >>> 1;
            if (refusal(from, middle).isPresent()) {
                to = middle;
            } else {
                from = middle;
            }
        }
        long first = from;
        try (CSVParser parser = CSVParser.parse(
                new InputStreamReader(choose(row -> row == first, first + 1), StandardCharsets.UTF_8),
                CSVFormat.POSTGRESQL_CSV)) {
            RefusedKey keys = RefusedKey.of(read, keyColumns);
            return parser.stream().findFirst().flatMap(keys::in).map(KeyTuple::toString);
        }
    }

    /** The chunk without those rows. */
    public InputStream rest() throws IOException {
        return choose(row -> !found.containsKey(row), Long.MAX_VALUE);
    }

    /**
     * Writes those rows to a file, under the keys that a cursor gives them, so that validation knows them again.
     *
     * @param keyColumns the columns that are the read's order; empty where it is not among the columns
     * @param name says where rows come from that have no key
     */
    public void list(TableRead read, List<String> keyColumns, String name, RejectFile file) throws IOException {
        RefusedKey keys = RefusedKey.of(read, keyColumns);
        try (CSVParser parser = CSVParser.parse(
                new InputStreamReader(choose(found::containsKey, found.lastKey() + 1), StandardCharsets.UTF_8),
                CSVFormat.POSTGRESQL_CSV)) {
            Iterator<Map.Entry<Long, String>> reasons = found.entrySet().iterator();
            for (CSVRecord row : parser) {
                Map.Entry<Long, String> reason = reasons.next();
                List<String> values = values(row, read);
                String key = keys.in(row).map(KeyTuple::toString).orElse(name + " row " + (reason.getKey() + 1));
                file.add(new RejectedRow(key, "", reason.getValue(), values));
            }
        }
    }

    private void split(long from, long to, String reason) throws IOException {
        if (to - from == 1) {
            budget.spend(1);
            found.put(from, reason);
            return;
        }
        long middle = (from + to) >>> 1;
        Optional<String> left = refusal(from, middle);
        if (left.isPresent()) {
            split(from, middle, left.get());
        }
        Optional<String> right = refusal(middle, to);
        if (right.isPresent()) {
            split(middle, to, right.get());
        }
    }

    private Optional<String> refusal(long from, long to) throws IOException {
        try (InputStream part = choose(row -> row >= from, to)) {
            return session.refusal(load, part);
        }
    }

    private InputStream choose(LongPredicate choice, long end) throws IOException {
        return new RowChoiceInput(content.open(), choice, end);
    }

    private static List<String> values(CSVRecord row, TableRead read) {
        List<String> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            boolean binary = read.columns().get(i).type().kind() == TypeKind.BINARY;
            values.add(value == null ? RowText.NULL : binary ? value : RowText.text(value));
        }
        return values;
    }
}
