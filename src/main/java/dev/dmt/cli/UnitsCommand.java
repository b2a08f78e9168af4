package dev.dmt.cli;

import dev.dmt.step.UnitsView;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code dmt units}: what an orchestrator maps over. */
@Command(
        name = "units",
        description = "Prints one JSON list of what to schedule in a lane, for an orchestrator to map over.")
final class UnitsCommand implements Action {
    @Option(
            names = "--lane",
            required = true,
            paramLabel = "LANE",
            converter = LaneConverter.class,
            description = "small: whole tables, packed in batches; large: parts of big tables.")
    UnitsView.LaneName lane = UnitsView.LaneName.SMALL;

    @Override
    public Outcome perform(Session session) {
        UnitsView units =
                session.with(context -> session.toolkit().inquiries().get().units(context, lane));
        return Outcome.of(List.of(Documents.json(units.batches())), units);
    }

    static final class LaneConverter implements ITypeConverter<UnitsView.LaneName> {
        @Override
        public UnitsView.LaneName convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "small" -> UnitsView.LaneName.SMALL;
                case "large" -> UnitsView.LaneName.LARGE;
                default -> throw new TypeConversionException("expected small or large but was '" + text + "'");
            };
        }
    }
}
