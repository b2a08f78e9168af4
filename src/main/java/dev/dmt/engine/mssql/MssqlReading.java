package dev.dmt.engine.mssql;

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

/** SQL Server's expressions, as sys.check_constraints, sys.default_constraints and sys.computed_columns print them. */
final class MssqlReading implements ReadingRules {
    private static final Pattern TYPE = Pattern.compile("([a-z0-9_ ]+?)\\s*(?:\\(([^)]*)\\))?");

    /** What a text type without a length means in a cast. */
    private static final int SHORT_TEXT = 30;

    @Override
    public Lexicon lexicon() {
        return new Lexicon(
                EngineName.MSSQL.text(),
                "[\"",
                Set.of(
                        Trait.PLUS_JOINS_TEXTS,
                        Trait.WHOLE_DIVISION,
                        Trait.CONCAT_SKIPS_NULLS,
                        Trait.PATTERNS_HAVE_CLASSES,
                        Trait.CONVERT_NAMES_THE_TYPE_FIRST));
    }

    @Override
    public LogicalType type(String declared) {
        Matcher type = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
        if (!type.matches()) {
            return Types.unknown(declared);
        }
        String arguments = type.group(2) == null ? "" : type.group(2).strip();
        return switch (type.group(1)) {
            case "bit", "tinyint", "smallint", "int", "bigint" -> Types.WHOLE;
            case "decimal", "numeric" -> decimal(arguments);
            case "money" -> new LogicalType.Decimal(19, 4);
            case "smallmoney" -> new LogicalType.Decimal(10, 4);
            case "float", "real" -> Types.FLOATING;
            case "char", "varchar", "nchar", "nvarchar" -> text(arguments);
            case "text", "ntext", "sysname" -> Types.TEXT;
            case "binary", "varbinary", "image" -> Types.BINARY;
            case "date" -> Types.DATE;
            case "time" -> Types.TIME;
            case "datetime", "datetime2", "smalldatetime" -> Types.TIMESTAMP;
            case "datetimeoffset" -> Types.INSTANT;
            case "uniqueidentifier" -> Types.UUID;
            default -> Types.unknown(declared);
        };
    }

    private static LogicalType decimal(String arguments) {
        String[] parts = arguments.isEmpty() ? new String[] {"18"} : arguments.split(",");
        int scale = parts.length == 1 ? 0 : Integer.parseInt(parts[1].strip());
        return new LogicalType.Decimal(Integer.parseInt(parts[0].strip()), scale);
    }

    private static LogicalType text(String arguments) {
        return new LogicalType.Text(
                arguments.equals("max") || arguments.equals("-1")
                        ? OptionalInt.empty()
                        : OptionalInt.of(arguments.isEmpty() ? SHORT_TEXT : Integer.parseInt(arguments)));
    }

    @Override
    public Collation collation(Column column) {
        return MssqlCollations.of(column.collation().orElse("the database's default"));
    }

    @Override
    public Collation collation(String name) {
        return MssqlCollations.of(name);
    }

    @Override
    public Optional<Operand> word(String word) {
        return word.equals("CURRENT_TIMESTAMP") ? call("getdate", List.of(), new Notes()) : Optional.empty();
    }

    @Override
    public Optional<Operand> call(String name, List<Operand> arguments, Notes notes) {
        return switch (name) {
            case "getdate", "sysdatetime" -> Optional.of(local(notes));
            case "getutcdate", "sysutcdatetime" -> Optional.of(now(Types.TIMESTAMP, Expression.Clock.UTC));
            case "sysdatetimeoffset" -> Optional.of(now(Types.INSTANT, Expression.Clock.LOCAL));
            case "newid", "newsequentialid" -> Optional.of(Operand.of(new Expression.NewUuid(), Types.UUID));
            case "isnull" -> Optional.of(present(arguments));
            case "iif" -> Optional.of(PortableCalls.choice(arguments));
            case "len" -> Optional.of(length(arguments, notes));
            case "datalength" -> Optional.of(bytes(arguments));
            case "left" -> Optional.of(PortableCalls.left(arguments));
            case "charindex", "patindex" -> throw new Refusal(name + ", which searches by a collation");
            case "mod" -> throw new Refusal("the function mod");
            default -> Optional.empty();
        };
    }

    /** The answer has the type of the first value: what that would cut or round is refused. */
    private static Operand present(List<Operand> arguments) {
        PortableCalls.count("isnull", arguments, 2, 2);
        LogicalType first = arguments.get(0).type().orElseThrow(() -> new Refusal("isnull of NULL"));
        LogicalType second = arguments.get(1).type().orElse(first);
        boolean room = !(first instanceof LogicalType.Text text)
                || text.length().isEmpty()
                || arguments
                        .get(1)
                        .constantText()
                        .filter(constant -> constant.length() <= text.length().getAsInt())
                        .isPresent();
        if (first.kind() != second.kind() || !room) {
            throw new Refusal("isnull, which cuts its second value to the type of the first");
        }
        return PortableCalls.coalesce(arguments);
    }

    private static Operand local(Notes notes) {
        notes.add("the present moment is read from the clock of the source's server, here in the zone of the target's"
                + " session");
        return now(Types.TIMESTAMP, Expression.Clock.LOCAL);
    }

    private static Operand now(LogicalType type, Expression.Clock clock) {
        return Operand.of(new Expression.Now(type, "", clock), type);
    }

    /** Blanks at the end do not count. */
    private static Operand length(List<Operand> arguments, Notes notes) {
        PortableCalls.count("len", arguments, 1, 1);
        if (!arguments.get(0).is(TypeKind.TEXT)) {
            throw new Refusal("the length of a " + arguments.get(0).kindName());
        }
        notes.add("a character beyond the basic plane counts once, not twice");
        return PortableCalls.length(List.of(Operand.call("rtrim", arguments, Types.TEXT)));
    }

    private static Operand bytes(List<Operand> arguments) {
        PortableCalls.count("datalength", arguments, 1, 1);
        if (!arguments.get(0).is(TypeKind.BINARY)) {
            throw new Refusal("the bytes of a text, which depend on its encoding");
        }
        return PortableCalls.length(arguments);
    }
}
