package dev.dmt.engine.mssql;

import dev.dmt.config.EngineName;
import dev.dmt.schema.LogicalType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a type means, from how the catalog spells it. What another engine has no like of is native, with the form that it is
 * carried in elsewhere: another SQL Server gets the very type.
 */
final class DeclaredType {
    private static final int MOST_DIGITS = 18;
    private static final int HUNDRED_NANOSECONDS = 7;
    private static final int MILLISECONDS = 3;
    private static final int REAL_BITS = 24;

    private DeclaredType() {}

    static LogicalType of(String spelled) {
        NativeName name = NativeName.parse(spelled);
        return switch (name.base()) {
            case "bit" -> new LogicalType.Bool();
            case "tinyint" -> new LogicalType.Int(8, false);
            case "smallint" -> new LogicalType.Int(16);
            case "int" -> new LogicalType.Int(32);
            case "bigint" -> new LogicalType.Int(64);
            case "decimal", "numeric" ->
                new LogicalType.Decimal(
                        name.number(0).orElse(MOST_DIGITS), name.number(1).orElse(0));
            case "money" -> own(spelled, new LogicalType.Decimal(19, 4));
            case "smallmoney" -> own(spelled, new LogicalType.Decimal(10, 4));
            case "real" -> new LogicalType.Floating(32);
            case "float" -> new LogicalType.Floating(name.number(0).orElse(53) <= REAL_BITS ? 32 : 64);
            case "char", "nchar", "varchar", "nvarchar", "text", "ntext" -> text(name);
            case "binary" ->
                new LogicalType.Binary(OptionalInt.of(name.number(0).orElse(1)), true);
            case "varbinary" -> new LogicalType.Binary(name.number(0), false);
            case "image" -> new LogicalType.Binary();
            case "date", "time", "datetime", "smalldatetime", "datetime2", "datetimeoffset" -> moment(spelled, name);
            case "uniqueidentifier" -> new LogicalType.Uuid();
            case "rowversion", "timestamp" -> new LogicalType.RowVersion();
            case "xml" -> own(spelled, new LogicalType.Xml());
            case "json" -> own(spelled, new LogicalType.Json(false));
            case "hierarchyid" -> own(spelled, new LogicalType.Text(OptionalInt.of(MssqlTypes.LONGEST_UNICODE)));
            case "geometry", "geography" ->
                own(spelled, new LogicalType.Geometry(name.base().equals("geography"), OptionalInt.empty()));
            default -> new LogicalType.Unknown(spelled);
        };
    }

    private static LogicalType moment(String spelled, NativeName name) {
        int precision = name.number(0).orElse(HUNDRED_NANOSECONDS);
        return switch (name.base()) {
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time(precision);
            case "datetime" -> own(spelled, new LogicalType.Timestamp(false, MILLISECONDS));
            case "smalldatetime" -> own(spelled, new LogicalType.Timestamp(false, 0));
            case "datetimeoffset" -> own(spelled, new LogicalType.Timestamp(true, precision));
            default -> new LogicalType.Timestamp(false, precision);
        };
    }

    /** The types of old, text and ntext, go on as their successors. */
    private static LogicalType text(NativeName name) {
        boolean unbounded = name.base().endsWith("text");
        boolean fixed = name.base().endsWith("char") && !name.base().endsWith("varchar");
        OptionalInt length =
                unbounded ? OptionalInt.empty() : fixed || name.arguments().isEmpty() ? known(name) : name.number(0);
        return new LogicalType.Text(length, fixed, name.isUnicodeText()).collated(Optional.empty(), name.collation());
    }

    private static OptionalInt known(NativeName name) {
        return OptionalInt.of(name.number(0).orElse(1));
    }

    private static LogicalType own(String spelled, LogicalType portable) {
        return new LogicalType.Native(EngineName.MSSQL.text(), spelled, portable);
    }
}
