package dev.dmt.engine.mysql;

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

/** MySQL's and MariaDB's expressions, as information_schema and SHOW CREATE TABLE print them. */
final class MysqlReading implements ReadingRules {
    private static final Pattern TYPE = Pattern.compile("([a-z0-9_]+)(?:\\s*\\(([^)]*)\\))?.*", Pattern.DOTALL);

    @Override
    public Lexicon lexicon() {
        return new Lexicon(
                EngineName.MYSQL.text(),
                "`",
                Set.of(Trait.BACKSLASH_ESCAPES, Trait.PIPES_ARE_OR, Trait.PATTERNS_ESCAPE, Trait.BITS_ARE_NUMBERS));
    }

    @Override
    public LogicalType type(String declared) {
        Matcher type = TYPE.matcher(declared.toLowerCase(Locale.ROOT));
        if (!type.matches()) {
            return Types.unknown(declared);
        }
        String arguments = type.group(2) == null ? "" : type.group(2);
        return switch (type.group(1)) {
            case "tinyint", "smallint", "mediumint", "int", "integer", "bigint", "bit", "year", "signed", "unsigned" ->
                Types.WHOLE;
            case "decimal", "numeric" -> decimal(arguments);
            case "float", "double", "real" -> Types.FLOATING;
            case "char", "nchar", "varchar" -> text(arguments);
            case "tinytext", "text", "mediumtext", "longtext", "enum" -> Types.TEXT;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> Types.BINARY;
            case "date" -> Types.DATE;
            case "time" -> Types.TIME;
            case "datetime" -> Types.TIMESTAMP;
            case "timestamp" -> Types.INSTANT;
            case "json" -> Types.JSON;
            case "uuid" -> Types.UUID;
            default -> Types.unknown(declared);
        };
    }

    private static LogicalType decimal(String arguments) {
        String[] parts = arguments.isBlank() ? new String[] {"10"} : arguments.split(",");
        int scale = parts.length == 1 ? 0 : Integer.parseInt(parts[1].strip());
        return new LogicalType.Decimal(OptionalInt.of(Integer.parseInt(parts[0].strip())), scale);
    }

    private static LogicalType text(String arguments) {
        return new LogicalType.Text(
                arguments.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(arguments.strip())));
    }

    @Override
    public Collation collation(Column column) {
        return MysqlCollations.of(column.collation().orElse("the server's default"));
    }

    @Override
    public Collation collation(String name) {
        return MysqlCollations.of(name);
    }

    @Override
    public Optional<Operand> word(String word) {
        return call(word.toLowerCase(Locale.ROOT), List.of(), new Notes()).filter(call -> word.contains("_"));
    }

    @Override
    public Optional<Operand> call(String name, List<Operand> arguments, Notes notes) {
        return switch (name) {
            case "current_timestamp", "now", "localtimestamp", "localtime", "sysdate" ->
                Optional.of(now(Types.INSTANT, Expression.Clock.LOCAL));
            case "utc_timestamp" -> Optional.of(now(Types.TIMESTAMP, Expression.Clock.UTC));
            case "current_date", "curdate" -> Optional.of(now(Types.DATE, Expression.Clock.LOCAL));
            case "utc_date" -> Optional.of(now(Types.DATE, Expression.Clock.UTC));
            case "current_time", "curtime" -> Optional.of(now(Types.TIME, Expression.Clock.LOCAL));
            case "uuid" -> Optional.of(Operand.of(new Expression.NewUuid(), Types.UUID));
            case "ifnull" -> Optional.of(PortableCalls.coalesce(arguments));
            case "if" -> Optional.of(PortableCalls.choice(arguments));
            case "isnull" -> Optional.of(isNull(arguments));
            case "length", "octet_length" -> Optional.of(bytes(arguments));
            case "left" -> Optional.of(PortableCalls.left(arguments));
            case "least" -> Optional.of(PortableCalls.extreme("min", arguments));
            case "greatest" -> Optional.of(PortableCalls.extreme("max", arguments));
            default -> Optional.empty();
        };
    }

    private static Operand now(LogicalType type, Expression.Clock clock) {
        return Operand.of(new Expression.Now(type, "", clock), type);
    }

    private static Operand isNull(List<Operand> arguments) {
        PortableCalls.count("isnull", arguments, 1, 1);
        return Operand.of(new Expression.IsNull(arguments.get(0).expression(), false), Types.BOOLEAN);
    }

    private static Operand bytes(List<Operand> arguments) {
        PortableCalls.count("length", arguments, 1, 1);
        if (!arguments.get(0).is(TypeKind.BINARY)) {
            throw new Refusal("the bytes of a text, which depend on its encoding");
        }
        return PortableCalls.length(arguments);
    }
}
