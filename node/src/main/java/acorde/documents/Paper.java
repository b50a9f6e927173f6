package acorde.documents;

import acorde.acts.ActId;
import acorde.trustlog.Hash;
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
public record Paper(Scope scope, LocalDate day, List<Figure> figures, List<Entry> entries) {
    /** Lines of a paper: more than anybody reads in a meeting. */
    public static final int MOST_ENTRIES = 100;

    /** @throws IllegalArgumentException if a figure stands twice, or there are too many lines */
    public Paper {
        if (scope.since() != null
                && (scope.since().isAfter(day) || scope.since().isBefore(day.minusDays(Scope.LONGEST))))
            throw new IllegalArgumentException("a report is of at most a year, up to its day");
        figures = List.copyOf(figures);
        entries = List.copyOf(entries);
        var names = EnumSet.noneOf(Figure.Name.class);
        for (var figure : figures)
            if (!names.add(figure.name())) throw new IllegalArgumentException("a figure stands once");
        if (entries.size() > MOST_ENTRIES) throw new IllegalArgumentException("at most " + MOST_ENTRIES + " lines");
    }

    public Optional<Figure> figure(Figure.Name name) {
        return figures.stream().filter(figure -> figure.name() == name).findFirst();
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
        for (var entry : entries)
            text.append(entry.why().word() + " " + entry.item() + " " + entry.party() + " " + entry.day() + " "
                    + or(entry.text()) + " " + or(entry.see()) + "\n");
        return text.toString();
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
