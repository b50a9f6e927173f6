package acorde.web.view;

import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of what an initiative says, complete, in both languages.
 *
 * @param parties the parties that owe it
 * @param waiver why it goes without a date or a measure
 * @param rest everything else
 */
public record InitiativeText(
        Bilingual title,
        Bilingual deliverable,
        @Nullable LocalDate due,
        List<String> parties,
        List<Step> milestones,
        @Nullable Indicator indicator,
        @Nullable Bilingual waiver,
        Rest rest) { // the fields of a text
    /** One that is neither measured nor has steps. */
    public InitiativeText(
            Bilingual title, Bilingual deliverable, @Nullable LocalDate due, List<String> parties) { // as above
        this(title, deliverable, due, parties, List.of(), null, null, Rest.NONE);
    }

    /**
     * What forms do not ask for and a proposal may change all the same.
     *
     * @param partners who takes part without owing it
     * @param other the members of the text that no field shows, as JSON; empty if there are none
     */
    public record Rest(
            String area,
            List<String> partners,
            @Nullable Bilingual safeguards,
            @Nullable Bilingual restrictions,
            String other) { // the fields of a text that are seldom changed
        public static final Rest NONE = new Rest("", List.of(), null, null, "");

        public Rest {
            partners = List.copyOf(partners);
        }
    }

    /**
     * A dated step.
     *
     * @param party who owes it; null if all do
     */
    public record Step(
            String code,
            Bilingual title,
            LocalDate due,
            @Nullable String party) {}

    /**
     * @param unit "%", or what is counted
     * @param baselineDate the day of which the baseline tells
     * @param targetDate the day by which the target is to be met
     * @param everyMonths months from one value to the next
     * @param counted null if the text does not say
     */
    public record Indicator(
            Bilingual name,
            Bilingual unit,
            Counts counts,
            @Nullable BigDecimal baseline,
            @Nullable LocalDate baselineDate,
            @Nullable BigDecimal target,
            @Nullable LocalDate targetDate,
            @Nullable Integer everyMonths,
            boolean adds,
            @Nullable Counted counted) { // a measure is these things together
        /** What its values are counts of. */
        public enum Counted {
            PERSONS,
            THINGS,
            SHARE;

            /** As forms and acts name it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** What is done, or what changes because of it. */
        public enum Counts {
            OUTPUT,
            OUTCOME;

            /** As forms and acts name it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public InitiativeText {
        parties = List.copyOf(parties);
        milestones = List.copyOf(milestones);
    }

    /** A field as its text in that language; empty when it says nothing. */
    String field(ProposalLine.Field field, Formats formats) {
        Language language = formats.words().language();
        return switch (field) {
            case TITLE -> title.in(language);
            case DELIVERABLE -> deliverable.in(language);
            case DUE -> due == null ? "" : formats.dayLong(due);
            case PARTIES -> formats.words().list(formats.words().parties(parties));
            case MILESTONES -> String.join("\n", items(field, formats));
            case INDICATOR -> indicator == null ? "" : describe(indicator, formats);
            case WAIVER -> in(waiver, language);
            case SAFEGUARDS -> in(rest.safeguards, language);
            case RESTRICTIONS -> in(rest.restrictions, language);
            case PARTNERS -> String.join(", ", rest.partners);
            case AREA -> rest.area;
            case OTHER -> rest.other;
        };
    }

    /** What a field lists, one by one; of one that lists nothing all that it says. */
    List<String> items(ProposalLine.Field field, Formats formats) {
        return switch (field) {
            case PARTIES -> parties;
            case PARTNERS -> rest.partners;
            case MILESTONES ->
                milestones.stream().map(step -> describe(step, formats)).toList();
            default -> List.of(field(field, formats));
        };
    }

    private static String in(@Nullable Bilingual text, Language language) {
        return text == null ? "" : text.in(language);
    }

    private static String describe(Step step, Formats formats) {
        Language language = formats.words().language();
        String words = step.code() + ". " + step.title().in(language) + ". " + formats.dayLong(step.due()) + ".";
        return step.party() == null
                ? words
                : words + " " + formats.words().parties(List.of(step.party())).getFirst() + ".";
    }

    private static String describe(Indicator indicator, Formats formats) {
        Language language = formats.words().language();
        String unit = indicator.unit().in(language);
        List<String> sentences = new ArrayList<>();
        sentences.add(indicator.name().in(language) + ".");
        sentences.add(formats.words().say("text.unit", unit, formats.words().of(indicator.counts())));
        BigDecimal baseline = indicator.baseline();
        LocalDate of = indicator.baselineDate();
        if (baseline != null && of != null) {
            sentences.add(
                    formats.words().say("text.baseline.of", formats.measured(baseline, unit), formats.dayLong(of)));
        } else if (baseline != null) {
            sentences.add(formats.words().say("text.baseline", formats.measured(baseline, unit)));
        }
        BigDecimal target = indicator.target();
        LocalDate by = indicator.targetDate();
        if (target != null && by != null) {
            sentences.add(formats.words().say("text.target.by", formats.measured(target, unit), formats.dayLong(by)));
        } else if (target != null) {
            sentences.add(formats.words().say("text.target", formats.measured(target, unit)));
        }
        Integer months = indicator.everyMonths();
        if (months != null) sentences.add(formats.words().say("text.every", months));
        if (indicator.adds()) sentences.add(formats.words().say("text.adds"));
        if (indicator.counted() != null)
            sentences.add(formats.words().say("text.counted", formats.words().of(indicator.counted())));
        return String.join("\n", sentences);
    }
}
