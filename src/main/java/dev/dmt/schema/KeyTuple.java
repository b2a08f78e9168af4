package dev.dmt.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A row's position in its table's {@link RowOrder}: the watermark's and the key bounds' value. */
public record KeyTuple(List<KeyValue> values) {
    public KeyTuple {
        values = List.copyOf(values);
    }

    public static KeyTuple of(long rowid) {
        return new KeyTuple(List.of(new KeyValue.Whole(rowid)));
    }

    @JsonCreator
    public static KeyTuple parse(String text) {
        return new KeyTuple(
                Arrays.stream(text.split(",", -1)).map(KeyValue::decode).toList());
    }

    @JsonValue
    @Override
    public String toString() {
        return values.stream().map(KeyValue::encode).collect(Collectors.joining(","));
    }
}
