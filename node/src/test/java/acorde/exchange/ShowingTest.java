package acorde.exchange;

import static acorde.exchange.Reports.GT;
import static acorde.exchange.Reports.HN;
import static acorde.exchange.Reports.SV;
import static acorde.exchange.Reports.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is shown a report that El Salvador gave Guatemala, by the rules the product ships with. */
class ShowingTest {
    private static final Purpose A1 = new Purpose("A1");
    private static final Purpose A2 = new Purpose("A2");

    private static Item copy(Report report) {
        return new Item(new ActId(SV, 17), "analysis", Instant.EPOCH, new TreeSet<>(List.of(GT)), report, List.of());
    }

    private static Showing as(PartyCode party, String office) {
        return new Showing(
                Reports.OF_2019, party, Posts.of(new OfficeCode(office), Reports.AREAS), Reports.TODAY, true);
    }

    private static Shown open(String office, Report report, @Nullable Purpose purpose) {
        return as(GT, office).opened(copy(report), purpose, "");
    }

    @Test
    void anOfficeOfTheAreaOpensItForThatAreaAndIsNotAskedWhatFor() {
        for (var office : List.of("analysis-a2", "coordination", "liaison-a1-a2", "protection"))
            assertEquals(new Shown.Open(copy(report()), A2), open(office, report(), null), office);
    }

    /** A post is no area, and what an office is there for is never guessed. */
    @Test
    void anOfficeWhoseCodeNamesSomethingElseFindsNothing() {
        for (var office : List.of("liaison-corinto", "analysis-a4", "protection-tapachula")) {
            assertEquals(new Shown.NotThere(), open(office, report(), null), office);
            assertEquals(Optional.empty(), as(GT, office).listed(copy(report())), office);
        }
    }

    @Test
    void anOfficeOfAnotherAreaFindsNothing() {
        assertEquals(new Shown.NotThere(), open("representative-a1", report(), null));
        assertEquals(new Shown.NotThere(), open("representative-a1", report(), A2));
        assertEquals(Optional.empty(), as(GT, "representative-a1").listed(copy(report())));
    }

    @Test
    void rolesThatDoNotOpenWhatIsExchangedFindNothing() {
        for (var office : List.of("supervision", "administration", "observation")) {
            assertEquals(new Shown.NotThere(), open(office, report(), null), office);
            assertEquals(Optional.empty(), as(GT, office).listed(copy(report())), office);
        }
    }

    /** CE-1. */
    @Test
    void whoMayOpenItForSeveralPurposesSaysForWhich() {
        var both = report(one -> one.purposes = Set.of(A1, A2));
        assertEquals(new Shown.PurposeFirst(new TreeSet<>(Set.of(A1, A2))), open("analysis", both, null));
        assertEquals(new Shown.Open(copy(both), A1), open("analysis", both, A1));
        assertEquals(new Shown.Open(copy(both), A2), open("analysis-a2", both, null), "its area is the one");
        assertEquals(new Shown.NotThere(), open("analysis", both, new Purpose("A3")), "not one it allows");
        assertEquals(new Shown.NotThere(), open("analysis-a2", both, A1), "not one of its own");
    }

    /** EV-4. */
    @Test
    void aRestrictionIsReadBeforeItOpens() {
        var restricted = report(one -> {
            one.handling = Set.of(Handling.H3);
            one.restriction = "No se comparte con prensa.";
        });
        var seal = restricted.basis().seal();
        assertEquals(
                new Shown.RestrictionFirst("No se comparte con prensa.", seal, A2), open("analysis", restricted, null));
        assertInstanceOf(
                Shown.RestrictionFirst.class,
                as(GT, "analysis").opened(copy(restricted), null, "yes"),
                "only the page that shows it says how it is called");
        assertEquals(new Shown.Open(copy(restricted), A2), as(GT, "analysis").opened(copy(restricted), null, seal));
        assertEquals(
                new Shown.NotThere(),
                as(GT, "representative-a1").opened(copy(restricted), null, ""),
                "who may not read it is not shown its restriction either");
    }

