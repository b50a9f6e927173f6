package acorde.policy;

import acorde.policy.Circle.Named;
import acorde.policy.Circle.Organisation;
import acorde.policy.Evaluation.Source;
import acorde.policy.Facts.Kind;
import acorde.policy.Marking.Handling;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/** Questions and rules by chance, the same for the same seed. */
public final class Invented {
    private static final List<PartyCode> PARTIES = List.of(Ask.US, Ask.GT, Ask.HN, Ask.SV);
    private static final List<String> OFFICES =
            List.of("coordination", "liaison-corinto", "analysis", "protection", "supervision", "node");
    private static final List<Purpose> AREAS = List.of(new Purpose("A1"), new Purpose("A2"), new Purpose("A4"));
    private static final List<Country> COUNTRIES =
            List.of(new Country("US"), new Country("GT"), new Country("HN"), new Country("SV"), new Country("NI"));

    /** What rules are made of; none of it sees who seeks protection. */
    private static final List<String> CONDITIONS = List.of(
            "true",
            "principal.party == resource.originator",
            "resource.parties.contains(principal.party)",
            "principal.role == \"liaison\"",
            "principal.competence.containsAny(resource.purposes)",
            "resource.purposes.contains(principal.purpose)",
            "resource.tlp == \"AMBER\"",
            "[\"GREEN\", \"CLEAR\"].contains(resource.tlp)",
            "resource.handling.contains(\"H2\")",
            "resource.kind == \"report\"",
            "resource.child || resource.victim",
            "resource has reviewOn && resource.reviewOn < context.day",
            "context.from == resource.originator",
            "action == Action::\"open\"",
            "context.secondOfficer",
            "context.day + 9223372036854775807 > 0");

    private final Random random;

    public Invented(long seed) {
        random = new Random(seed);
    }

    Question question() {
        var ask = new Ask();
        ask.originator = one(PARTIES);
        ask.kind = one(List.of(Kind.values()));
        ask.exercise = chance(10);
        ask.tlp = chance(10) ? null : one(List.of(Tlp.values()));
        ask.handling = some(List.of(Handling.values()));
        ask.evaluation = chance(10) ? null : new Evaluation(one(List.of(Source.values())), 1 + random.nextInt(4));
        ask.admiralty = chance(20);
        ask.purposes = some(AREAS);
        ask.lawful = !chance(10);
        ask.arrangement = chance(20) ? "US-HN" : null;
        ask.validTo = chance(30) ? Ask.TODAY.plusDays(random.nextInt(-5, 5)) : null;
        ask.reviewOn = chance(70) ? Ask.TODAY.plusDays(random.nextInt(-5, 50)) : null;
        ask.parties = some(PARTIES);
        ask.organisations = some(PARTIES.stream().map(Invented::police).toList());
        ask.named = some(PARTIES.stream().map(Invented::analyst).toList());
        ask.onward = some(PARTIES);
        ask.court = some(PARTIES);
        var fields = some(List.of(Field.values()));
        fields.add(Field.TITLE);
        if (chance(90)) fields.remove(Field.BIOMETRIC);
        ask.fields = fields;
        ask.people = chance(50) ? People.NOBODY : people();
        ask.alert = chance(20);
        reader(ask);
        ask.use = one(List.of(Use.values()));
        ask.from = chance(70) ? ask.originator : one(PARTIES);
        ask.inExercise = ask.exercise;
        ask.done = some(List.of(Done.values()));
        return ask.question();
    }

    private void reader(Ask ask) {
        ask.party = one(PARTIES);
        ask.office = one(OFFICES);
        ask.organisation = chance(50) ? police(ask.party) : null;
        ask.person = chance(50) ? analyst(ask.party) : null;
        ask.competence = some(AREAS);
        ask.purpose = chance(20) ? null : one(AREAS);
    }

    private People people() {
        var flags = some(List.of(Flag.values()));
        if (chance(80)) flags.remove(Flag.CONSENT_WITHDRAWN);
        if (chance(70)) flags.remove(Flag.COUNTRY_UNKNOWN);
        return new People(flags, chance(50) ? some(COUNTRIES) : Set.of());
    }

    private static Organisation police(PartyCode party) {
        return new Organisation(party, "POL");
    }

    private static Named analyst(PartyCode party) {
        return new Named(party, "a-7");
    }

    /** Rules of both effects, some on single fields. */
    List<String> rules() {
        var rules = new ArrayList<String>();
        var count = 1 + random.nextInt(8);
        for (var i = 0; i < count; i++) rules.add(chance(60) ? permit("P-" + i) : forbid("F-" + i));
        return rules;
    }

    /** The same beside one that permits everything, so that something is left. */
    public List<String> rulesThatLeaveSome() {
        var rules = rules();
        rules.add(Annexes.permit("ALL", "true"));
        return rules;
    }

    String permit(String id) {
        return Annexes.permit(id, condition());
    }

    String forbid(String id) {
        if (chance(50)) return Annexes.forbid(id, condition());
        IntFunction<String> field = i -> Field.values()[i].code();
        return Annexes.forbid(
                id, field.apply(random.nextInt(4)) + " " + field.apply(4 + random.nextInt(4)), condition());
    }

    private String condition() {
        return chance(50) ? one(CONDITIONS) : one(CONDITIONS) + " && " + one(CONDITIONS);
    }

    <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** The same values in sets that were filled in another order. */
    private <T> Set<T> some(List<T> all) {
        var some = new LinkedHashSet<T>();
        for (var each : shuffled(all)) if (random.nextBoolean()) some.add(each);
        return some;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
