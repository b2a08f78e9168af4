package dev.dmt.engine.sqlite;

/** Floating point numbers as they are: whatever SQLite keeps as a number, and its stand-ins for what it cannot keep. */
final class RealConversion implements Conversion.OfDouble {
    @Override
    public double toDouble(NativeRows rows, int column) {
        int storage = rows.storageClass(column);
        if (storage == NativeRows.REAL || storage == NativeRows.INTEGER) {
            return rows.real(column);
        } else if (storage == NativeRows.TEXT && RealWords.isNotANumber(rows.bytes(column))) {
            return Double.NaN;
        } else if (storage == NativeRows.BLOB && RealWords.isNegativeZero(rows.bytes(column))) {
            return -0.0;
        }
        throw Conversion.misfit(rows, column, "a floating point number");
    }
}
