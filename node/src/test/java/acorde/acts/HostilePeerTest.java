package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.HostileServer.Fault;
import acorde.acts.HostileServer.Resource;
import acorde.postgres.Postgres;
import acorde.trust.PaperLog;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Honduras follows Guatemala, whose port does on the wire what it is told to, and El Salvador, whose port is honest: the Partners page has a
 * code with a sentence, the other goes on, nothing is lost, and all is well when Guatemala behaves.
 */
@Tag("database")
@Tag("slow")
class HostilePeerTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode SV = new PartyCode("SV");

    private static Parties parties;
    private static Postgres postgres;

    private LoneNode hn;
    private PaperLog gt;
    private PaperLog sv;
    private HostileServer hostile;
    private HostileServer honest;

    @BeforeAll
    static void found(@TempDir Path folder) {
        parties = new Parties(folder, Parties.NOWHERE, "GT", "HN", "SV");
        postgres = LoneNode.prepared();
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        LoneNode.empty(postgres);
        hn = new LoneNode(parties.charter(), HN, parties.keys(HN), postgres);
        gt = parties.log(GT);
        sv = parties.log(SV);
        hostile = server(gt);
        honest = server(sv);
    }

    @AfterEach
    void stop() {
        hn.stop();
        hostile.close();
        honest.close();
    }

    private static HostileServer server(PaperLog log) {
        var transport = new Transport(parties.charter(), log.party(), parties.keys(log.party()));
        return new HostileServer(transport, log, HN, 0);
    }

    private void follow(PartyCode party, HostileServer server, Duration patience) {
        var transport = new Transport(parties.charter(), HN, parties.keys(HN));
        var address = URI.create("https://127.0.0.1:" + server.port());
        var peer = new HttpPeer(
                address,
                transport.client(party),
                new HttpPeer.Patience(
                        Duration.ofSeconds(30),
                        patience,
                        patience,
                        patience.multipliedBy(5).dividedBy(4)));
        hn.follow(party, peer, new FakePace().hurried());
    }

    private void says(PaperLog log, HostileServer server, String words) {
        log.write(Notes.text(log.party(), Notes.say(words, HN)), Set.of(HN));
        server.serve(log);
    }

    private void untilTold(String code) {
        hn.until(code, () -> code.equals(hn.partner(GT).trouble()));
    }

    private void untilAll(PaperLog log) {
        hn.until("all of " + log.party(), () -> hn.logs.state(log.party()).cosignedSize() == log.size());
    }

    static Stream<Arguments> everyFaultWhereItIsMet() {
        // A question for news is held for half a minute anyway, so silence there is found out only after that:
        // HttpPeerTest has it.
        return Arrays.stream(Fault.values())
                .flatMap(fault -> Stream.of(Resource.CHECKPOINT, Resource.ENTRIES, Resource.OPENINGS)
                        .filter(resource -> fault != Fault.SILENT || resource != Resource.CHECKPOINT)
                        .filter(resource -> fault != Fault.EMPTY_BODY || resource != Resource.OPENINGS)
                        // One of each is enough to see it on the page: HttpPeerTest has the others.
                        .filter(resource -> fault != Fault.DRIPS || resource == Resource.OPENINGS)
                        .filter(resource -> fault != Fault.JUST_ABOVE || resource == Resource.ENTRIES)
                        .map(resource -> Arguments.of(fault, resource)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultWhereItIsMet")
    void whateverGoesWrongHasACodeStopsNobodyElseAndIsOverWhenThePartnerBehaves(Fault fault, Resource resource) {
        says(gt, hostile, "before");
        follow(GT, hostile, patience(fault));
        follow(SV, honest, Duration.ofSeconds(60));
        untilAll(gt);
        hostile.fail(resource, fault);
        says(gt, hostile, "one");
        says(gt, hostile, "two");
        untilTold(code(fault));
        assertEquals(1, hn.logs.state(GT).size(), "nothing of it is taken in");
        says(sv, honest, "another party");
        untilAll(sv);
        hostile.behave();
        untilAll(gt);
        hn.until("no trouble", () -> hn.partner(GT).trouble() == null);
        assertEquals(4, hn.notes());
        assertNull(hn.logs.state(GT).halted());
        assertTrue(hn.logs.evidence(GT).isEmpty());
    }

    /** Short where only patience ends it. */
    private static Duration patience(Fault fault) {
        return EnumSet.of(Fault.SILENT, Fault.STANDS_STILL, Fault.DRIPS, Fault.JUST_ABOVE)
                        .contains(fault)
                ? Duration.ofMillis(500)
                : Duration.ofSeconds(60);
    }

    private static String code(Fault fault) {
        return switch (fault) {
            case ENDLESS_BODY,
                    TOO_LONG,
                    ENDLESS_HEADERS,
                    ENDLESS_INTERIM,
                    HUGE_HEADER,
                    NO_HTTP,
                    REDIRECT,
                    GONE,
                    EMPTY_BODY -> Partner.UNREADABLE;
            case GARBAGE -> Partner.UNREADABLE;
            case SILENT,
                    STANDS_STILL,
                    DRIPS,
                    JUST_ABOVE,
                    DROP_BEFORE_ANSWER,
                    DROP_IN_STATUS_LINE,
                    DROP_IN_HEADERS,
                    DROP_BEFORE_BODY,
                    DROP_IN_BODY,
                    FAILS -> Partner.UNREACHABLE;
        };
    }

    @Test
    void anEmptyPageOfOpeningsIsNoFaultButAGap() {
        follow(GT, hostile, Duration.ofSeconds(60));
        hostile.fail(Resource.OPENINGS, Fault.EMPTY_BODY);
        says(gt, hostile, "withheld");
        hn.until("stored", () -> hn.logs.state(GT).size() == 1);
        assertEquals(0, hn.logs.state(GT).cosignedSize());
        hostile.behave();
        untilAll(gt);
        assertEquals(1, hn.notes());
    }

    @Test
    void anotherPartysLogAtItsAddressIsUnreadableAndStopsNobody() {
        follow(GT, hostile, Duration.ofSeconds(60));
        says(sv, honest, "another's");
        hostile.serve(sv);
        untilTold(Partner.UNREADABLE);
        assertEquals(0, hn.logs.state(GT).size());
        follow(SV, honest, Duration.ofSeconds(60));
        untilAll(sv);
        says(gt, hostile, "its own");
        untilAll(gt);
    }

    @Test
    void anotherPartysNodeAtItsAddressHasAnotherKey() {
        follow(GT, honest, Duration.ofSeconds(60));
        untilTold(Partner.WRONG_KEY);
        assertEquals(0, Objects.requireNonNull(hn.partner(GT)).announced());
    }
}
