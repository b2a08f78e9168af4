package dev.dmt.engine.sqlite;

import java.util.Arrays;
import java.util.List;

/**
 * How a column's cells become values, in the text form that the plan keeps: a base, then what to do with what does not
 * fit, then what to do with bad text, joined by semicolons: {@code as_is}, {@code iso_date;null}, {@code as_is;strip}.
 */
record ReadingForm(String base, boolean nulling, TextRepair repair) {
    /** The storage class that the type stands for. */
    static final String AS_IS = "as_is";
    /** Numbers as their digits beside texts. */
    static final String ANY_AS_TEXT = "any_as_text";
    /** Numbers as their digits beside texts' and blobs' bytes. */
    static final String ANY_AS_BINARY = "any_as_binary";
    /** Texts of digits as numbers. */
    static final String TEXT_NUMBER = "text_number";

    static final String ISO_DATE = "iso_date";
    static final String ISO_TIME = "iso_time";
    static final String ISO_TIMESTAMP = "iso_timestamp";
    static final String ISO_TIMESTAMP_ZONED = "iso_timestamp_zoned";
    static final String WIDE_DATE = "wide_date";
    static final String WIDE_TIME = "wide_time";
    static final String WIDE_TIMESTAMP = "wide_timestamp";
    static final String WIDE_TIMESTAMP_ZONED = "wide_timestamp_zoned";
    static final String EPOCH_SECONDS = "epoch_seconds";
    static final String EPOCH_MILLIS = "epoch_millis";
    static final String EPOCH_MICROS = "epoch_micros";
    static final String JULIAN_DAY = "julian_day";
    /** Sixteen bytes as a uuid. */
    static final String BLOB_UUID = "blob_uuid";

    private static final String NULLING = "null";
    private static final String REJECTING = "reject";

    /** What becomes of NUL characters and broken UTF-8. */
    enum TextRepair {
        NONE(""),
        STRIP("strip"),
        REPLACE("replace");

        private final String text;

        TextRepair(String text) {
            this.text = text;
        }
    }

    static ReadingForm parse(String form) {
        List<String> parts = Arrays.asList(form.split(";", -1));
        TextRepair repair = Arrays.stream(TextRepair.values())
                .filter(r -> !r.text.isEmpty() && parts.contains(r.text))
                .findFirst()
                .orElse(TextRepair.NONE);
        return new ReadingForm(parts.get(0), parts.contains(NULLING), repair);
    }

    static String nulling(String form) {
        return form + ";" + NULLING;
    }

    /** Says in the plan that misfits are to be rejected as they are read; the reading itself is the strict one. */
    static String rejecting(String form) {
        return form + ";" + REJECTING;
    }

    static String repairing(String form, TextRepair repair) {
        return repair == TextRepair.NONE ? form : form + ";" + repair.text;
    }
}
