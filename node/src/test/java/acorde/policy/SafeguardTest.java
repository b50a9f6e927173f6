package acorde.policy;

import static acorde.policy.Ask.GT;
import static acorde.policy.Ask.HN;
import static acorde.policy.Ask.SV;
import static acorde.policy.Ask.US;
import static acorde.policy.Ask.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.policy.Decision.Refused;
import acorde.policy.Decision.Released;
import acorde.policy.Decision.ReleasedWithout;
import acorde.policy.People.Flag;
import acorde.policy.Question.Done;
import acorde.trust.PartyCode;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The safeguards of the core hold against an annex that permits everything to everybody. */
class SafeguardTest {
    private static final People FROM_HONDURAS = new People(Set.of(Flag.PROTECTION), Set.of(new Country("HN")));
    private static final People FROM_NOWHERE = new People(Set.of(Flag.PROTECTION), Set.of());

    private static Decision decide(Consumer<Ask> change) {
        return Policy.decide(Annexes.OPEN, ask(change));
    }

    private static boolean names(Decision decision, Safeguard safeguard) {
        return decision.reasons().contains(safeguard.reason());
    }

    /** AS-1. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void whoSeeksProtectionIsInvisibleToTheirCountryOnEveryWay(Use use) {
        var decision = assertInstanceOf(Refused.class, decide(a -> {
            a.use = use;
            a.people = FROM_HONDURAS;
        }));
        assertTrue(names(decision, Safeguard.AS_1), decision.toString());
        assertTrue(decision.isSecret());
    }

    /** AS-1: of residence too, and of any one among many. */
    @Test
    void oneAmongManyIsEnoughToHideAnItem() {
        var many = new People(Set.of(Flag.PERSON), Set.of())
                .and(new People(Set.of(Flag.PROTECTION), Set.of(new Country("NI"), new Country("HN"))));
        assertInstanceOf(Refused.class, decide(a -> a.people = many));
        assertInstanceOf(Released.class, decide(a -> {
            a.people = many;
            a.party = GT;
        }));
    }

    /** AS-1. */
    @Test
    void aCountryIsKnownByItsThreeLettersAndAPartyThatIsNoCountrySeesNothing() {
        assertInstanceOf(Refused.class, decide(a -> {
            a.people = FROM_HONDURAS;
            a.party = new PartyCode("HND");
        }));
        assertInstanceOf(Released.class, decide(a -> {
            a.people = FROM_HONDURAS;
            a.party = new PartyCode("GTM");
        }));
        var nowhere = decide(a -> {
            a.people = FROM_HONDURAS;
            a.party = new PartyCode("XXX");
        });
        assertTrue(names(nowhere, Safeguard.AS_1), nowhere.toString());
        assertFalse(
                Safeguard.AS_1.reason().text().es().contains("ese país"),
                "what is said of it is true of a party that was not named, too");
    }

    /** AS-2. */
    @Test
    void thePartyItIsHiddenFromDoesNotTakeTheFlagAway() {
        var decision = decide(a -> {
            a.use = Use.UNFLAG;
            a.people = FROM_HONDURAS;
        });
        assertTrue(names(decision, Safeguard.AS_2), decision.toString());
        assertInstanceOf(Released.class, decide(a -> {
            a.use = Use.UNFLAG;
            a.people = FROM_HONDURAS;
            a.party = SV;
        }));
    }

    /** AS-3. */
    @Test
    void whoseCountryIsNotKnownIsSeenByTheCreatingPartyAlone() {
        for (var party : Set.of(US, GT, HN)) {
            var decision = decide(a -> {
                a.people = FROM_NOWHERE;
                a.party = party;
            });
            assertTrue(names(decision, Safeguard.AS_3), decision.toString());
        }
        assertInstanceOf(Released.class, decide(a -> {
            a.people = FROM_NOWHERE;
            a.party = SV;
        }));
        assertTrue(names(
                decide(a -> {
                    a.people = FROM_NOWHERE;
                    a.party = SV;
                    a.use = Use.PUBLISH;
                }),
                Safeguard.AS_3));
    }

    /** AS-3: another person whose country is known does not make this one known. */
    @Test
    void anUnknownCountryStaysUnknownAmongKnownOnes() {
        assertInstanceOf(Refused.class, decide(a -> {
            a.people = FROM_NOWHERE.and(FROM_HONDURAS);
            a.party = GT;
        }));
    }

    /** AS-4. */
    @Test
    void thatSomebodyAskedForProtectionIsSharedWithNobody() {
        Consumer<Ask> asked = a -> a.fields = Set.of(Field.TITLE, Field.PROTECTION);
        for (var party : Set.of(US, GT, HN)) {
            var decision = assertInstanceOf(ReleasedWithout.class, decide(asked.andThen(a -> a.party = party)));
            assertEquals(Set.of(Field.PROTECTION), decision.keptBack().keySet());
        }
        assertInstanceOf(Released.class, decide(asked.andThen(a -> a.party = SV)));
        assertInstanceOf(ReleasedWithout.class, decide(asked.andThen(a -> {
            a.party = SV;
            a.use = Use.PUBLISH;
        })));
    }

