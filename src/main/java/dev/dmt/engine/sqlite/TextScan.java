package dev.dmt.engine.sqlite;

import java.util.Map;

/** What a scan finds in a column's texts. A look at the length and the first byte spares most of the checks. */
final class TextScan {
    private static final int LONGEST_MOMENT = 40;
    private static final int LONGEST_NUMBER = 40;

    private final JsonScan json;

    private long texts;
    private long longest;
    private long bytes;
    private long nul;
    private long broken;
    private long dates;
    private long times;
    private long timestamps;
    private long zoned;
    private long truths;
    private long uuids;
    private long upperUuids;
    private final boolean declaredMoments;
    private final boolean declaredNumbers;
    private final WideScan wide = new WideScan();
    private int digitsBefore;
    private int digitsAfter;
    private long wholes;
    private long decimals;

    /**
     * @param declaredMoments looks for moments beyond SQLite's own
     * @param declaredNumbers looks for numbers of any length, and for the digits that they have
     */
    TextScan(boolean jsonExpected, boolean declaredMoments, boolean declaredNumbers) {
        this.json = new JsonScan(jsonExpected);
        this.declaredMoments = declaredMoments;
        this.declaredNumbers = declaredNumbers;
    }

    /** Returns false where the text is broken or holds a NUL. */
    boolean accept(byte[] text) {
        long scanned = Utf8.scan(text);
        boolean first = texts == 0;
        texts++;
        bytes += text.length;
        if ((scanned & Utf8.BROKEN) != 0) {
            broken++;
            longest = Math.max(longest, text.length);
            json.reject();
            return false;
        }
        longest = Math.max(longest, scanned & ~Utf8.NUL);
        if ((scanned & Utf8.NUL) != 0) {
            nul++;
            json.reject();
            return false;
        }
        if (declaredNumbers) {
            acceptNumber(text);
        } else if (text.length <= LONGEST_MOMENT && text.length > 0) {
            acceptShort(text, first);
        }
        if (declaredMoments) {
            wide.accept(text);
        }
        json.accept(text);
        return true;
    }

    private void acceptShort(byte[] text, boolean first) {
        if (text.length <= 5) {
            truths += Words.truth(text) == Words.NOT ? 0 : 1;
        }
        byte initial = text[0];
        if (initial >= '0' && initial <= '9' && text.length >= 5) {
            acceptMoment(text);
        }
        boolean numeric = (initial >= '0' && initial <= '9') || initial == '-' || initial == '+' || initial == '.';
        if (numeric && text.length <= LONGEST_NUMBER) {
            if (first || wholes == texts - 1) {
                wholes += text.length <= 18 && NumberText.whole(text) ? 1 : 0;
            }
            if (first || decimals == texts - 1) {
                decimals += NumberText.decimal(text) ? 1 : 0;
            }
        }
        if (text.length == Words.UUID_LENGTH && Words.uuid(text)) {
            uuids++;
            upperUuids += Words.lowerCase(text) ? 0 : 1;
        }
    }

    private void acceptNumber(byte[] text) {
        if (RealWords.isWord(text)) {
            decimals++;
        } else if (NumberText.decimal(text)) {
            decimals++;
            digitsBefore = Math.max(digitsBefore, NumberText.digitsBefore(text));
            digitsAfter = Math.max(digitsAfter, NumberText.digitsAfter(text));
        }
    }

    private void acceptMoment(byte[] text) {
        if (text[2] == ':') {
            times += IsoText.time(text) == IsoText.NOT ? 0 : 1;
        } else if (text[4] == '-') {
            if (text.length == 10) {
                dates += IsoText.date(text) == IsoText.NOT ? 0 : 1;
            } else if (IsoText.timestamp(text) != IsoText.NOT) {
                timestamps++;
            } else {
                zoned += IsoText.zonedTimestamp(text) == IsoText.NOT ? 0 : 1;
            }
        }
    }

    long longest() {
        return longest;
    }

    long bytes() {
        return bytes;
    }

    void report(Map<String, Long> classes, Map<String, Long> facts) {
        classes.put(Facts.TEXT, texts);
        facts.put(Facts.NUL, nul);
        facts.put(Facts.BAD_UTF8, broken);
        facts.put(Facts.ISO_DATE, dates);
        facts.put(Facts.ISO_TIME, times);
        facts.put(Facts.ISO_TIMESTAMP, timestamps);
        facts.put(Facts.ISO_TIMESTAMP_ZONED, zoned);
        facts.put(Facts.BOOLEAN_WORD, truths);
        facts.put(Facts.UUID, uuids);
        facts.put(Facts.UUID_UPPER, upperUuids);
        facts.put(Facts.TEXT_INTEGER, wholes);
        facts.put(Facts.TEXT_DECIMAL, decimals);
        facts.merge(Facts.DIGITS_BEFORE, (long) digitsBefore, Math::max);
        facts.merge(Facts.DIGITS_AFTER, (long) digitsAfter, Math::max);
        wide.report(facts);
        json.report(facts);
    }
}
