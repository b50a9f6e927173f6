package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.HostileServer.Fault;
import acorde.acts.HostileServer.Resource;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a partner's port does on the wire, a request ends with a fault that has a code, and the next one is answered. */
@Tag("slow")
class HttpPeerTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");
    private static final TilePath ENTRIES = new TilePath(TilePath.ENTRIES, 0, 3);

    /** Bytes that lie in buffers between the two sides of a connection on this machine, at most. */
    private static final long BUFFERS = 24 << 20;

    private static final Set<Fault> CUT_SHORT =
            EnumSet.of(Fault.SILENT, Fault.STANDS_STILL, Fault.DRIPS, Fault.JUST_ABOVE);
    private static final Set<Fault> NEVER_ENDING =
            EnumSet.of(Fault.ENDLESS_BODY, Fault.ENDLESS_HEADERS, Fault.ENDLESS_INTERIM, Fault.TOO_LONG);

    private static Parties parties;
    private static PaperLog log;
    private static HostileServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        log = parties.log(GT);
        for (var i = 0; i < 3; i++) log.write(Notes.text(GT, Notes.say("note " + i, HN)), Set.of(HN));
        server = new HostileServer(new Transport(parties.charter(), GT, parties.keys(GT)), log, HN, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpPeer peer(PartyCode self, PartyCode partner, Duration patience) {
        var transport = new Transport(parties.charter(), self, parties.keys(self));
        return new HttpPeer(
                URI.create("https://127.0.0.1:" + server.port()),
                transport.client(partner),
                new HttpPeer.Patience(Duration.ofSeconds(30), patience, patience, whole(patience)));
    }

    /** Past the first of two strides. */
    private static Duration whole(Duration stride) {
        return stride.multipliedBy(5).dividedBy(4);
    }

    private static void ask(HttpPeer peer, Resource resource) throws IOException, InterruptedException {
        switch (resource) {
            case CHECKPOINT -> assertTrue(peer.checkpoint(0, Duration.ZERO).isPresent());
            case ENTRIES -> assertArrayEquals(log.tile(ENTRIES).orElseThrow(), peer.tile(ENTRIES));
            case OPENINGS -> {
                var count = new AtomicLong();
                peer.openings(0, 3, new Openings.Reader() {
                    @Override
                    public void read(Openings.Opening opening) {
                        count.incrementAndGet();
                    }

                    @Override
                    public void takenBack(long index, long order) {
                        throw new AssertionError("nothing was taken back");
                    }
                });
                assertEquals(3, count.get());
            }
            case RECEIPT ->
                assertTrue(peer.receipt("acorde/test/HN", 0, Duration.ZERO).isPresent());
            case CHUNK ->
                assertArrayEquals(HostileServer.CHUNK, peer.chunk(0, 0, 0).orElseThrow());
        }
    }

    static Stream<Arguments> everyFaultOfEveryResource() {
        // Garbage and nothing at all are only found out by whoever reads what came: FollowerTest and the vectors have
        // them.
        var read = EnumSet.of(Fault.GARBAGE, Fault.EMPTY_BODY);
        return Arrays.stream(Fault.values())
                .filter(fault -> !read.contains(fault))
                .flatMap(fault -> Arrays.stream(Resource.values())
                        // Openings are read as they come, and what just goes on is none.
                        .filter(resource -> fault != Fault.JUST_ABOVE || resource != Resource.OPENINGS)
                        .map(resource -> Arguments.of(fault, resource)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultOfEveryResource")
    void aRequestThatGoesWrongEndsWithAFaultThatHasACodeAndTheNextIsAnswered(Fault fault, Resource resource)
            throws IOException, InterruptedException {
        // Patience is short where only patience ends it, and long everywhere else: no answer depends on speed.
        var brief = Duration.ofMillis(400);
        try (var peer = peer(HN, GT, CUT_SHORT.contains(fault) ? brief : Duration.ofSeconds(60))) {
            server.fail(resource, fault);
            var thrown = assertThrows(IOException.class, () -> ask(peer, resource));
            assertEquals(
                    code(fault),
                    thrown instanceof PartnerFault told ? told.code() : Partner.UNREACHABLE,
                    thrown.toString());
            assertTrue(server.failed() >= 1);
            if (NEVER_ENDING.contains(fault)) assertEnded();
        } finally {
            server.behave();
        }
        try (var peer = peer(HN, GT, Duration.ofSeconds(60))) {
            for (var each : Resource.values()) ask(peer, each);
        }
    }

    private static String code(Fault fault) {
        return switch (fault) {
            case ENDLESS_BODY, TOO_LONG, ENDLESS_HEADERS, ENDLESS_INTERIM, HUGE_HEADER, NO_HTTP, REDIRECT, GONE ->
                Partner.UNREADABLE;
            default -> Partner.UNREACHABLE;
        };
    }

    /** It took no more than it may, and hung up. */
    private static void assertEnded() {
        server.awaitHangingUp(Duration.ofSeconds(60));
        assertEquals(server.failed(), server.hungUp());
        assertTrue(server.sent() < Openings.PAGE_BYTES + (2 << 20) + BUFFERS, server.sent() + " bytes");
    }

    @Test
    void onOneConnectionAfterAnotherAFaultLeavesNothingBehind() throws IOException, InterruptedException {
        try (var peer = peer(HN, GT, Duration.ofSeconds(60))) {
            for (var fault :
                    EnumSet.of(Fault.DROP_BEFORE_ANSWER, Fault.DROP_IN_BODY, Fault.FAILS, Fault.ENDLESS_BODY)) {
                server.fail(Resource.ENTRIES, fault);
                assertThrows(IOException.class, () -> ask(peer, Resource.ENTRIES));
                ask(peer, Resource.OPENINGS);
                server.behave();
                ask(peer, Resource.ENTRIES);
            }
        } finally {
            server.behave();
        }
    }

    @Test
    void whoeverAnswersWithAnotherPartysKeyIsNotAsked() {
        try (var peer = peer(HN, SV, Duration.ofSeconds(60))) {
            var thrown = assertThrows(IOException.class, () -> ask(peer, Resource.CHECKPOINT));
            assertEquals(
                    Partner.WRONG_KEY,
                    assertInstanceOf(PartnerFault.class, thrown).code());
        }
    }

    @Test
    void aPartnerThatDoesNotKnowOurKeySaysSo(@TempDir Path folder) {
        var strangers = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        var self = new Transport(strangers.charter(), HN, strangers.keys(HN));
        // The stranger trusts our Guatemala, and has a key of its own that Guatemala does not know.
        var trusting = new Transport(parties.charter(), HN, strangers.keys(HN));
        assertTrue(self.caller(certificate()).isEmpty());
        var patience = Duration.ofSeconds(60);
        try (var peer = new HttpPeer(
                URI.create("https://127.0.0.1:" + server.port()),
                trusting.client(GT),
                new HttpPeer.Patience(patience, patience, patience, patience))) {
            var thrown = assertThrows(IOException.class, () -> ask(peer, Resource.CHECKPOINT));
            assertEquals(
                    Partner.REFUSES_US,
                    assertInstanceOf(PartnerFault.class, thrown).code());
        }
    }

    private static java.security.cert.X509Certificate certificate() {
        try {
            var password = "x".toCharArray();
            var store = parties.keys(GT).tlsKeyStore(GT, password);
            return (java.security.cert.X509Certificate)
                    store.getCertificate(store.aliases().nextElement());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nobodyAtTheAddressIsUnreachable() {
        var transport = new Transport(parties.charter(), HN, parties.keys(HN));
        try (var peer = new HttpPeer(URI.create("https://127.0.0.1:1"), transport.client(GT))) {
            var thrown = assertThrows(IOException.class, () -> ask(peer, Resource.CHECKPOINT));
            assertTrue(!(thrown instanceof PartnerFault), thrown.toString());
        }
    }
}
