package dev.dmt.engine.sqlite;

import dev.dmt.engine.ColumnRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;

/** Chooses the conversion for a column's type and form. */
final class Conversions {
    private Conversions() {}

    static Conversion of(ColumnRead column) {
        ReadingForm form = ReadingForm.parse(column.form());
        Conversion strict = switch (column.type().kind()) {
            case BOOLEAN -> NumberConversions.truth();
            case INTEGER -> NumberConversions.whole(form.base(), bits(column));
            case FLOAT -> NumberConversions.floating(form.base());
            case DECIMAL -> DecimalConversion.of(form.base());
            case DATE -> MomentConversions.date(form.base());
            case TIME -> MomentConversions.time(form.base());
            case TIMESTAMP -> MomentConversions.timestamp(form.base());
            case TEXT, JSON, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY ->
                new TextConversion(form.base().equals(ReadingForm.ANY_AS_TEXT), form.repair());
            case BINARY, GEOMETRY, ROW_VERSION ->
                new BinaryConversion(form.base().equals(ReadingForm.ANY_AS_BINARY));
            case UUID -> new UuidConversion();
            case NATIVE, UNKNOWN ->
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "column " + column.name() + " has no known type",
                        ErrorContext.at("column", column.name()).withHint("name its type under migration.types"));
        };
        return form.nulling() ? new Nulling(strict) : strict;
    }

    private static int bits(ColumnRead column) {
        return column.type() instanceof dev.dmt.schema.LogicalType.Int whole ? whole.bits() : 64;
    }
}
