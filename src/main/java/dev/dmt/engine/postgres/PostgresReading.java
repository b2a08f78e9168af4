package dev.dmt.engine.postgres;

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
import dev.dmt.schema.TableName;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's expressions, as pg_get_expr prints them. */
final class PostgresReading implements ReadingRules {
    private static final Pattern PADDED = Pattern.compile("(?:bpchar|character)(?:\\((\\d+)\\))?");

    /** Those of the server's own, which take two texts for equal only where their bytes are. */
    private static final Pattern DETERMINISTIC = Pattern.compile(
            "default|C|POSIX|ucs_basic|unicode|pg_c_utf8|[a-z]{2,3}_[A-Z]{2}.*|.+-x-icu|C\\..*|pg_unicode_fast");

    private static final Set<String> NEW_UUIDS =
            Set.of("gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuidv4", "uuidv7");

    @Override
    public Lexicon lexicon() {
        return new Lexicon(
                EngineName.POSTGRES.text(),
                "\"",
                Set.of(Trait.WHOLE_DIVISION, Trait.PATTERNS_ESCAPE, Trait.CONCAT_SKIPS_NULLS));
    }

    @Override
    public LogicalType type(String declared) {
        Matcher padded = PADDED.matcher(declared);
        if (padded.matches()) {
            return new LogicalType.Text(
                    padded.group(1) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(padded.group(1))));
        }
        if (declared.equals("regclass") || declared.equals("name")) {
            return Types.TEXT;
        }
        LogicalType type = DeclaredType.of(declared);
        return type instanceof LogicalType.Native own ? own.portable() : type;
    }

    @Override
    public Collation collation(Column column) {
        return column.collation().map(this::collation).orElse(Collation.EXACT);
    }

    @Override
    public Collation collation(String name) {
        if (DETERMINISTIC.matcher(name).matches()) {
            return Collation.EXACT;
        }
        throw new Refusal("dmt does not know what the collation " + name + " takes for equal");
    }

    @Override
    public Optional<Operand> word(String word) {
        return switch (word) {
            case "CURRENT_TIMESTAMP" -> Optional.of(now(Types.INSTANT));
            case "LOCALTIMESTAMP" -> Optional.of(now(Types.TIMESTAMP));
            case "CURRENT_DATE" -> Optional.of(now(Types.DATE));
            case "LOCALTIME" -> Optional.of(now(Types.TIME));
            default -> Optional.empty();
        };
    }

    private static Operand now(LogicalType type) {
        return Operand.of(new Expression.Now(type, "", Expression.Clock.LOCAL), type);
    }

    @Override
    public Optional<Operand> call(String name, List<Operand> arguments, Notes notes) {
        if (NEW_UUIDS.contains(name) && arguments.isEmpty()) {
            return Optional.of(Operand.of(new Expression.NewUuid(), Types.UUID));
        }
        return switch (name) {
            case "now", "transaction_timestamp", "statement_timestamp", "clock_timestamp", "current_timestamp" ->
                Optional.of(now(Types.INSTANT));
            case "localtimestamp" -> Optional.of(now(Types.TIMESTAMP));
            case "timezone" -> Optional.of(inZone(arguments));
            case "length" -> Optional.of(PortableCalls.length(arguments));
            case "left" -> Optional.of(PortableCalls.left(arguments));
            case "octet_length" -> Optional.of(bytes(arguments));
            case "nextval" -> Optional.of(nextValue(arguments));
            default -> Optional.empty();
        };
    }

    private static Operand inZone(List<Operand> arguments) {
        PortableCalls.count("timezone", arguments, 2, 2);
        return PortableCalls.inZone(arguments.get(1), arguments.get(0));
    }

    private static Operand bytes(List<Operand> arguments) {
        PortableCalls.count("octet_length", arguments, 1, 1);
        if (!arguments.get(0).is(TypeKind.BINARY)) {
            throw new Refusal("the bytes of a text, which depend on its encoding");
        }
        return PortableCalls.length(arguments);
    }

    private static Operand nextValue(List<Operand> arguments) {
        PortableCalls.count("nextval", arguments, 1, 1);
        String sequence = arguments.get(0).constantText().orElseThrow(() -> new Refusal("a sequence is no constant"));
        String[] names = sequence.replace("\"", "").split("\\.", 2);
        TableName name = names.length == 1 ? TableName.of(names[0]) : new TableName(names[0], names[1]);
        return Operand.of(new Expression.NextValue(name), Types.WHOLE);
    }
}
