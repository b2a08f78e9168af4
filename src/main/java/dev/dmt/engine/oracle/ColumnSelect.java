package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnUse;
import dev.dmt.schema.LogicalType;

/**
 * How a column is asked for.
 *
 * @param sql what stands in the select list
 * @param stored the family of what comes back
 * @param streamed true of what the driver wants to be read after all else of its row
 */
record ColumnSelect(String sql, Stored stored, LogicalType wanted, boolean streamed) {
    /** As TO_CHAR writes moments: the sign is a blank in our era. */
    static final String SECOND = "'SYYYY-MM-DD HH24:MI:SS'";

    static final String FRACTION = "'SYYYY-MM-DD HH24:MI:SS.FF9'";

    static ColumnSelect of(ColumnRead column) {
        return of(OracleIdentifiers.quote(column.name()), declared(column), column.type());
    }

    /** The source's reading has the declared type in its form; in the target it is what dmt makes of the logical one. */
    static DeclaredType declared(ColumnRead column) {
        int colon = column.form().indexOf(':');
        return DeclaredType.of(
                colon >= 0
                        ? column.form().substring(colon + 1)
                        : new OracleTypes()
                                .nativeType(column.type(), ColumnUse.PLAIN)
                                .sql()
                                .split(" IN ", 2)[0]);
    }

    private static ColumnSelect of(String name, DeclaredType declared, LogicalType wanted) {
        Stored stored = declared.stored();
        return switch (wanted.kind()) {
            case TEXT, NATIVE -> text(name, declared, wanted);
            case JSON -> stored == Stored.JSON ? text(name, declared, wanted) : plain(name, stored, wanted);
            case XML -> stored == Stored.XML ? text(name, declared, wanted) : plain(name, stored, wanted);
            case BOOLEAN ->
                stored == Stored.BOOLEAN
                        ? expression(
                                "CASE WHEN " + name + " THEN 1 WHEN NOT " + name + " THEN 0 END", Stored.NUMBER, wanted)
                        : plain(name, stored, wanted);
            case INTERVAL, TIME ->
                stored == Stored.MONTHS || stored == Stored.SECONDS
                        ? expression("TO_CHAR(" + name + ")", stored, wanted)
                        : plain(name, stored, wanted);
            case TIMESTAMP ->
                ((LogicalType.Timestamp) wanted).zoned()
                        ? expression(inUtc(name), Stored.TIMESTAMP, wanted)
                        : plain(name, stored, wanted);
            case INTEGER,
                    DECIMAL,
                    FLOAT,
                    BINARY,
                    DATE,
                    UUID,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    UNKNOWN -> plain(name, stored, wanted);
        };
    }

    /** An instant as a moment without a zone, in UTC. */
    private static String inUtc(String name) {
        return "CAST(" + name + " AT TIME ZONE '+00:00' AS TIMESTAMP(9))";
    }

    /** A value as Oracle writes it: as text for everybody, and for another Oracle in a form that it reads back. */
    private static ColumnSelect text(String name, DeclaredType declared, LogicalType wanted) {
        return switch (declared.stored()) {
            case NUMBER, BINARY_FLOAT, BINARY_DOUBLE, CHARACTERS, CLOB, LONG, RAW, LONG_RAW, BLOB ->
                plain(name, declared.stored(), wanted);
            case DATE -> string("LTRIM(TO_CHAR(" + name + ", " + SECOND + "))", wanted);
            case TIMESTAMP -> string("LTRIM(TO_CHAR(" + name + ", " + FRACTION + "))", wanted);
            case LOCAL -> string("LTRIM(TO_CHAR(" + name + " AT TIME ZONE '+00:00', " + FRACTION + "))", wanted);
            // A region has the offset of the day or its summer one; its hour that comes twice is told apart by the
            // name.
            case ZONED ->
                string(
                        "RTRIM(LTRIM(TO_CHAR(" + name + ", 'SYYYY-MM-DD HH24:MI:SS.FF9 TZR')) || ' ' || TO_CHAR(" + name
                                + ", 'TZD'))",
                        wanted);
            case MONTHS, SECONDS -> string("TO_CHAR(" + name + ")", wanted);
            case ROWID ->
                string(
                        declared.name().equals("ROWID")
                                ? "ROWIDTOCHAR(" + name + ")"
                                : "CAST(" + name + " AS VARCHAR2(4000))",
                        wanted);
            case XML -> expression("XMLSERIALIZE(CONTENT " + name + " AS CLOB)", Stored.CLOB, wanted);
            case JSON -> expression("JSON_SERIALIZE(" + name + " RETURNING CLOB)", Stored.CLOB, wanted);
            case BOOLEAN -> string("CASE WHEN " + name + " THEN 'TRUE' WHEN NOT " + name + " THEN 'FALSE' END", wanted);
            case SHAPE -> expression("SDO_UTIL.TO_WKTGEOMETRY(" + name + ")", Stored.CLOB, wanted);
            case OTHER -> throw new IllegalStateException("a " + declared.spelled() + " has no text");
        };
    }

    private static ColumnSelect plain(String name, Stored stored, LogicalType wanted) {
        return new ColumnSelect(name, stored, wanted, stored == Stored.LONG || stored == Stored.LONG_RAW);
    }

    private static ColumnSelect string(String sql, LogicalType wanted) {
        return expression(sql, Stored.CHARACTERS, wanted);
    }

    private static ColumnSelect expression(String sql, Stored stored, LogicalType wanted) {
        return new ColumnSelect(sql, stored, wanted, false);
    }
}
