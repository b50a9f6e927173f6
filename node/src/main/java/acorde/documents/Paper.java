package acorde.documents;

import acorde.acts.ActId;
import acorde.monitoring.Sums.Unit;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A brief or a report: figures of one day, each with the acts behind it, and the lines that a reader should look at. Without words of any
 * language, so that it says the same in all.
 *
 * @param day in UTC, as those of lights
 */
public record Paper(
        Scope scope,
        LocalDate day,
        List<Figure> figures,
        List<Sum> sums,
        List<Entry> entries) { // the parts of its one text
    /** Lines of a paper: more than anybody reads in a meeting. */
    public static final int MOST_ENTRIES = 100;

    /** Sums of a paper: areas measure a few things in several ways. */
    public static final int MOST_SUMS = 25;

    /** @throws IllegalArgumentException if a figure or a sum stands twice, there are too many lines, or sums that are of no area */
    public Paper {
        if (scope.since() != null
                && (scope.since().isAfter(day) || scope.since().isBefore(day.minusDays(Scope.LONGEST))))
            throw new IllegalArgumentException("a report is of at most a year, up to its day");
        figures = List.copyOf(figures);
        sums = List.copyOf(sums);
        entries = List.copyOf(entries);
        var names = EnumSet.noneOf(Figure.Name.class);
        for (var figure : figures)
            if (!names.add(figure.name())) throw new IllegalArgumentException("a figure stands once");
        if (sums.size() > MOST_SUMS || !sums.isEmpty() && scope.kind() != Scope.Kind.AREA)
            throw new IllegalArgumentException("at most " + MOST_SUMS + " sums, of an area");
        if (sums.stream().map(Sum::unit).distinct().count() < sums.size())
            throw new IllegalArgumentException("a unit stands once");
        if (entries.size() > MOST_ENTRIES) throw new IllegalArgumentException("at most " + MOST_ENTRIES + " lines");
    }

    /** One that adds nothing up. */
    public Paper(Scope scope, LocalDate day, List<Figure> figures, List<Entry> entries) {
        this(scope, day, figures, List.of(), entries);
    }

    public Optional<Figure> figure(Figure.Name name) {
        return figures.stream().filter(figure -> figure.name() == name).findFirst();
    }

    Optional<Sum> sum(Unit unit) {
        return sums.stream().filter(sum -> sum.unit().equals(unit)).findFirst();
    }

    /** The one text whose digest names the paper; {@code spec/acts-documents.md}. */
    String text() {
        var text = new StringBuilder("acorde document 1\n");
        text.append(scope).append(' ').append(day).append('\n');
        for (var figure : figures) {
            text.append(figure.name().word()).append(' ').append(figure.value());
            figure.acts().forEach(act -> text.append(' ').append(act));
            text.append('\n');
        }
        for (var sum : sums) {
            text.append("sum " + or(sum.baseline()) + " " + or(sum.target()) + " " + or(sum.actual()));
            sum.acts().forEach(act -> text.append(' ').append(act));
            text.append('\n')
                    .append(sum.unit().es())
                    .append('\n')
                    .append(sum.unit().en())
                    .append('\n');
        }
        for (var entry : entries)
            text.append(entry.why().word() + " " + entry.item() + " " + entry.party() + " " + entry.day() + " "
                    + or(entry.text()) + " " + or(entry.see()) + "\n");
        return text.toString();
    }

    private static String or(@Nullable BigDecimal number) {
        return number == null ? "-" : Sum.written(number);
    }

    private static String or(@Nullable ActId act) {
        return act == null ? "-" : act.toString();
    }

    /** As the act that issues it has it, with its digest; {@code spec/acts-documents.md}. */
    public ObjectNode toJson() {
        return Bodies.write(this);
    }

    /** SHA-256 of the one text. */
    public Hash digest() {
        return Hash.sha256(text().getBytes(StandardCharsets.UTF_8));
    }
}
