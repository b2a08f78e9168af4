package dev.dmt.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeafSumTest {
    private static final LogicalType TEXT = LogicalType.parse("text");

    private final RowHasher hasher = new RowHasher();

    @Test
    void golden_three_rows() {
        LeafSum sum = new LeafSum();
        add(sum, "12", "3");
        add(sum, "1", "23");
        hasher.begin().addNull().finish(sum);
        assertThat(sum.toChecksum()).hasToString("3:4811c4cd231b6ced:a1983888564c8fbe");
    }

    @Test
    void order_and_partition_do_not_matter() {
        Random random = new Random(42);
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(new String[] {Long.toString(random.nextLong()), Integer.toString(random.nextInt(9))});
        }
        LeafSum whole = new LeafSum();
        rows.forEach(row -> add(whole, row[0], row[1]));
        for (int trial = 0; trial < 10; trial++) {
            Collections.shuffle(rows, random);
            LeafSum[] parts = {new LeafSum(), new LeafSum(), new LeafSum()};
            rows.forEach(row -> add(parts[random.nextInt(3)], row[0], row[1]));
            LeafSum together = new LeafSum();
            for (LeafSum part : parts) {
                together.add(part);
            }
            assertThat(together.matches(whole)).isTrue();
            assertThat(parts[0].toChecksum().plus(parts[1].toChecksum()).plus(parts[2].toChecksum()))
                    .isEqualTo(whole.toChecksum());
        }
    }

    @Test
    void duplicates_count_and_do_not_cancel_out() {
        LeafSum once = new LeafSum();
        add(once, "a", "b");
        LeafSum twice = new LeafSum();
        add(twice, "a", "b");
        add(twice, "a", "b");
        LeafSum thrice = new LeafSum();
        thrice.add(twice);
        add(thrice, "a", "b");
        Set<Checksum> all = Set.of(Checksum.EMPTY, once.toChecksum(), twice.toChecksum(), thrice.toChecksum());
        assertThat(all).hasSize(4);
        assertThat(twice.matches(once)).isFalse();

        LeafSum otherPair = new LeafSum();
        add(otherPair, "c", "d");
        add(otherPair, "c", "d");
        assertThat(otherPair.matches(twice)).isFalse();
    }

    @Test
    void any_change_of_one_field_changes_the_sum() {
        Random random = new Random(3);
        for (int trial = 0; trial < 2_000; trial++) {
            long[] row = random.longs(5).toArray();
            LeafSum before = sumOf(row);
            int at = random.nextInt(row.length);
            row[at] ^= 1L << random.nextInt(64);
            assertThat(sumOf(row).matches(before)).isFalse();
        }
    }

    @Test
    void swapping_values_between_rows_is_seen() {
        LeafSum straight = new LeafSum();
        add(straight, "1", "a");
        add(straight, "2", "b");
        LeafSum crossed = new LeafSum();
        add(crossed, "1", "b");
        add(crossed, "2", "a");
        assertThat(crossed.matches(straight)).isFalse();
    }

    @Test
    void many_rows_have_many_hashes() {
        Set<Long> words = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            hasher.begin().addLong(TypeKind.INTEGER, i).finish();
            words.add(hasher.first());
            words.add(hasher.second());
        }
        assertThat(words).hasSize(100_000);
    }

    @Test
    void a_checksum_has_a_text_form() {
        Checksum checksum = new Checksum(7, -1, 255);
        assertThat(checksum).hasToString("7:ffffffffffffffff:00000000000000ff");
        assertThat(Checksum.parse(checksum.toString())).isEqualTo(checksum);
        assertThatThrownBy(() -> Checksum.parse("7:1")).hasMessageContaining("not a checksum");
    }

    @Test
    void a_cleared_sum_is_empty() {
        LeafSum sum = new LeafSum();
        add(sum, "a", "b");
        sum.clear();
        assertThat(sum.toChecksum()).isEqualTo(Checksum.EMPTY);
    }

    private LeafSum sumOf(long[] row) {
        LeafSum sum = new LeafSum();
        hasher.begin();
        for (long field : row) {
            hasher.addLong(TypeKind.TIMESTAMP, field);
        }
        hasher.finish(sum);
        return sum;
    }

    private void add(LeafSum sum, String... fields) {
        hasher.begin();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            hasher.addBytes(TEXT, bytes, 0, bytes.length);
        }
        hasher.finish(sum);
    }
}
