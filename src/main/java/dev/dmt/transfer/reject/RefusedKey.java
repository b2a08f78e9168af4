package dev.dmt.transfer.reject;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Finds the key of a row in what was written for the target. */
final class RefusedKey {
    private final List<ColumnRead> columns;
    private final List<Integer> places;

    private RefusedKey(List<ColumnRead> columns, List<Integer> places) {
        this.columns = columns;
        this.places = places;
    }

    static RefusedKey of(TableRead read, List<String> keyColumns) {
        List<Integer> places = new ArrayList<>();
        for (String wanted : keyColumns) {
            for (int i = 0; i < read.columns().size(); i++) {
                if (read.columns().get(i).name().equalsIgnoreCase(wanted)) {
                    places.add(i);
                }
            }
        }
        return new RefusedKey(read.columns(), places.size() == keyColumns.size() ? places : List.of());
    }

    /** Empty where the key is not among the columns, or its values are written otherwise than the source has them. */
    Optional<KeyTuple> in(CSVRecord row) {
        List<KeyValue> values = new ArrayList<>();
        for (int place : places) {
            String written = row.get(place);
            TypeKind kind = columns.get(place).type().kind();
            if (written != null && kind == TypeKind.INTEGER) {
                values.add(new KeyValue.Whole(Long.parseLong(written)));
            } else if (written != null && kind == TypeKind.TEXT) {
                values.add(new KeyValue.Text(written));
            } else {
                return Optional.empty();
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new KeyTuple(values));
    }
}
