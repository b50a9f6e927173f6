package acorde.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import acorde.finding.Key;
import acorde.notices.Notice;
import acorde.offices.OfficeCode;
import acorde.offices.Token;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an event says, how it is signed, and what becomes of a system that does not take it. */
class FateTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Outcome AWAY = new Outcome.Failed(Outcome.Why.UNREACHABLE);

    @Test
    void aSystemIsTriedElevenTimesInFiveDaysLaterAndLaterAndThenGivenUp() {
        var pauses = Fate.PATIENCE;
        for (var tries = 0; tries < pauses.size(); tries++)
            assertEquals(
                    new Fate.Waits(NOW.plus(Duration.ofMinutes(pauses.get(tries))), "UNREACHABLE"),
                    Fate.of(tries, AWAY, NOW));
        assertEquals(10, pauses.size());
        assertEquals(pauses.stream().sorted().toList(), pauses);
        assertEquals(
                4,
                Duration.ofMinutes(pauses.stream().mapToInt(each -> each).sum()).toDays(),
                "and 20 hours");
        assertEquals(new Fate.Silent("UNREACHABLE"), Fate.of(10, AWAY, NOW));
    }

    @Test
    void whoTakesItIsToldWhateverWasBeforeAndWhoWantsNoMoreIsAskedOnce() {
        for (var tries : List.of(0, 10)) assertEquals(new Fate.Told(), Fate.of(tries, new Outcome.Taken(), NOW));
        assertEquals(new Fate.Silent("410"), Fate.of(0, new Outcome.Unwanted(), NOW));
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void anEventIsSignedAsTheStandardHasIt() {
        var secret = new Secret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.reveal());
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"));
        assertEquals("(secret)", secret.toString());
    }

    private static Notice notice(String what, String name, String mark) {
        return new Notice(what, new Key("exchange", name), mark);
    }

    private static Event event(long arrived, Notice... fresh) {
        var hook = new Hook(
                new Hook.Id("0123456789abcdef"),
                new Token.Id("0123456789abcdef"),
                URI.create("https://siem.example/"),
                NOW,
                arrived,
                0,
                NOW,
                null,
                "",
                null);
        return Event.of(hook, new OfficeCode("analysis-a2"), List.of(fresh));
    }

    @Test
    void anEventCountsWhatWaitsByItsKindAndTellsNothingElse() {
        var told = event(
                1,
                notice("item", "US/7", ""),
                notice("item", "US/8", ""),
                notice("request", "US/9", "soon"),
                notice("changed", "GT/1", "GT/900"));
        assertEquals(
                "{\"type\":\"acorde.waits\",\"data\":{\"office\":\"analysis-a2\","
                        + "\"kinds\":{\"changed\":1,\"item\":2,\"request-soon\":1}}}",
                told.body());
    }

    @Test
    void theSameToldAgainHasTheSameNameAndOtherThingsAnother() {
        var one = notice("item", "US/7", "");
        var other = notice("item", "US/8", "");
        assertEquals(event(1, one, other).id(), event(1, other, one).id());
        assertNotEquals(event(1, one).id(), event(1, other).id());
        assertNotEquals(event(1, one).id(), event(2, one).id(), "it was gone and came again");
        assertEquals(false, event(1, one).id().contains("US"));
    }
}
