package acorde.onward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.exchange.TestRules;
import acorde.policy.Annex;
import acorde.policy.Circle;
import acorde.policy.Country;
import acorde.policy.Evaluation;
import acorde.policy.Facts;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.People;
import acorde.policy.Purpose;
import acorde.policy.Question.Moment;
import acorde.policy.Reason;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rules the product ships with say of giving a report of El Salvador on from Guatemala to Honduras. */
class CourseTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final LocalDate DAY = LocalDate.parse("2026-11-26");
    private static final Annex RULES = TestRules.inForce(Set.of()).rules().orElseThrow();

    private static Facts facts(
            Facts.Kind kind,
            Tlp tlp,
            Handling handling,
            @Nullable String arrangement,
            People people) { // what is looked at
        return new Facts(
                new Facts.Origin(SV, kind, true),
                new Marking(tlp, Set.of(handling), new Evaluation(Evaluation.Source.B, 2), false),
                new Terms(Set.of(new Purpose("A2")), true, arrangement, new Terms.Span(null, DAY)),
                new Circle(Set.of(GT), Set.of(), Set.of(), Circle.Leave.NONE),
                new Facts.Content(Set.of(Field.TITLE, Field.FACT), people, false));
    }

    private static Course report(Tlp tlp, Handling handling) {
        return course(facts(Facts.Kind.REPORT, tlp, handling, null, People.NOBODY));
    }

    private static Course course(Facts facts) {
        return Course.of(RULES, facts, HN, new Moment(DAY, GT, true, Set.of()));
    }

    private static List<String> rules(Course course) {
        return course.reasons().stream().map(Reason::rule).toList();
    }

    @Test
    void theHandlingCodeOrTheLabelAsksForLeave() {
        assertEquals(List.of("EV-4B"), rules(assertInstanceOf(Course.ByLeave.class, report(Tlp.GREEN, Handling.H2))));
        assertEquals(List.of("EV-5D"), rules(assertInstanceOf(Course.ByLeave.class, report(Tlp.AMBER, Handling.H0))));
        assertEquals(
                List.of("EV-4B", "EV-5D"),
                rules(assertInstanceOf(Course.ByLeave.class, report(Tlp.AMBER, Handling.H2))));
    }

    @Test
    void whatIsGreenOrClearAndNotBoundByACodeNeedsNoLeaveByTheRules() {
        for (var tlp : List.of(Tlp.GREEN, Tlp.CLEAR))
            assertInstanceOf(Course.ByRule.class, report(tlp, Handling.H0), tlp.toString());
    }

    @Test
    void whatIsRedOrStrictIsNeverGivenOn() {
        for (var tlp : List.of(Tlp.RED, Tlp.AMBER_STRICT))
            assertEquals(List.of("EV-5"), rules(assertInstanceOf(Course.Never.class, report(tlp, Handling.H0))));
    }

    @Test
    void noLeaveReachesBeyondAnArrangement() {
        var bound = facts(Facts.Kind.REPORT, Tlp.GREEN, Handling.H0, "US-HN", People.NOBODY);
        var to = Course.of(RULES, bound, new PartyCode("GT"), new Moment(DAY, new PartyCode("US"), true, Set.of()));
        assertEquals(List.of("AR-1"), rules(assertInstanceOf(Course.Never.class, to)));
    }

    @Test
    void aRequestAndItsAnswerStayBetweenTheTwo() {
        for (var kind : List.of(Facts.Kind.REQUEST, Facts.Kind.ANSWER))
            assertEquals(List.of("ON-1"), rules(course(facts(kind, Tlp.CLEAR, Handling.H0, null, People.NOBODY))));
    }

    /** AS-1, AS-4. */
    @Test
    void whomItProtectsFromThePartyShowsNowhere() {
        var hidden = new People(Set.of(), Set.of(new Country("HN")));
        var person = new People(Set.of(People.Flag.PERSON), Set.of());
        for (var tlp : List.of(Tlp.AMBER, Tlp.CLEAR))
            assertEquals(
                    course(facts(Facts.Kind.REPORT, tlp, Handling.H2, null, person)),
                    course(facts(Facts.Kind.REPORT, tlp, Handling.H2, null, hidden)));
    }
}
