package acorde.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The measure of an initiative.
 *
 * @param baseline the value before the work began, on {@code baselineAt}
 * @param target the value to be reached by {@code targetAt}
 * @param everyMonths months from one value to the next; null if none were agreed
 * @param adds whether values of several parties or initiatives may be added up, which only counts of the same unit may
 * @param counted what its values are counts of; null if the text does not say, and then nothing is published of them
 */
public record Indicator(
        Bilingual name,
        Bilingual unit,
        Kind kind,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineAt,
        @Nullable BigDecimal target,
        @Nullable LocalDate targetAt,
        @Nullable Integer everyMonths,
        boolean adds,
        @Nullable Counted counted) { // a measure is these things together
    /**
     * How units of shares and rates are written. A text says itself whether its values are shares; this is the floor for one that says it
     * counts persons and measures in such a unit, as texts did that had no word for a share.
     */
    private static final Pattern SHARE = Pattern.compile(
            "[%\u2030]|/\\s*\\d|\\bpor ?(ciento|mil)\\b|\\bper ?(cent|mille?|thousand)\\b"
                    + "|\\b(por|per|cada|every)\\s+(cada\\s+|every\\s+)?(\\d|(cien|mil|mill\u00f3n|hundred|thousand|million)\\b)"
                    + "|\\b(por|per)\\s+(c[\u00e1a]pita|habitante|inhabitant|head|persona|person)\\b"
                    + "|porcentaje|percentage|proporci|proportion|\\b(tasa|rate|ratio|raz\u00f3n|share)s?\\b|\\bcuota\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Months between two values: from one to a year. */
    private static final int LONGEST = 12;

    public enum Kind {
        /** Counts what was done. */
        OUTPUT,
        /** Counts what changed because of it. */
        OUTCOME
    }

    private static final Form<Kind> KIND = Form.oneOf(Kind.class);

    public enum Counted {
        PERSONS,
        /** Anything else, such as offices, days or percent of requests. */
        THINGS,
        /** A share or a rate of a group of persons, such as percent of victims or homicides per 100,000 inhabitants. */
        SHARE
    }

    private static final Form<Counted> COUNTED = Form.oneOf(Counted.class);

    boolean isOfThings() {
        return counted == Counted.THINGS;
    }

    /** Whether its values are whole persons, and no share of them. */
    boolean countsPersons() {
        return counted == Counted.PERSONS && !isOfShares(unit.es()) && !isOfShares(unit.en());
    }

    /** Whether a unit is written as those of shares and rates are. */
    public static boolean isOfShares(String unit) {
        return SHARE.matcher(unit).find();
    }

    /** The same without its baseline. */
    Indicator withoutBaseline() {
        return new Indicator(name, unit, kind, null, baselineAt, target, targetAt, everyMonths, adds, counted);
    }

    /** What it lacks to be agreed on: a proposal holds the whole of a measure or none, for half a measure measures nothing. */
    List<Bilingual> gaps() {
        var gaps = new ArrayList<Bilingual>(4);
        for (var part : new Part[] {
            new Part("baseline", baseline),
            new Part("baselineAt", baselineAt),
            new Part("target", target),
            new Part("targetAt", targetAt)
        })
            if (part.value() == null)
                gaps.add(new Bilingual(
                        "indicator: Falta el campo «" + part.name() + "». Un indicador va entero o no va.",
                        "indicator: The field “" + part.name() + "” is missing. An indicator is whole or absent."));
        return gaps;
    }

    private record Part(String name, @Nullable Object value) {}

    /** With a baseline, a target and the day it is due: only so can anybody say whether it was met. */
    public boolean complete() {
        return baseline != null && target != null && targetAt != null;
    }

    static Indicator read(TextReader reader) {
        return new Indicator(
                reader.text("name"),
                reader.text("unit"),
                reader.word("kind", KIND),
                reader.numberIfGiven("baseline"),
                reader.wordIfGiven("baselineAt", Form.DAY),
                reader.numberIfGiven("target"),
                reader.wordIfGiven("targetAt", Form.DAY),
                reader.countIfGiven("everyMonths", LONGEST),
                reader.flag("adds"),
                reader.wordIfGiven("counted", COUNTED));
    }

    ObjectNode toJson() {
        return new TextWriter()
                .text("name", name)
                .text("unit", unit)
                .word("kind", kind)
                .number("baseline", baseline)
                .word("baselineAt", baselineAt)
                .number("target", target)
                .word("targetAt", targetAt)
                .count("everyMonths", everyMonths)
                .flag("adds", adds)
                .word("counted", counted)
                .done();
    }
}
