package acorde.policy;

import acorde.compact.Bilingual;
import acorde.policy.Reading.Fault;
import acorde.policy.Reading.Faulty;
import acorde.policy.Rule.Effect;
import acorde.policy.Rule.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    private final Map<String, Rule> rules;
    private final Cedar all;
    private final Cedar permits;

    private Annex(Map<String, Rule> rules) {
        this.rules = rules;
        all = new Cedar(rules.values());
        permits = new Cedar(
                rules.values().stream().filter(rule -> !rule.forbids()).toList());
    }

    /** Reads the text of an annex: all of it is good, or its faults come back with their lines. */
    public static Reading read(String text) {
        var cutting = Cutting.of(text);
        var faults = new ArrayList<>(cutting.faults());
        var rules = new TreeMap<String, Rule>();
        for (var place : cutting.rules()) {
            switch (Cedar.parse(place)) {
                case Cedar.Bad(Fault fault) -> faults.add(fault);
                case Cedar.Good good -> {
                    var rule = rule(good, place, faults);
                    if (rules.putIfAbsent(rule.id(), rule) != null && !rule.id().isEmpty())
                        faults.add(Fault.at(
                                place.line(),
                                "La regla «" + rule.id() + "» ya está más arriba.",
                                "The rule “" + rule.id() + "” stands already above."));
                }
            }
        }
        if (faults.isEmpty()) faults.addAll(Cedar.check(rules));
        return faults.isEmpty() ? new Annex(rules) : new Faulty(faults);
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

    /** Its rules, in the order of their ids. */
    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Weighs a question: adds to {@code objections} what the rules have against it.
     *
     * <p>Cedar names what permits only where nothing forbids. So where rules keep back no more than fields, those that permit are asked
     * alone.
     *
     * @return the grounds: the rules that permit it
     */
    SortedSet<Reason> weigh(Question question, Objections objections) {
        var asked = all.ask(question);
        var forbids = new TreeSet<>(asked.broken());
        if (!asked.allowed()) forbids.addAll(asked.deciding());
        // A rule that permits and breaks gives no ground; one that forbids and breaks is taken to forbid.
        forbids.removeIf(id -> !rule(id).forbids());
        var whole = false;
        for (var id : forbids) {
            var rule = rule(id);
            if (!rule.fields().isEmpty()) objections.parts(rule.fields(), rule.reason());
            else {
                objections.whole(rule.reason());
                whole = true;
            }
        }
        if (whole) return new TreeSet<>();
        if (!asked.allowed() && !forbids.isEmpty()) asked = permits.ask(question);
        var grounds = new TreeSet<Reason>();
        if (asked.allowed()) for (var id : asked.deciding()) grounds.add(rule(id).reason());
        else objections.whole(Reason.NO_RULE);
        return grounds;
    }

    private Rule rule(String id) {
        var rule = rules.get(id);
        if (rule == null) throw new IllegalStateException("Cedar names a rule that this annex has not: " + id);
        return rule;
    }
}