    /** What a program reads leaves the page: what holds no longer is opened there, and taken away by nobody (VA-1). */
    @Test
    void aProgramReadsWhatMayBeOpenedAndTakenAway() {
        assertEquals(new Shown.Open(copy(report()), A2), as(GT, "analysis").read(copy(report()), null, ""));
        var over = report(one -> one.valid = Reports.TODAY.minusDays(1));
        var whole = new Item(new ActId(GT, 3), "analysis", Instant.EPOCH, new TreeSet<>(), over, List.of());
        assertInstanceOf(Shown.Open.class, as(GT, "analysis").opened(whole, null, ""));
        assertEquals(new Shown.NotThere(), as(GT, "analysis").read(whole, null, ""));
        var restricted = report(one -> {
            one.handling = Set.of(Handling.H3);
            one.restriction = "No se comparte con prensa.";
        });
        assertInstanceOf(Shown.RestrictionFirst.class, as(GT, "analysis").read(copy(restricted), null, ""));
        var seal = restricted.basis().seal();
        assertEquals(new Shown.Open(copy(restricted), A2), as(GT, "analysis").read(copy(restricted), null, seal));
    }

    /** CH-1. */
    @Test
    void filesOfWhatConcernsAChildAreNotShown() {
        var report = report(one -> {
            one.files = List.of(Reports.file("sello.txt"));
            one.flags = Set.of(Persons.Flag.CHILD);
        });
        var shown =
                assertInstanceOf(Shown.Open.class, open("analysis", report(one -> one.files = report.files()), null));
        assertEquals(report.files(), shown.item().report().files());
        assertEquals(new Shown.NotThere(), open("analysis", report, null), "a copy that should not have them is none");
        var whole = new Item(new ActId(GT, 3), "analysis", Instant.EPOCH, new TreeSet<>(), report, List.of());
        var own = assertInstanceOf(Shown.Open.class, as(GT, "analysis").opened(whole, null, ""));
        assertEquals(List.of(), own.item().report().files());
    }

    /** DE-3. */
    @Test
    void whoAVictimIsIsShownToOfficesOfProtectionAloneAndWhatElseIsToldOfToAll() {
        var person = new Thing(Thing.Kind.PERSON, "Persona inventada", null, null);
        var passport = new Thing(Thing.Kind.DOCUMENT, "Pasaporte inventado", "X1", new Country("HN"));
        var vehicle = new Thing(Thing.Kind.VEHICLE, null, "C123BBB", null);
        var report = report(one -> {
            one.things = List.of(person, passport, vehicle);
            one.flags = Set.of(Persons.Flag.VICTIM);
        });
        var analyst = assertInstanceOf(Shown.Open.class, open("analysis", report, null));
        assertEquals(List.of(vehicle), analyst.item().report().things());
        var protection = assertInstanceOf(Shown.Open.class, open("protection", report, null));
        assertEquals(
                List.of(person, passport, vehicle), protection.item().report().things());
    }

    /** A receiver does not take the sender's word for it. */
    @Test
    void whatTheSenderShouldNotHaveSentIsNotShown() {
        for (var wrong : List.of(
                report(one -> one.evaluation = null),
                report(one -> one.law = null),
                report(one -> one.arrangement = "US-HN"),
                report(one -> one.parts.put(Field.SOURCE, "EJERCICIO")),
                report(one -> one.exercise = false),
                report(one -> one.never.add(new Country("GT"))))) {
            assertEquals(new Shown.NotThere(), open("analysis", wrong, null), wrong.toString());
            assertEquals(Optional.empty(), as(GT, "analysis").listed(copy(wrong)));
        }
    }

    /** CE-4. */
    @Test
    void whatIsPastItsReviewIsNotShown() {
        assertInstanceOf(Shown.Open.class, open("analysis", report(one -> one.review = Reports.TODAY), null));
        assertEquals(
                new Shown.NotThere(), open("analysis", report(one -> one.review = Reports.TODAY.minusDays(1)), null));
    }

    /** AS-1, at its own node too, whatever the office. */
    @Test
    void noOfficeOfThatCountryIsShownWhatProtectsAPersonFromIt() {
        var hidden = report(one -> one.seeksProtection("HN"));
        for (var office : List.of("coordination", "protection", "analysis")) {
            var whole = new Item(new ActId(HN, 3), "analysis", Instant.EPOCH, new TreeSet<>(), hidden, List.of());
            assertEquals(new Shown.NotThere(), as(HN, office).opened(whole, null, ""));
            assertEquals(Optional.empty(), as(HN, office).listed(whole));
        }
    }
}
