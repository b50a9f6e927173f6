package acorde.exchange;

import acorde.acts.Command;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reports by chance, of an invented world, each of whose parts has a word that stands nowhere else: wherever it comes up, that part came out.
 *
 * @param number of it, which its words bear
 */
public record AnyReport(int number, Report report) {
    /** Each such word: the number of its report, and the code of its field or {@link #RESTRICTION}. */
    public static final Pattern WORD = Pattern.compile("zq(\\d+)([a-z]+)qz");

    /** What the reader is shown before the rest (EV-4); no field of its own. */
    public static final String RESTRICTION = "restriction";

    static final List<Purpose> AREAS = List.of(new Purpose("A1"), new Purpose("A2"), new Purpose("A3"));

    public static AnyReport of(Random random, int number) {
        return new AnyReport(number, Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false; // what the charter of the nodes of tests says
            one.parts.clear();
            write(one, number, Field.TITLE);
            write(one, number, Field.FACT);
            if (random.nextInt(3) > 0) write(one, number, Field.ASSESSMENT);
            if (random.nextInt(3) == 0) write(one, number, Field.SOURCE);
            one.purposes = random.nextInt(3) == 0
                    ? new HashSet<>(AREAS.subList(0, 2))
                    : Set.of(AREAS.get(random.nextInt(AREAS.size())));
            one.tlp = List.of(Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR).get(random.nextInt(3));
            if (random.nextInt(4) == 0) {
                one.handling = EnumSet.of(Handling.H3);
                one.restriction = word(number, RESTRICTION);
            }
            if (random.nextInt(8) == 0) one.evaluation = null;
            if (random.nextInt(8) == 0) one.arrangement = "US-HN";
            if (random.nextInt(8) == 0) one.valid = Reports.TODAY.minusDays(90);
            persons(one, random);
            things(one, random, number);
            if (random.nextInt(5) == 0) one.turn = new Turn.Asks(Urgency.URGENT, null);
        }));
    }

    /** One that anybody may have whose area it is for, so that what lets nothing out is noticed. */
    public static AnyReport open(int number, Turn turn) {
        return new AnyReport(number, Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
            one.parts.clear();
            write(one, number, Field.TITLE);
            write(one, number, Field.FACT);
            one.turn = turn;
        }));
    }

    /** An alert, whose two languages bear the same words. */
    public static Turn warns(int number) {
        var codes = new Alert.Codes(
                Alert.Category.values()[0],
                Alert.Response.values()[0],
                Alert.Urgency.values()[0],
                Alert.Severity.values()[0],
                Alert.Certainty.values()[0]);
        return new Turn.Warns(new Alert(
                codes,
                Instant.parse("2026-12-01T00:00:00Z"),
                "EXERCISE " + word(number, Field.TITLE.code()),
                "EXERCISE " + word(number, Field.FACT.code())));
    }

    private static void write(Reports one, int number, Field field) {
        one.parts.put(field, "EJERCICIO " + word(number, field.code()));
    }

    private static String word(int number, String code) {
        return "zq" + number + code + "qz";
    }

    private static void persons(Reports one, Random random) {
        var flags = EnumSet.noneOf(Persons.Flag.class);
        for (var flag : Persons.Flag.values()) if (random.nextInt(4) == 0) flags.add(flag);
        one.flags = flags;
        one.never = new TreeSet<>();
        for (var country : List.of("GT", "HN", "NI")) if (random.nextInt(6) == 0) one.never.add(new Country(country));
    }

    private static void things(Reports one, Random random, int number) {
        var vehicle = new Thing(Thing.Kind.VEHICLE, null, word(number, Field.OBJECTS.code()), null);
        var person = new Thing(Thing.Kind.PERSON, word(number, Field.IDENTITY.code()), null, null);
        if (random.nextBoolean()) one.things = one.flags.isEmpty() ? List.of(vehicle) : List.of(vehicle, person);
    }

    /** Says it to a party as a node that keeps to no rule would. */
    public Command<Rule> betrayed(PartyCode to) {
        return new Betraying(report, to);
    }
}
