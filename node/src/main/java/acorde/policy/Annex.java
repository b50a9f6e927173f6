package acorde.policy;

import static java.util.Objects.requireNonNull;

import acorde.compact.Bilingual;
import acorde.policy.Reading.Fault;
import acorde.policy.Reading.Faulty;
import acorde.policy.Rule.Effect;
import acorde.policy.Rule.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules of release, read and ready to decide.
 *
 * <p>Each rule has an id and a reason in both languages ({@code @id}, {@code @reason_es}, {@code @reason_en}). One that forbids may say that
 * it keeps back some fields only ({@code @fields("source picture")}); who does not know of that reads it as forbidding more, never less.
 *
 * <p>Safe for use by several threads.
 */
public final class Annex implements Reading {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");
    private static final int REASON = 300;
    private static final Set<String> ANNOTATIONS = Set.of("id", "reason_es", "reason_en", "fields");

    /** What is in force where nothing was adopted: nothing is released. */
    public static final Annex NONE = new Annex(List.of(), "");

    /** A rule with when it applies. */
    private record Applicable(Rule rule, Condition condition) {}

    private final List<Rule> rules;
    private final Map<Use, List<Applicable>> byUse = new EnumMap<>(Use.class);
    private final String remarks;

    private Annex(List<Applicable> all, String remarks) {
        this.rules = all.stream().map(Applicable::rule).toList();
        this.remarks = remarks;
        for (var use : Use.values())
            byUse.put(
                    use,
                    all.stream()
                            .filter(each -> each.condition().uses().contains(use))
                            .toList());
    }

    /** Reads the text of an annex: all of it is good, or its faults come back with their lines. */
    public static Reading read(String text) {
        var cutting = Cutting.of(text);
        var faults = new ArrayList<>(cutting.faults());
        var rules = new LinkedHashMap<String, Rule>();
        var written = new HashMap<String, String>();
        for (var place : cutting.rules()) {
            switch (Cedar.parse(place)) {
                case Cedar.Bad(Fault fault) -> faults.add(fault);
                case Cedar.Good good -> {
                    var rule = rule(good, place, faults);
                    written.put(rule.id(), good.json());
                    if (rules.putIfAbsent(rule.id(), rule) != null && !rule.id().isEmpty())
                        faults.add(Fault.at(
                                place.line(),
                                "La regla «" + rule.id() + "» ya está más arriba.",
                                "The rule “" + rule.id() + "” stands already above."));
                }
            }
        }
        if (faults.isEmpty()) faults.addAll(Cedar.check(rules));
        var all = faults.isEmpty() ? applicable(rules.values(), written, faults) : List.<Applicable>of();
        return faults.isEmpty() ? new Annex(all, cutting.remarks()) : new Faulty(faults);
    }

    private static List<Applicable> applicable(Collection<Rule> rules, Map<String, String> json, List<Fault> faults) {
        var all = new ArrayList<Applicable>();
        for (var rule : rules) {
            try {
                all.add(new Applicable(rule, Condition.read(requireNonNull(json.get(rule.id())))));
            } catch (Expression.Unsupported e) {
                faults.add(Fault.at(
                        rule.place().line(),
                        "La regla usa algo que aquí no se admite: «" + e.getMessage() + "».",
                        "The rule uses something that is not taken here: “" + e.getMessage() + "”."));
            }
        }
        return all;
    }

    /** The rule as it will decide; what is wrong with what stands beside it is added to {@code faults}. */
    private static Rule rule(Cedar.Good good, Place place, List<Fault> faults) {
        var notes = good.annotations();
        for (var name : notes.keySet())
            if (!ANNOTATIONS.contains(name))
                faults.add(Fault.at(
                        place.line(),
                        "La anotación «@" + name + "» no se conoce.",
                        "The annotation “@" + name + "” is not known."));
        var id = notes.getOrDefault("id", "");
        if (!ID.matcher(id).matches())
            faults.add(Fault.at(
                    place.line(),
                    "A la regla le falta su clave: @id(\"EV-1\"), con mayúsculas, cifras y guiones.",
                    "The rule lacks its id: @id(\"EV-1\"), in capitals, digits and hyphens."));
        if (Safeguard.isTaken(id))
            faults.add(Fault.at(
                    place.line(),
                    "«" + id + "» es una salvaguarda del núcleo: dele otra clave.",
                    "“" + id + "” is a safeguard of the core: give it another id."));
        return new Rule(
                good.effect(),
                new Reason(id, new Bilingual(reason(good, "es", place, faults), reason(good, "en", place, faults))),
                fields(good, place, faults),
                place);
    }

    private static String reason(Cedar.Good good, String language, Place place, List<Fault> faults) {
        var text = good.annotations().getOrDefault("reason_" + language, "");
        var fault = Bilingual.fault(text);
        if (fault == null && text.length() <= REASON && !text.contains("\n")) return text;
        faults.add(Fault.at(
                place.line(),
                "A la regla le falta @reason_" + language + ": por qué está, en una línea de hasta 300 caracteres.",
                "The rule lacks @reason_" + language + ": why it is there, in one line of up to 300 characters."));
        return "-";
    }

    private static Set<Field> fields(Cedar.Good good, Place place, List<Fault> faults) {
        var names = good.annotations().get("fields");
        if (names == null) return Set.of();
        if (good.effect() == Effect.PERMIT)
            faults.add(Fault.at(
                    place.line(),
                    "Solo una regla que prohíbe puede nombrar campos.",
                    "Only a rule that forbids may name fields."));
        var fields = EnumSet.noneOf(Field.class);
        for (var name : names.split(" ", -1))
            Field.read(name)
                    .ifPresentOrElse(
                            fields::add,
                            () -> faults.add(Fault.at(
                                    place.line(),
                                    "El campo «" + name + "» no se conoce; hay " + known() + ".",
                                    "The field “" + name + "” is not known; there are " + known() + ".")));
        return fields;
    }

    private static String known() {
        return String.join(" ", Arrays.stream(Field.values()).map(Field::code).toList());
    }

    /** Its rules, in the order in which they stand. */
    public List<Rule> rules() {
        return rules;
    }

    /** Why a rule decided: one of these, or of the core. @return empty if there is none of that id, or no longer */
    public Optional<Reason> reason(String id) {
        return Stream.concat(rules.stream().map(Rule::reason), Stream.of(Reason.NO_RULE))
                .filter(reason -> reason.rule().equals(id))
                .findFirst()
                .or(() -> Safeguard.of(id));
    }

    /** What stands between its rules: remarks, and the lines they stand on. */
    public String remarks() {
        return remarks;
    }

    /**
     * Weighs a question: adds to {@code objections} what the rules have against it.
     *
     * @return the grounds: the rules that permit it, where none forbids the whole
     */
    SortedSet<Reason> weigh(Question question, Objections objections) {
        var grounds = new TreeSet<Reason>();
        var whole = false;
        for (var each : requireNonNull(byUse.get(question.use()))) {
            var rule = each.rule();
            // A rule that permits and breaks gives no ground; one that forbids and breaks is taken to forbid.
            if (!each.condition().holds(question, rule.forbids())) continue;
            if (!rule.forbids()) grounds.add(rule.reason());
            else if (!rule.fields().isEmpty()) objections.parts(rule.fields(), rule.reason());
            else {
                objections.whole(rule.reason());
                whole = true;
            }
        }
        if (whole) return new TreeSet<>();
        if (grounds.isEmpty()) objections.whole(Reason.NO_RULE);
        return grounds;
    }
}