    /** AS-4: a file may say it, and nobody can tell whether it does. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void filesOfWhatConcernsSomebodyWhoSeeksProtectionStayWithTheProvider(Use use) {
        Consumer<Ask> files = a -> {
            a.use = use;
            a.people = FROM_HONDURAS;
            a.fields = Set.of(Field.TITLE, Field.ATTACHMENTS);
        };
        Consumer<Ask> guatemala = files.andThen(a -> a.party = GT);
        if (use == Use.PUBLISH) {
            assertInstanceOf(Refused.class, decide(guatemala));
            return;
        }
        var others = assertInstanceOf(ReleasedWithout.class, decide(guatemala));
        assertEquals(Set.of(Field.ATTACHMENTS), others.keptBack().keySet());
        assertTrue(names(others, Safeguard.AS_4), others.toString());
        assertInstanceOf(Released.class, decide(files.andThen(a -> a.party = SV)));
    }

    private static final Consumer<Ask> CHILD = a -> {
        a.people = new People(Set.of(Flag.CHILD), Set.of());
        a.fields = Set.of(Field.TITLE, Field.FACT, Field.IDENTITY, Field.PICTURE);
    };

    /** CH-1. */
    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"OPEN", "EXPORT", "COURT"})
    void twoOfficersOpenTheIdentityOfAChild(Use use) {
        var alone = assertInstanceOf(ReleasedWithout.class, decide(CHILD.andThen(a -> a.use = use)));
        assertEquals(Set.of(Field.IDENTITY, Field.PICTURE), alone.keptBack().keySet());
        assertInstanceOf(Released.class, decide(CHILD.andThen(a -> {
            a.use = use;
            a.done = Set.of(Done.SECOND_OFFICER);
        })));
    }

    /** CH-1: nobody can tell of a file whether it holds a picture. */
    @Test
    void filesOfWhatConcernsAChildDoNotLeaveAndAreOpenedByTwo() {
        Consumer<Ask> files = CHILD.andThen(a -> a.fields = Set.of(Field.TITLE, Field.ATTACHMENTS));
        for (var use : Set.of(Use.OPEN, Use.EXPORT, Use.FIND)) {
            var alone = assertInstanceOf(ReleasedWithout.class, decide(files.andThen(a -> a.use = use)));
            assertEquals(Set.of(Field.ATTACHMENTS), alone.keptBack().keySet());
        }
        Consumer<Ask> two = files.andThen(a -> a.done = Set.of(Done.SECOND_OFFICER));
        assertInstanceOf(Released.class, decide(two.andThen(a -> a.use = Use.OPEN)));
        assertInstanceOf(ReleasedWithout.class, decide(two.andThen(a -> a.use = Use.DELIVER)));
    }

    /** CH-1: the provider's own officers too. */
    @Test
    void ownOfficersAreTwoAsWell() {
        assertInstanceOf(ReleasedWithout.class, decide(CHILD.andThen(a -> a.party = SV)));
    }

    /** CH-1. */
    @ParameterizedTest
    @EnumSource(
            value = Use.class,
            names = {"FIND", "MAIL"})
    void noListOrMailShowsAChild(Use use) {
        assertInstanceOf(ReleasedWithout.class, decide(CHILD.andThen(a -> {
            a.use = use;
            a.done = Set.of(Done.SECOND_OFFICER);
        })));
    }

    /** CH-1. */
    @Test
    void thePublicSeesAChildWhileAnAlertIsActive() {
        Consumer<Ask> published = CHILD.andThen(a -> a.use = Use.PUBLISH);
        assertInstanceOf(ReleasedWithout.class, decide(published));
        assertInstanceOf(Released.class, decide(published.andThen(a -> a.alert = true)));
    }

    /** HT-4. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void whoeverWithdrewConsentIsGone(Use use) {
        for (var party : Set.of(SV, HN)) {
            var decision = assertInstanceOf(Refused.class, decide(a -> {
                a.use = use;
                a.party = party;
                a.people = new People(Set.of(Flag.CONSENT_WITHDRAWN), Set.of());
            }));
            assertTrue(names(decision, Safeguard.HT_4) && decision.isSecret(), decision.toString());
        }
    }

    /** BI-1. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void aBiometricTemplateGoesNowhere(Use use) {
        for (var party : Set.of(SV, HN)) {
            var decision = assertInstanceOf(Refused.class, decide(a -> {
                a.use = use;
                a.party = party;
                a.fields = Set.of(Field.TITLE, Field.BIOMETRIC);
            }));
            assertTrue(names(decision, Safeguard.BI_1), decision.toString());
            assertFalse(decision.isSecret());
        }
    }

    /** The annex that permits everything does so where no safeguard speaks: these tests would not notice one that permits nothing. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void theOpenAnnexIsOpen(Use use) {
        assertInstanceOf(Released.class, decide(a -> {
            a.use = use;
            a.party = US;
        }));
    }

    /** No rule can tell who seeks protection: what it may look at does not have it. */
    @Test
    void anAnnexCannotSeeWhoSeeksProtection() {
        for (var word : Set.of("protection", "asylum", "hiddenFrom", "flags", "people"))
            assertInstanceOf(
                    Reading.Faulty.class,
                    Annex.read(Annexes.permit("P-1", "resource." + word + " == resource." + word)));
        assertEquals(
                decide(a -> {
                    a.party = GT;
                    a.people = new People(Set.of(Flag.PERSON), Set.of());
                }),
                decide(a -> {
                    a.party = GT;
                    a.people = FROM_HONDURAS;
                }));
    }
}
