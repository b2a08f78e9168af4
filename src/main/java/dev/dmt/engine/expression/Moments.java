package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and moments as constants, in the one form that every engine takes. */
final class Moments {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s*(.*)");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d{2})(?::?(\\d{2}))?");
    private static final Set<String> UTC = Set.of("utc", "gmt", "+00:00", "etc/utc", "z");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    static Operand constant(String text, LogicalType type) {
        try {
            return Operand.of(new Expression.TextLiteral(written(text, type)), type);
        } catch (DateTimeException e) {
            throw new Refusal("a constant is no " + type);
        }
    }

    private static String written(String text, LogicalType type) {
        return switch (type.kind()) {
            case DATE -> date(text).toString();
            case TIME -> withSeconds(LocalTime.parse(text).toString());
            default -> Types.zoned(type) ? instant(text) : timestamp(text);
        };
    }

    private static LocalDate date(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            LocalDate parsed = LocalDate.parse(date.group(1) + "-" + date.group(2) + "-" + date.group(3));
            if (parsed.getYear() > 0) {
                return parsed;
            }
        }
        Matcher moment = MOMENT.matcher(text);
        if (moment.matches()
                && LocalTime.parse(moment.group(2)).equals(LocalTime.MIDNIGHT)
                && moment.group(3).isEmpty()) {
            return LocalDate.parse(moment.group(1));
        }
        throw new DateTimeException("no date");
    }

    private static String timestamp(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            return SECONDS.format(date(text).atStartOfDay());
        } else if (!moment.group(3).isEmpty()) {
            throw new DateTimeException("a zone");
        }
        return written(LocalDateTime.of(LocalDate.parse(moment.group(1)), LocalTime.parse(moment.group(2))));
    }

    /** Of a session's zone alone the session knows. */
    private static String instant(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            throw new DateTimeException("no moment");
        }
        LocalDateTime local = LocalDateTime.of(LocalDate.parse(moment.group(1)), LocalTime.parse(moment.group(2)));
        OffsetDateTime utc = local.atOffset(offset(moment.group(3))).withOffsetSameInstant(ZoneOffset.UTC);
        return written(utc.toLocalDateTime()) + "+00:00";
    }

    private static ZoneOffset offset(String zone) {
        if (UTC.contains(zone.toLowerCase(Locale.ROOT))) {
            return ZoneOffset.UTC;
        }
        Matcher offset = OFFSET.matcher(zone);
        if (!offset.matches()) {
            throw new DateTimeException("no offset");
        }
        return ZoneOffset.of(offset.group(1) + (offset.group(2) == null ? "" : ":" + offset.group(2)));
    }

    private static String written(LocalDateTime moment) {
        return moment.toLocalDate() + " " + withSeconds(moment.toLocalTime().toString());
    }

    private static String withSeconds(String time) {
        if (time.length() == "00:00".length()) {
            return time + ":00";
        }
        return time.indexOf('.') < 0 ? time : time.replaceFirst("0+$", "");
    }

    /** A neighbour as what it is compared with: a constant of the same type, or a value of it. */
    static Operand like(Operand value, Operand neighbour) {
        LogicalType type = value.type().orElseThrow();
        if (neighbour.expression() instanceof Expression.Now && !(value.expression() instanceof Expression.Now)) {
            boolean sameKind = neighbour.is(type.kind());
            if (!sameKind) {
                throw new Refusal("a " + value.kindName() + " is compared with the present moment");
            }
            return Casts.cast(neighbour, type);
        } else if (neighbour.constantText().isPresent()) {
            return constant(neighbour.constantText().get(), type);
        }
        boolean same = neighbour.is(type.kind())
                && Types.zoned(type) == Types.zoned(neighbour.type().orElseThrow());
        if (!same) {
            throw new Refusal("a " + value.kindName() + " is compared with a " + neighbour.kindName());
        }
        return neighbour;
    }

    static Operand inZone(Operand operand, Operand zone) {
        boolean utc = zone.constantText()
                .filter(name -> UTC.contains(name.toLowerCase(Locale.ROOT)))
                .isPresent();
        boolean instant = operand.expression() instanceof Expression.Now now
                && now.type().kind() == TypeKind.TIMESTAMP
                && Types.zoned(now.type());
        if (!utc || !instant) {
            throw new Refusal("a moment is turned to another zone");
        }
        return Operand.of(new Expression.Now(Types.TIMESTAMP, "", Expression.Clock.UTC), Types.TIMESTAMP);
    }
}
