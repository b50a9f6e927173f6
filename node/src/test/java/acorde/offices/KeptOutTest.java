package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.SignInOutcome.Reason;
import acorde.offices.SignInOutcome.Refused;
import acorde.offices.SignInOutcome.SignedIn;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That nobody keeps an officer out by failing at their account on purpose, and that guessing stays slow all the same. */
@Tag("database")
final class KeptOutTest {
    private static final String NADIA = "nadia.alvarenga";
    private static final String PASSWORD = "un puente de madera";
    private static final String MINISTRY = "192.0.2.1";

    private TestOffices test;

    @BeforeEach
    void open() {
        test = new TestOffices("offices");
        test.officer(NADIA, "coordination", PASSWORD);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private SignInOutcome attempt(String password, String address, @Nullable String mark) {
        return test.offices.signIn(NADIA, password, address, mark);
    }

    private boolean isLookedAt(String address, @Nullable String mark) {
        return assertInstanceOf(Refused.class, attempt("otra cosa", address, mark))
                        .reason()
                instanceof Reason.Wrong;
    }

    private String enter(String address, @Nullable String mark) {
        return assertInstanceOf(SignedIn.class, attempt(PASSWORD, address, mark))
                .mark()
                .reveal();
    }

    /** As if strangers from so many networks had failed at the account, one after the other: counted, without the work of hashing. */
    private void strangersFail(int many) {
        try (var books = new Books(test.postgres, test.lease, test.clock)) {
            var rows = new AttemptRows(books.writing());
            for (var i = 0; i < many; i++) {
                var counts = Throttle.Count.ofStranger(NADIA, "10.1." + i / 256 + "." + i % 256);
                books.within(() -> rows.begin(counts, test.clock.instant()));
            }
        }
    }

    @Test
    void aStrangerWhoFailsOnPurposeDoesNotKeepTheOfficerOut() {
        for (var i = 0; i < 20; i++) {
            isLookedAt("198.51.100.7", null);
            test.clock.forward(Duration.ofSeconds(1));
        }
        assertFalse(isLookedAt("198.51.100.7", null), "the stranger waits");
        enter(MINISTRY, null);
    }

    @Test
    void strangersFromManyNetworksTogetherAreSlowedAtAnAccount() {
        strangersFail(201);
        assertFalse(isLookedAt("198.51.100.7", null));
        test.clock.forward(Duration.ofMinutes(1));
        assertTrue(isLookedAt("198.51.100.7", null), "nobody waits longer than a minute for what others fail at");
    }

    @Test
    void aBrowserItsOfficerHasSignedInFromIsLetInWhateverStrangersFailAt() {
        var mark = enter(MINISTRY, null);
        strangersFail(260);
        assertFalse(isLookedAt(MINISTRY, null));
        enter(MINISTRY, enter("203.0.113.9", mark));
    }

    @Test
    void aBrowserThatIsKnownHasABudgetOfItsOwnAndNoMore() {
        var mark = enter(MINISTRY, null);
        for (var i = 0; i < 6; i++) assertTrue(isLookedAt("203.0.113." + i, mark));
        assertFalse(isLookedAt("203.0.113.9", mark));
        enter(MINISTRY, null);
    }

    @Test
    void aMarkThatIsInventedOrOfAnotherAccountOrUsedUpCountsForNothing() {
        test.officer("sonia.mejia", "observation", PASSWORD);
        var others = assertInstanceOf(SignedIn.class, test.offices.signIn("sonia.mejia", PASSWORD, MINISTRY, null))
                .mark()
                .reveal();
        var old = enter(MINISTRY, null);
        enter(MINISTRY, old);
        strangersFail(260);
        for (var mark : new String[] {"invented", "", others, old}) assertFalse(isLookedAt("203.0.113.9", mark), mark);
    }

    @Test
    void onlyTheSixteenBrowsersUsedLastAreKnown() {
        var marks = new ArrayList<String>();
        try (var books = new Books(test.postgres, test.lease, test.clock)) {
            var rows = new BrowserRows(books.writing(), new SecureRandom());
            var nadia = test.offices.people().getLast().id();
            for (var i = 0; i < 17; i++)
                marks.add(books.together(() -> rows.mark(nadia, null, books.today()))
                        .reveal());
            var known = marks.stream().filter(mark -> rows.isKnown(mark, NADIA)).toList();
            assertEquals(marks.subList(1, 17), known);
        }
    }
}
