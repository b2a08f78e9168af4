package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.engine.expression.Lexicon;
import dev.dmt.engine.expression.Notes;
import dev.dmt.engine.expression.Operand;
import dev.dmt.engine.expression.PortableCalls;
import dev.dmt.engine.expression.ReadingRules;
import dev.dmt.engine.expression.Refusal;
import dev.dmt.engine.expression.Trait;
import dev.dmt.engine.expression.Types;
import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Oracle's expressions, which its dictionary keeps as they were written. */
final class OracleReading implements ReadingRules {
    private static final Pattern TYPE =
            Pattern.compile("([a-z0-9_]+(?: (?:precision|varying))?)\\s*(?:\\(([^)]*)\\))?\\s*(.*)");

    @Override
    public Lexicon lexicon() {
        return new Lexicon(EngineName.ORACLE.text(), "\"", Set.of(Trait.EMPTY_IS_NULL, Trait.JOINING_SKIPS_NULLS));
    }

    @Override
    public LogicalType type(String declared) {
        Matcher type = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
        if (!type.matches()) {
            return Types.unknown(declared);
        }
        String arguments = type.group(2) == null ? "" : type.group(2);
        return switch (type.group(1)) {
            case "number", "numeric", "decimal" -> number(arguments);
            case "integer", "int", "smallint" -> Types.WHOLE;
            case "float", "binary_float", "binary_double", "double precision", "real" -> Types.FLOATING;
            case "char", "nchar", "varchar", "varchar2", "nvarchar2" -> text(arguments);
            case "clob", "nclob", "long" -> Types.TEXT;
            case "raw", "blob" -> Types.BINARY;
            case "date" -> Types.TIMESTAMP;
            case "timestamp" -> type.group(3).contains("zone") ? Types.INSTANT : Types.TIMESTAMP;
            case "boolean" -> Types.BOOLEAN;
            case "json" -> Types.JSON;
            default -> Types.unknown(declared);
        };
    }

    /** FLOAT is decimal in Oracle too, but of so many digits that its sums are rounded. */
    private static LogicalType number(String arguments) {
        if (arguments.isBlank()) {
            return Types.DECIMAL;
        }
        String[] parts = arguments.split(",", -1);
        int scale = parts.length == 1 ? 0 : Integer.parseInt(parts[1].strip());
        if (scale == 0) {
            return Types.WHOLE;
        }
        return parts[0].strip().equals("*") || scale < 0
                ? Types.DECIMAL
                : new LogicalType.Decimal(Integer.parseInt(parts[0].strip()), scale);
    }

    private static LogicalType text(String arguments) {
        Matcher length = Pattern.compile("\\d+").matcher(arguments);
        return new LogicalType.Text(
                length.find() ? OptionalInt.of(Integer.parseInt(length.group())) : OptionalInt.empty());
    }

    @Override
    public Collation collation(Column column) {
        return column.collation().map(this::collation).orElse(Collation.EXACT);
    }

    @Override
    public Collation collation(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean ignoresAccents = upper.endsWith("_AI");
        return new Collation(name, ignoresAccents || upper.endsWith("_CI"), ignoresAccents, false);
    }

    @Override
    public Optional<Operand> word(String word) {
        return switch (word) {
            case "SYSTIMESTAMP", "CURRENT_TIMESTAMP" -> Optional.of(now(Types.INSTANT));
            case "SYSDATE", "CURRENT_DATE", "LOCALTIMESTAMP" -> Optional.of(now(Types.TIMESTAMP));
            case "USER", "UID", "LEVEL", "ROWNUM", "ROWID" -> throw new Refusal(word + ", which only Oracle has");
            default -> Optional.empty();
        };
    }

    private static Operand now(LogicalType type) {
        return Operand.of(new Expression.Now(type, "", Expression.Clock.LOCAL), type);
    }

    @Override
    public Optional<Operand> call(String name, List<Operand> arguments, Notes notes) {
        return switch (name) {
            case "systimestamp", "current_timestamp" -> Optional.of(now(Types.INSTANT));
            case "localtimestamp" -> Optional.of(now(Types.TIMESTAMP));
            case "sys_guid" -> Optional.of(Operand.of(new Expression.NewUuid(), Types.UUID));
            case "sys_extract_utc" -> Optional.of(PortableCalls.inZone(only(name, arguments), Operand.text("UTC")));
            case "trunc" -> Optional.of(today(arguments));
            case "nvl" -> Optional.of(PortableCalls.coalesce(arguments));
            case "nvl2" -> Optional.of(present(arguments));
            case "length" -> Optional.of(characters(arguments));
            case "least" -> Optional.of(PortableCalls.extreme("min", arguments));
            case "greatest" -> Optional.of(PortableCalls.extreme("max", arguments));
            case "hextoraw" -> Optional.of(PortableCalls.binary(only(name, arguments)));
            case "to_date" -> Optional.of(OracleDates.read(arguments));
            default -> Optional.empty();
        };
    }

    private static Operand only(String name, List<Operand> arguments) {
        PortableCalls.count(name, arguments, 1, 1);
        return arguments.get(0);
    }

    private static Operand characters(List<Operand> arguments) {
        if (!only("length", arguments).is(TypeKind.TEXT)) {
            throw new Refusal("the length of a " + arguments.get(0).kindName());
        }
        return PortableCalls.length(arguments);
    }

    private static Operand today(List<Operand> arguments) {
        boolean moment = only("trunc", arguments).expression() instanceof Expression.Now;
        if (!moment) {
            throw new Refusal("trunc of a value");
        }
        return now(Types.DATE);
    }

    private static Operand present(List<Operand> arguments) {
        PortableCalls.count("nvl2", arguments, 3, 3);
        Operand there = Operand.of(new Expression.IsNull(arguments.get(0).expression(), true), Types.BOOLEAN);
        return PortableCalls.choice(List.of(there, arguments.get(1), arguments.get(2)));
    }
}
