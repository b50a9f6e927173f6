package acorde.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.notices.Authority;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event is sent to real HTTPS servers, and to some that mean no good. */
class MessengerTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Event EVENT = new Event("evt_1", "{\"type\":\"acorde.waits\"}");
    private static final Secret SECRET =
            new Secret("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    static Path folder;

    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver(folder, "dns:localhost");
    }

    @AfterEach
    void stop() throws Exception {
        receiver.close();
    }

    private Outcome send(Reach reach, Duration whole) {
        return new Messenger(reach, whole)
                .send(EVENT, URI.create("https://" + receiver.host() + "/a?b=c"), SECRET, NOW);
    }

    private Outcome send() {
        return send(receiver.reach(), PATIENT);
    }

    @Test
    void whatIsSentIsKnownByItsSignatureAndRefusedWhenItIsOldOrWasSeenOrChanged() {
        assertEquals(new Outcome.Taken(), send());
        var got = receiver.took().getFirst();
        assertEquals("POST /a?b=c HTTP/1.1", got.line());
        assertEquals(EVENT.body(), got.body());
        var secret = SECRET.reveal();
        assertFalse(receiver.accepts(got, secret, NOW.plus(Duration.ofMinutes(6))), "old");
        var changed = new Receiver.Got(got.line(), got.headers(), got.body() + " ");
        assertFalse(receiver.accepts(changed, secret, NOW), "changed");
        assertTrue(receiver.accepts(got, secret, NOW));
        assertFalse(receiver.accepts(got, secret, NOW), "replayed");
    }

    @Test
    void aStatusOf2xxTakesItAnd410WantsNoMoreAndNothingElseLeadsAnywhere() {
        for (var status : List.of("302", "307", "400", "500", "101")) {
            receiver.now(Receiver.answering("HTTP/1.1 " + status + " X\r\nLocation: https://" + receiver.host()
                    + "/elsewhere\r\nContent-Length: 0\r\n\r\n"));
            assertEquals(new Outcome.Failed(status), send());
            assertEquals(1, receiver.took().size(), "no redirect is followed");
        }
        receiver.now(Receiver.answering("HTTP/1.1 410 Gone\r\n\r\n"));
        assertEquals(new Outcome.Unwanted(), send());
        receiver.now(Receiver.answering("HTTP/1.0 202\n"));
        assertEquals(new Outcome.Taken(), send());
        for (var none : List.of("", "SSH-2.0-x\r\n", "HTTP/1.1 2000 OK\r\n", "x".repeat(100_000))) {
            receiver.now(Receiver.answering(none));
            assertEquals(new Outcome.Failed(Outcome.Why.NO_ANSWER), send());
        }
    }

    @Test
    void anAnswerIsNotReadBeyondItsStatus() {
        receiver.now(caller -> {
            Receiver.answering("HTTP/1.1 200 OK\r\n\r\n").treat(caller);
            while (true) Receiver.answering("x".repeat(16_384)).treat(caller); // until the caller hangs up
        });
        assertEquals(new Outcome.Taken(), send());
    }

    @Test
    void aReceiverThatDripsItsAnswerGetsNoMoreThanTheTimeForAllOfIt() {
        receiver.now(caller -> {
            while (true) Receiver.answering("\0").treat(caller);
        });
        assertEquals(new Outcome.Failed(Outcome.Why.NO_ANSWER), send());
        receiver.now(caller -> caller.getInputStream().read()); // it only waits
        assertEquals(new Outcome.Failed(Outcome.Why.NO_ANSWER), send(receiver.reach(), Duration.ofMillis(500)));
    }

    @Test
    void nobodyIsBelievedWhoseCertificateIsAnothers() throws Exception {
        var unknown = new Reach(receiver.reach().hosts(), receiver.reach().networks(), new Authority(null));
        assertEquals(new Outcome.Failed(Outcome.Why.TLS), send(unknown, PATIENT));
        receiver.close();
        receiver = new Receiver(folder, "dns:another.example");
        assertEquals(new Outcome.Failed(Outcome.Why.TLS), send());
        assertEquals(List.of(), receiver.took());
    }

    @Test
    void nothingIsSentToANetworkThatTheOperatorDidNotName() {
        var reach = receiver.reach();
        assertEquals(
                new Outcome.Failed(Outcome.Why.NO_ADDRESS),
                send(new Reach(reach.hosts(), List.of(), reach.authority()), PATIENT));
        assertEquals(new Outcome.Failed(Outcome.Why.NO_ADDRESS), send(Reach.NOWHERE, PATIENT));
        assertEquals(List.of(), receiver.took());
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws Exception {
        receiver.close();
        assertEquals(new Outcome.Failed(Outcome.Why.UNREACHABLE), send());
    }
}
