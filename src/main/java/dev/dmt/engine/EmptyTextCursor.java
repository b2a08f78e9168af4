package dev.dmt.engine;

import dev.dmt.schema.KeyTuple;
import java.util.List;
import java.util.Optional;

/** A cursor that gives NULL, or a blank, for texts of length 0 of some columns. */
final class EmptyTextCursor implements RowCursor {
    private static final byte[] BLANK = {' '};

    private final RowCursor source;
    private final boolean[] asNull;
    private final boolean[] asBlank;

    EmptyTextCursor(RowCursor source, List<Optional<EmptyText>> rules) {
        this.source = source;
        asNull = new boolean[rules.size()];
        asBlank = new boolean[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            asNull[i] = rules.get(i).filter(EmptyText.NULL::equals).isPresent();
            asBlank[i] = rules.get(i).filter(EmptyText.SPACE::equals).isPresent();
        }
    }

    @Override
    public boolean next() {
        return source.next();
    }

    @Override
    public boolean isNull(int column) {
        return source.isNull(column) || (asNull[column] && source.bytes(column).length() == 0);
    }

    @Override
    public long getLong(int column) {
        return source.getLong(column);
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return source.nanosOfMicrosecond(column);
    }

    @Override
    public double getDouble(int column) {
        return source.getDouble(column);
    }

    @Override
    public ByteView bytes(int column) {
        ByteView view = source.bytes(column);
        return asBlank[column] && view.length() == 0 ? view.set(BLANK, 0, BLANK.length) : view;
    }

    @Override
    public KeyTuple key() {
        return source.key();
    }

    @Override
    public void close() {
        source.close();
    }
}
