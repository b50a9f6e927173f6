package acorde.web.exchange;

import acorde.compact.Bilingual;
import acorde.exchange.Basis;
import acorde.exchange.Persons;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import acorde.web.desk.ActReading;
import acorde.web.desk.Forms;
import acorde.web.view.Flaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a report, made into one. Markings may be missing: it is the rules that keep such a report from going anywhere,
 * and they say so.
 */
final class ReportForm {
    private final Map<String, List<String>> fields;
    private final List<Flaw> flaws = new ArrayList<>();

    /** A report as it was written. @param to the parties it is to go to */
    record Written(Report report, SortedSet<PartyCode> to) {}

    /** @param exercise whether all that is exchanged belongs to an exercise */
    ReportForm(Map<String, List<String>> typed, boolean exercise) {
        var copy = new HashMap<String, List<String>>();
        typed.forEach((name, values) -> copy.put(
                name,
                values.stream()
                        .map(Forms::plain)
                        .filter(value -> !value.isEmpty())
                        .toList()));
        copy.put("exercise", exercise ? List.of("yes") : List.of());
        this.fields = Map.copyOf(copy);
    }

    /** What is wrong with it; only after it was {@link #read}. */
    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** Empty if something cannot be read. @param others the parties it can go to, and what it can be for */
    Optional<Written> read(Set<PartyCode> others, Set<Purpose> purposes) {
        var turn = turn();
        var to = new TreeSet<PartyCode>();
        for (var party : others) if (isFor(party, turn)) to.add(party);
        if (to.isEmpty()) flaw("to", Flaw.Why.RECIPIENTS_MISSING);
        if (text("title").isEmpty()) flaw("title", Flaw.Why.HEADING_MISSING);
        var parts = parts();
        if (text("turn").equals("asks") && !parts.containsKey(Field.FACT)) flaw("fact", Flaw.Why.QUESTION_MISSING);
        var handling = handling();
        var law = line("basis", Basis.TEXT);
        var basis = new Basis(law, line("zone", Basis.ZONE), restriction(handling));
        var terms =
                new Terms(chosen(purposes), law != null, arrangement(), new Terms.Span(day("valid"), day("review")));
        var persons = new Persons(flags(), never());
        if (!flaws.isEmpty()) return Optional.empty();
        var marking = new Marking(Tlp.read(text("tlp")).orElse(null), handling, evaluation(), false);
        var language = text("language").equals("en") ? Texts.Language.EN : Texts.Language.ES;
        var exercise = !all("exercise").isEmpty();
        return Optional.of(new Written(
                new Report(
                        new Ref(text("ref")),
                        new Texts(language, parts),
                        marking,
                        terms,
                        basis,
                        persons,
                        exercise,
                        turn),
                to));
    }

    /** An answer is for who asked, whatever was chosen. */
    private boolean isFor(PartyCode party, Turn turn) {
        return turn instanceof Turn.Answers(var request, var _)
                ? request.party().equals(party)
                : all("to").contains(party.value());
    }

    private Turn turn() {
        return switch (text("turn")) {
            case "asks" -> asks();
            case "answers" ->
                ActReading.id(text("request"))
                        .<Turn>map(request ->
                                new Turn.Answers(request, !all("interim").isEmpty()))
                        .orElseGet(() -> {
                            flaw("to", Flaw.Why.RECIPIENTS_MISSING);
                            return Turn.TELLS;
                        });
            default -> Turn.TELLS;
        };
    }

    private Turn asks() {
        var office = OfficeCode.read(text("office")).orElse(null);
        for (var urgency : Urgency.values())
            if (text("urgency").equals(urgency.name())) return new Turn.Asks(urgency, office);
        flaw("urgency", Flaw.Why.URGENCY_MISSING);
        return Turn.TELLS;
    }

    private String text(String field) {
        var values = all(field);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private void flaw(String field, Flaw.Why why) {
        flaws.add(new Flaw(field, why));
    }

    private TreeMap<Field, String> parts() {
        var parts = new TreeMap<Field, String>();
        Texts.LONGEST.forEach((field, longest) -> {
            var text = line(field.code(), longest);
            if (text != null) parts.put(field, field == Field.TITLE ? text.replace('\n', ' ') : text);
        });
        return parts;
    }

    /** Null if nothing was typed, or what cannot be kept. */
    private @Nullable String line(String field, int longest) {
        var text = text(field);
        if (text.isEmpty()) return null;
        if (text.length() > longest) flaw(field, Flaw.Why.TOO_LONG);
        else if (Bilingual.fault(text) != null) flaw(field, Flaw.Why.UNSEEN);
        else return text;
        return null;
    }

    private Set<Handling> handling() {
        var handling = EnumSet.noneOf(Handling.class);
        for (var code : Handling.values()) if (all("handling").contains(code.name())) handling.add(code);
        return handling;
    }

    private @Nullable String restriction(Set<Handling> handling) {
        if (!handling.contains(Handling.H3)) return null;
        if (text("restriction").isEmpty()) flaw("restriction", Flaw.Why.RESTRICTION_MISSING);
        return line("restriction", Basis.TEXT);
    }

    private Set<Purpose> chosen(Set<Purpose> purposes) {
        var chosen = new TreeSet<Purpose>();
        for (var purpose : purposes) if (all("purposes").contains(purpose.code())) chosen.add(purpose);
        return chosen;
    }

    private @Nullable String arrangement() {
        return text("arrangement").equals("US-HN") ? "US-HN" : null;
    }

    private @Nullable LocalDate day(String field) {
        if (text(field).isEmpty()) return null;
        try {
            if (text(field).length() == 10) return LocalDate.parse(text(field));
        } catch (DateTimeException e) {
            // said below
        }
        flaw(field, Flaw.Why.DATE_UNREADABLE);
        return null;
    }

    private Set<Persons.Flag> flags() {
        var flags = EnumSet.noneOf(Persons.Flag.class);
        for (var flag : Persons.Flag.values()) if (all("persons").contains(flag.name())) flags.add(flag);
        return flags;
    }

    private SortedSet<Country> never() {
        var never = new TreeSet<Country>();
        var words = Arrays.stream(text("never").toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        try {
            words.forEach(word -> never.add(new Country(word)));
            if (never.size() <= Persons.MOST_COUNTRIES) return never;
        } catch (IllegalArgumentException e) {
            // said below
        }
        flaw("never", Flaw.Why.COUNTRY_UNKNOWN);
        return new TreeSet<>();
    }

    private @Nullable Evaluation evaluation() {
        var grades = text("source-grade") + text("information-grade");
        return grades.matches("[ABCX][1-4]")
                ? new Evaluation(Evaluation.Source.valueOf(grades.substring(0, 1)), grades.charAt(1) - '0')
                : null;
    }
}
