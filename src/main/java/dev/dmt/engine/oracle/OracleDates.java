package dev.dmt.engine.oracle;

import dev.dmt.engine.expression.Operand;
import dev.dmt.engine.expression.PortableCalls;
import dev.dmt.engine.expression.Refusal;
import dev.dmt.engine.expression.Types;
import dev.dmt.schema.Expression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;

/** TO_DATE of a constant, in a format of digits. */
final class OracleDates {
    private OracleDates() {}

    static Operand read(List<Operand> arguments) {
        PortableCalls.count("to_date", arguments, 2, 2);
        String text = constant(arguments.get(0));
        String format = constant(arguments.get(1)).toUpperCase(Locale.ROOT);
        String pattern = format.replace("YYYY", "uuuu")
                .replace("HH24", "HH")
                .replace("MI", "mm")
                .replace("SS", "ss")
                .replace("DD", "dd");
        if (!pattern.matches("[uMdHms /.:-]+") || !pattern.contains("uuuu")) {
            throw new Refusal("to_date with a format of names or of the session's own");
        }
        try {
            TemporalAccessor read = DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parse(text);
            LocalTime time = read.query(TemporalQueries.localTime());
            LocalDateTime moment = LocalDate.from(read).atTime(time == null ? LocalTime.MIDNIGHT : time);
            String iso = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .format(moment);
            return Operand.of(new Expression.TextLiteral(iso), Types.TIMESTAMP);
        } catch (DateTimeException e) {
            throw new Refusal("to_date of a constant that its format does not read");
        }
    }

    private static String constant(Operand operand) {
        return operand.constantText().orElseThrow(() -> new Refusal("to_date of what is no constant"));
    }
}
