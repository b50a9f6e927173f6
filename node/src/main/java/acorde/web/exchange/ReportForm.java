package acorde.web.exchange;

import acorde.compact.Bilingual;
import acorde.exchange.Alert;
import acorde.exchange.Basis;
import acorde.exchange.Persons;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Texts;
import acorde.exchange.Thing;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.files.Attachment;
import acorde.finding.Unsigned;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form of a report, made into one. Markings may be missing: it is the rules that keep such a report from going anywhere,
 * and they say so.
 */
final class ReportForm {
    /** Of what kind a form is, in its field {@code turn}. */
    static final String WARNS = "warns";

    /** The field of persons and things. */
    static final String OBJECTS = "objects";

    private final Map<String, List<String>> fields;
    private final List<Flaw> flaws = new ArrayList<>();
    private final ZoneId zone;
    private final LongFunction<Optional<Attachment>> ready;

    /** A report as it was written. @param to the parties it is to go to */
    record Written(Report report, SortedSet<PartyCode> to) {}

    /**
     * @param exercise whether all that is exchanged belongs to an exercise
     * @param zone by whose clock times are typed
     * @param ready a file of its writer's that lies ready, by its number
     */
    ReportForm(
            Map<String, List<String>> typed,
            boolean exercise,
            ZoneId zone,
            LongFunction<Optional<Attachment>> ready) { // what was typed, and by what it is read
        this.zone = zone;
        this.ready = ready;
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
        if (text("fact").isEmpty())
            flaw("fact", text("turn").equals("asks") ? Flaw.Why.QUESTION_MISSING : Flaw.Why.FACT_MISSING);
        var handling = handling();
        var law = line("basis", Basis.TEXT);
        var basis = new Basis(law, line("zone", Basis.ZONE), restriction(handling));
        var terms =
                new Terms(chosen(purposes), law != null, arrangement(), new Terms.Span(day("valid"), day("review")));
        var things = turn instanceof Turn.Warns ? List.<Thing>of() : things();
        var persons = new Persons(flags(things), never());
        persons.exposed(things)
                .ifPresent(at ->
                        flaws.add(new Flaw(OBJECTS, Flaw.Why.OBJECT_REACHED, ThingLines.line(text(OBJECTS), at))));
        var files = turn instanceof Turn.Warns ? List.<Attachment>of() : files();
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
                        turn,
                        files,
                        things),
                to));
    }

    /** Those that were ticked. One that lies ready no more is missed, or it would be signed without what belongs to it. */
    private List<Attachment> files() {
        var ticked = all(Attachment.MEMBER);
        if (ticked.size() > Attachment.MOST) {
            flaw(Attachment.MEMBER, Flaw.Why.FILES_TOO_MANY);
            return List.of();
        }
        var files = ticked.stream()
                .filter(number -> number.matches("[0-9]{1,15}"))
                .flatMap(number -> ready.apply(Long.parseLong(number)).stream())
                .toList();
        if (files.size() < ticked.size()) flaw(Attachment.MEMBER, Flaw.Why.FILE_GONE);
        return files;
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
                ActReading.id(text(Unsigned.ANSWERED))
                        .<Turn>map(request ->
                                new Turn.Answers(request, !all("interim").isEmpty()))
                        .orElseGet(() -> {
                            flaw("to", Flaw.Why.RECIPIENTS_MISSING);
                            return Turn.TELLS;
                        });
            case WARNS -> warns();
            default -> Turn.TELLS;
        };
    }

    /** An alert is read in both languages, so it is written in both. */
    private Turn warns() {
        if (text("other-title").isEmpty()) flaw("other-title", Flaw.Why.HEADING_MISSING);
        if (text("other-fact").isEmpty()) flaw("other-fact", Flaw.Why.TEXT_MISSING);
        var category = chosen("category", Alert.Category.values());
        var response = chosen("response", Alert.Response.values());
        var urgency = chosen("haste", Alert.Urgency.values());
        var severity = chosen("severity", Alert.Severity.values());
        var certainty = chosen("certainty", Alert.Certainty.values());
        var expires = expires();
        var title = line("other-title", Objects.requireNonNull(Texts.LONGEST.get(Field.TITLE)));
        var fact = line("other-fact", Objects.requireNonNull(Texts.LONGEST.get(Field.FACT)));
        if (category == null || response == null || urgency == null || severity == null || certainty == null)
            return Turn.TELLS;
        if (expires == null || title == null || fact == null) return Turn.TELLS;
        var codes = new Alert.Codes(category, response, urgency, severity, certainty);
        return new Turn.Warns(new Alert(codes, expires, title.replace('\n', ' '), fact));
    }

    /** Null if none was chosen. */
    private <E extends Enum<E>> @Nullable E chosen(String field, E[] all) {
        for (var each : all) if (text(field).equals(each.name())) return each;
        flaw(field, Flaw.Why.OPTION_MISSING);
        return null;
    }

    /** The minute of a day, there; null if it cannot be read. */
    private @Nullable Instant expires() {
        var day = text("expires").isEmpty() ? null : day("expires");
        if (text("expires").isEmpty()) flaw("expires", Flaw.Why.DATE_UNREADABLE);
        try {
            var time = LocalTime.parse(text("expires-time")).truncatedTo(ChronoUnit.MINUTES);
            if (day != null && day.getYear() >= 2000 && day.getYear() < 9999)
                return day.atTime(time).atZone(zone).toInstant();
            if (day != null) flaw("expires", Flaw.Why.DATE_UNREADABLE);
        } catch (DateTimeException e) {
            flaw("expires-time", Flaw.Why.TIME_UNREADABLE);
        }
        return null;
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

    private List<Thing> things() {
        var things = line(OBJECTS, ReportDraft.OBJECTS);
        if (things == null) return List.of();
        return switch (ThingLines.read(things)) {
            case ThingLines.Read.Good(var read) -> read;
            case ThingLines.Read.Bad(var line) -> {
                flaws.add(new Flaw(OBJECTS, Flaw.Why.OBJECTS_UNREADABLE, line));
                yield List.of();
            }
        };
    }

    /** Whoever is named is a person, ticked or not. */
    private Set<Persons.Flag> flags(List<Thing> things) {
        var flags = EnumSet.noneOf(Persons.Flag.class);
        if (things.stream().anyMatch(thing -> thing.kind() == Thing.Kind.PERSON)) flags.add(Persons.Flag.PERSON);
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
