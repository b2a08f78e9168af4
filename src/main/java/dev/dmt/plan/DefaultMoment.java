package dev.dmt.plan;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.TypeKind;

/** A default that is the present moment, for the type its column has in the target. */
final class DefaultMoment {
    private DefaultMoment() {}

    static Parsed fit(Expression.Now now, LogicalType type) {
        TypeKind given = now.type().kind();
        return switch (type.kind()) {
            // The source's moments are texts in UTC; where the column stays a text, it goes on being written the same
            // way.
            case TEXT ->
                given == TypeKind.INTEGER || now.written().isEmpty()
                        ? refused(now, type)
                        : new Parsed.Portable(new Expression.Now(type, now.written(), now.clock()));
            case TIMESTAMP ->
                given == TypeKind.TIMESTAMP
                        ? new Parsed.Portable(new Expression.Now(type, now.written(), now.clock()))
                        : given == TypeKind.DATE && !((LogicalType.Timestamp) type).zoned()
                                ? new Parsed.Portable(now)
                                : refused(now, type);
            case DATE, TIME, INTEGER -> given == type.kind() ? new Parsed.Portable(now) : refused(now, type);
            case BOOLEAN,
                    DECIMAL,
                    FLOAT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> refused(now, type);
        };
    }

    private static Parsed refused(Expression.Now now, LogicalType type) {
        return new Parsed.Refused("the present moment as " + now.type() + " is no value of the type " + type);
    }
}
