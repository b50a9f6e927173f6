package acorde.policy;

import static acorde.policy.Ask.GT;
import static acorde.policy.Ask.HN;
import static acorde.policy.Ask.SV;
import static acorde.policy.Ask.US;
import static acorde.policy.Ask.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.policy.Circle.Named;
import acorde.policy.Circle.Organisation;
import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Decision.ReleasedWithout;
import acorde.policy.Facts.Kind;
import acorde.policy.Marking.Handling;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each rule of the shipped annex does, in the order of the annex. */
class RulesOf2019Test {
    private static final Named ANALYST = new Named(HN, "a-7");
    private static final Organisation POLICE = new Organisation(HN, "PN");

    private static Decision decide(Consumer<Ask> change) {
        return Policy.decide(Annexes.OF_2019, ask(change));
    }

    private static Set<String> ids(Decision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void released(String by, Consumer<Ask> change) {
        assertEquals(Set.of(by), ids(assertInstanceOf(Released.class, decide(change))));
    }

    private static void refused(String by, Consumer<Ask> change) {
        assertEquals(Set.of(by), ids(assertInstanceOf(Refused.class, decide(change))));
    }

    private static void without(Field field, String by, Consumer<Ask> change) {
        var keptBack = assertInstanceOf(ReleasedWithout.class, decide(change)).keptBack();
        assertEquals(Set.of(field), keptBack.keySet());
        assertEquals(by, keptBack.get(field).first().rule());
    }

    @Test
    void whatWasAddressedToAPartyItsOfficesOpen() {
        released("P-2", a -> {});
        refused("0", a -> a.party = US);
    }

    @Test
    void theProviderOpensItsOwn() {
        released("P-1", a -> a.party = SV);
    }

    @Test
    void anItemGoesToTheNodeOfAPartyItIsAddressedTo() {
        released("P-2", a -> a.deliverTo(GT));
        refused("0", a -> a.deliverTo(US));
    }

    @Test
    void anIntelligenceItemLeavesOnlyEvaluated() {
        refused("EV-1A", a -> {
            a.deliverTo(GT);
            a.evaluation = null;
        });
        released("P-2", a -> {
            a.deliverTo(GT);
            a.evaluation = null;
            a.kind = Kind.REQUEST;
        });
    }

    @Test
    void anItemLeavesOnlyWithItsLabelItsCodeAndItsPurpose() {
        refused("EV-1B", a -> {
            a.deliverTo(GT);
            a.tlp = null;
        });
        refused("EV-1C", a -> {
            a.deliverTo(GT);
            a.handling = Set.of();
        });
        refused("EV-1D", a -> {
            a.deliverTo(GT);
            a.purposes = Set.of();
        });
    }

    @Test
    void onlyTheProviderLowersAMarkingAndAReceiverMayRaiseIt() {
        released("P-1", a -> {
            a.party = SV;
            a.use = Use.LOWER;
        });
        refused("EV-2", a -> a.use = Use.LOWER);
        released("P-2", a -> a.use = Use.RAISE);
    }

    @Test
    void h1StaysOutOfCourtWithoutLeave() {
        refused("EV-4A", a -> {
            a.use = Use.COURT;
            a.handling = Set.of(Handling.H1);
        });
        released("P-2", a -> {
            a.use = Use.COURT;
            a.handling = Set.of(Handling.H1);
            a.court = Set.of(HN);
        });
        released("P-2", a -> a.use = Use.COURT);
    }

    @Test
    void h2IsNotGivenOnWithoutLeave() {
        Consumer<Ask> onward = a -> {
            a.deliverTo(GT);
            a.from = HN;
            a.tlp = Tlp.GREEN;
        };
        released("P-2", onward);
        refused("EV-4B", onward.andThen(a -> a.handling = Set.of(Handling.H2)));
        released("P-3", onward.andThen(a -> {
            a.handling = Set.of(Handling.H2);
            a.parties = Set.of(HN);
            a.onward = Set.of(GT);
        }));
    }

    @Test
    void h3IsReadBeforeItOpens() {
        refused("EV-4C", a -> a.handling = Set.of(Handling.H3));
        released("P-2", a -> {
            a.handling = Set.of(Handling.H3);
            a.done = Set.of(Done.HANDLING_READ);
        });
    }

    private static final Consumer<Ask> RED = a -> {
        a.tlp = Tlp.RED;
        a.organisation = POLICE;
        a.organisations = Set.of(POLICE);
        a.named = Set.of(ANALYST);
        a.person = ANALYST;
    };

    @Test
    void redOpensForTheNamedPersonsAlone() {
        released("P-2", RED);
        refused("EV-5A", RED.andThen(a -> a.person = new Named(HN, "a-8")));
        refused("EV-5A", RED.andThen(a -> a.person = null));
        refused("EV-5A", RED.andThen(a -> {
            a.use = Use.FIND;
            a.person = null;
        }));
    }

    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"EXPORT", "MAIL", "BACK_UP"})
    void redLeavesInNoFileMailOrCopy(Use use) {
        refused("EV-5B", RED.andThen(a -> a.use = use));
    }

    @Test
    void amberStrictStopsAtItsOrganisation() {
        Consumer<Ask> strict = a -> {
            a.tlp = Tlp.AMBER_STRICT;
            a.organisations = Set.of(POLICE);
        };
        released("P-2", strict.andThen(a -> a.organisation = POLICE));
        refused("EV-5C", strict.andThen(a -> a.organisation = new Organisation(HN, "INM")));
        refused("EV-5C", strict);
    }

    @Test
    void amberIsNotGivenOnWithoutLeave() {
        refused("EV-5D", a -> {
            a.deliverTo(GT);
            a.from = HN;
        });
        released("P-2", a -> a.deliverTo(GT));
    }

    @Test
    void gradesOfTheAdmiraltyAreNotTakenForAnEvaluation() {
        assertEquals(Set.of("EV-1A", "EV-8"), ids(decide(a -> {
            a.evaluation = null;
            a.admiralty = true;
        })));
        released("P-2", a -> a.admiralty = true);
    }

    @Test
    void anAssessmentGoesWithItsFacts() {
        refused("EV-9", a -> a.fields = Set.of(Field.TITLE, Field.ASSESSMENT));
        released("P-2", a -> a.fields = Set.of(Field.TITLE, Field.FACT));
    }

    @Test
    void onlyWhatIsClearIsPublishedAndByItsProviderAlone() {
        Consumer<Ask> clear = a -> {
            a.party = SV;
            a.use = Use.PUBLISH;
            a.tlp = Tlp.CLEAR;
        };
        released("P-4", clear);
        refused("0", clear.andThen(a -> a.tlp = Tlp.GREEN));
        refused("0", clear.andThen(a -> a.party = HN));
        refused("EV-1A", clear.andThen(a -> a.evaluation = null));
    }

    @Test
    void anotherPurposeIsAnotherDecision() {
        refused("CE-1", a -> a.purpose = new Purpose("A2"));
        refused("CE-1", a -> a.purpose = null);
    }

    @Test
    void whatGoesAbroadNamesItsLegalBasis() {
        refused("CE-3", a -> a.lawful = false);
        released("P-1", a -> {
            a.party = SV;
            a.lawful = false;
        });
    }

    @Test
    void aRecordOfAPersonHasADateOfReviewAndStopsThere() {
        refused("CE-4A", a -> {
            a.people = new People(Set.of(Flag.PERSON), Set.of());
            a.reviewOn = null;
        });
        released("P-2", a -> a.reviewOn = Ask.TODAY);
        refused("CE-4B", a -> a.reviewOn = Ask.TODAY.minusDays(1));
    }

    @Test
    void whatNoLongerHoldsStaysReadableAndGoesNowhere() {
        released("P-2", a -> a.validTo = Ask.TODAY.minusDays(1));
        refused("VA-1", a -> {
            a.deliverTo(GT);
            a.validTo = Ask.TODAY.minusDays(1);
        });
        released("P-2", a -> {
            a.deliverTo(GT);
            a.validTo = Ask.TODAY;
        });
    }

    @Test
    void anOfficeOpensWhatIsOfItsAreas() {
        refused("DE-1", a -> a.competence = Set.of(new Purpose("A4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervision", "administration", "observation"})
    void whoSupervisesAdministersOrObservesOpensNothing(String office) {
        refused("DE-2", a -> a.office = office);
    }

    @Test
    void theIdentityOfAVictimIsForOfficesOfProtection() {
        Consumer<Ask> victim = a -> {
            a.people = new People(Set.of(Flag.VICTIM), Set.of());
            a.fields = Set.of(Field.TITLE, Field.FACT, Field.IDENTITY);
        };
        without(Field.IDENTITY, "DE-3", victim);
        released("P-2", victim.andThen(a -> a.office = "protection"));
    }

    /** A file may tell who somebody is, and nobody can tell whether it does. */
    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"OPEN", "FIND", "EXPORT", "COURT"})
    void theFilesOfWhatConcernsAVictimAreForOfficesOfProtection(Use use) {
        Consumer<Ask> victim = a -> {
            a.use = use;
            a.people = new People(Set.of(Flag.VICTIM), Set.of());
            a.fields = Set.of(Field.TITLE, Field.FACT, Field.ATTACHMENTS);
        };
        without(Field.ATTACHMENTS, "DE-3", victim);
        without(Field.ATTACHMENTS, "DE-3", victim.andThen(a -> a.party = SV));
        released("P-2", victim.andThen(a -> a.office = "protection"));
    }

    @Test
    void aSourceStaysWithWhomItBelongsTo() {
        Consumer<Ask> sourced = a -> a.fields = Set.of(Field.TITLE, Field.FACT, Field.SOURCE);
        without(Field.SOURCE, "DE-4", sourced);
        without(Field.SOURCE, "DE-4", sourced.andThen(a -> a.deliverTo(GT)));
        released("P-1", sourced.andThen(a -> a.party = SV));
    }

    @Test
    void mailCarriesNoAttachment() {
        without(Field.ATTACHMENTS, "DE-5", a -> {
            a.use = Use.MAIL;
            a.fields = Set.of(Field.TITLE, Field.ATTACHMENTS);
        });
    }

    @Test
    void whatIsUnderTheArrangementOfTwoPartiesReachesNoOther() {
        Consumer<Ask> bilateral = a -> {
            a.originator = HN;
            a.from = HN;
            a.arrangement = "US-HN";
            a.parties = Set.of(US, GT);
            a.fields = Set.of(Field.TITLE, Field.FACT, Field.SOURCE);
        };
        released("P-2", bilateral.andThen(a -> a.deliverTo(US)));
        refused("AR-1", bilateral.andThen(a -> a.deliverTo(GT)));
        refused("AR-2", bilateral.andThen(a -> {
            a.deliverTo(US);
            a.arrangement = "US-XX";
        }));
    }

    @Test
    void anExerciseAndWhatIsRealAreNotMixed() {
        refused("EJ-1", a -> a.exercise = true);
        refused("EJ-1", a -> a.inExercise = true);
        released("P-2", a -> {
            a.exercise = true;
            a.inExercise = true;
        });
        refused("EJ-2", a -> {
            a.exercise = true;
            a.inExercise = true;
            a.use = Use.COURT;
        });
    }

    /** What a party may do with an item does not depend on the way it takes out of its node, but where a rule names that way. */
    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"OPEN", "FIND", "EXPORT", "MAIL", "BACK_UP", "COURT", "RAISE"})
    void everyWayOutAsksTheSame(Use use) {
        released("P-2", a -> a.use = use);
        refused("0", a -> {
            a.use = use;
            a.party = US;
        });
    }
}
