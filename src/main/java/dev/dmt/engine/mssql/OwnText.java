package dev.dmt.engine.mssql;

import dev.dmt.schema.LogicalType;
import java.util.regex.Pattern;

/** A text that another SQL Server declares: known by its collation, whose name is like no other engine's. It stays as it is. */
final class OwnText {
    private static final Pattern COLLATION = Pattern.compile("\\w+_(?:C[IS]_A[IS]|BIN2?)(?:_[A-Z0-9]+)*");

    private OwnText() {}

    static boolean is(LogicalType.Text type) {
        return type.collation()
                .filter(name -> COLLATION.matcher(name).matches())
                .isPresent();
    }

    static String sql(LogicalType.Text type) {
        String base = (type.national() ? "n" : "") + (type.fixed() ? "char(" : "varchar(");
        String length =
                type.length().isPresent() ? Integer.toString(type.length().getAsInt()) : "max";
        return base + length + ") COLLATE " + type.collation().orElseThrow();
    }
}
