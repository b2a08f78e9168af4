package dev.dmt.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.rows.CsvRows;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyTextReaderTest {
    private final OneRow source = new OneRow("\"\",\"\",\"\",7\n");
    private final EmptyTextReader reader = new EmptyTextReader(source);

    @Test
    void an_empty_text_is_read_as_its_column_says() {
        TableRead read = read("f+empty_or_null", "f+empty_as_space", "f", "f");
        try (RowCursor row = reader.open(read, KeyRange.ALL)) {
            assertThat(row.next()).isTrue();
            assertThat(row.isNull(0)).isTrue();
            assertThat(row.isNull(1)).isFalse();
            assertThat(text(row, 1)).isEqualTo(" ");
            assertThat(row.isNull(2)).isFalse();
            assertThat(text(row, 2)).isEmpty();
            assertThat(row.getLong(3)).isEqualTo(7);
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void the_source_sees_its_own_forms_alone() {
        TableRead read = read("f_or_null+empty_as_space", "f_or_null", "f+empty_or_null", "f");
        reader.open(read, KeyRange.ALL).close();
        reader.partitions(read, 2);
        reader.count(read, KeyRange.ALL);

        assertThat(source.forms).hasSize(3).containsOnly(List.of("f_or_null", "f_or_null", "f", "f"));
    }

    @Test
    void where_nothing_is_to_be_changed_nothing_stands_between() {
        try (RowCursor row = reader.open(read("f", "f", "f", "f"), KeyRange.ALL)) {
            assertThat(row).isInstanceOf(CsvRows.class);
        }
    }

    private static String text(RowCursor row, int column) {
        ByteView view = row.bytes(column);
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
    }

    private static List<LogicalType> types() {
        LogicalType text = LogicalType.parse("text(10)");
        return List.of(text, text, text, LogicalType.parse("integer(32)"));
    }

    private static TableRead read(String... forms) {
        List<ColumnRead> columns = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            columns.add(new ColumnRead("c" + i, types().get(i), forms[i]));
        }
        return new TableRead(TableName.of("t"), columns, new RowOrder(RowOrder.Kind.NONE, List.of()));
    }

    /** A source of one row. */
    private static final class OneRow implements Reader {
        private final byte[] chunk;
        private final List<List<String>> forms = new ArrayList<>();

        OneRow(String csv) {
            chunk = csv.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public RowCursor open(TableRead read, KeyRange range) {
            note(read);
            return new CsvRows(new ByteArrayInputStream(chunk), types(), WireFormat.CSV);
        }

        @Override
        public List<KeyRange> partitions(TableRead read, int parts) {
            note(read);
            return List.of(KeyRange.ALL);
        }

        @Override
        public long count(TableRead read, KeyRange range) {
            note(read);
            return 1;
        }

        private void note(TableRead read) {
            forms.add(read.columns().stream().map(ColumnRead::form).toList());
        }
    }
}
