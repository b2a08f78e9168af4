package dev.dmt.plan;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.TableName;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What types and sequences are called in the target that have other names there, for texts that go from an engine to the
 * same engine.
 */
final class OwnNames {
    static final OwnNames NONE = new OwnNames(Map.of(), Map.of());

    private static final String TEXT_LITERAL = "'(?:[^']|'')*'";

    private final Map<String, String> spellings;
    private final Map<TableName, TableName> sequences;
    private final Optional<Pattern> pattern;

    /** @param spellings how each is spelled in the source, and in the target */
    OwnNames(Map<String, String> spellings, Map<TableName, TableName> sequences) {
        this.spellings = new TreeMap<>(Comparator.reverseOrder());
        this.spellings.putAll(spellings);
        this.sequences = Map.copyOf(sequences);
        this.pattern = spellings.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(this.spellings.keySet().stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", TEXT_LITERAL + "|(?<![\\w\".$])(", ")(?![\\w\"$.])"))));
    }

    /** The text with the target's names; what stands between quotes is left alone. */
    String in(String sql) {
        if (pattern.isEmpty()) {
            return sql;
        }
        Matcher matcher = pattern.get().matcher(sql);
        StringBuilder renamed = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group(1) == null
                    ? matcher.group()
                    : spellings.getOrDefault(matcher.group(1), matcher.group(1));
            matcher.appendReplacement(renamed, Matcher.quoteReplacement(found));
        }
        return matcher.appendTail(renamed).toString();
    }

    Parsed in(Parsed parsed) {
        if (!(parsed instanceof Parsed.Portable portable)) {
            return parsed;
        }
        if (portable.value() instanceof Expression.Verbatim own) {
            if (own.elsewhere() instanceof Parsed.Portable other && other.value() instanceof Expression.NextValue) {
                return in(own.elsewhere());
            }
            return new Parsed.Portable(
                    new Expression.Verbatim(own.engine(), in(own.sql()), in(own.elsewhere())), portable.notes());
        } else if (portable.value() instanceof Expression.NextValue next) {
            return sequence(next.sequence())
                    .<Parsed>map(name -> new Parsed.Portable(new Expression.NextValue(name), portable.notes()))
                    .orElseGet(() -> new Parsed.Refused("the sequence " + next.sequence() + " is not carried over"));
        }
        return parsed;
    }

    /** What a sequence is called in the target; empty where it is not carried over. */
    Optional<TableName> sequence(TableName source) {
        return Optional.ofNullable(sequences.get(source))
                .or(() -> Optional.ofNullable(sequences.get(TableName.of(source.name()))));
    }
}
