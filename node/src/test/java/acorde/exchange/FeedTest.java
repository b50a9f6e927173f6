package acorde.exchange;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.postgres.Lease;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** In which order, and how far, programs of an office of El Salvador read what that party sent. */
@Tag("database")
class FeedTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final PartyCode GT = new PartyCode("GT");
    private static final Instant NOW = PartyNode.CLOCK.instant();
    private static final Purpose A1 = new Purpose("A1");
    private static final Purpose A2 = new Purpose("A2");

    private static PartyNode node;
    private static Lease lease;
    private static Feed feed;

    @BeforeAll
    static void start(@TempDir Path folder) {
        node = new PartyNode(new Parties(folder, _ -> "https://127.0.0.1:1", "GT", "HN", "SV"), SV);
        lease = node.postgres.lease("feed");
        feed = node.exchange.feed(node.postgres, lease, FeedTest::name);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static UUID name(ActId act) {
        return UUID.nameUUIDFromBytes(act.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ActId send(String title, Consumer<Reports> change) {
        var report = Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
            one.parts.put(Field.TITLE, title);
            change.accept(one);
        });
        var seen = node.exchange.preview(report, List.of(GT), NOW);
        return switch (node.exchange.send(officer("analysis"), report, seen, NOW)) {
            case Said.Written<Rule>(var acts) -> acts.getFirst().id();
            case Said.Declined<Rule>(var why) -> throw new AssertionError(why);
        };
    }

    private static Feed.Asked asked(@Nullable Purpose area, long after, int most) {
        return new Feed.Asked(new Feed.Part(Set.of(Mailbox.Way.SENT), area), after, Set.of(), _ -> true, most);
    }

    private static List<ActId> acts(Feed.Page page) {
        return page.listed().stream().map(one -> one.place().act()).toList();
    }

    /** All there is from a place on, a page at a time. */
    private static List<ActId> all(String office, @Nullable Purpose area, long after, int most) {
        var all = new ArrayList<ActId>();
        Long next = after;
        while (next != null) {
            var page = feed.outlines(officer(office), asked(area, next, most), NOW);
            assertTrue(page.listed().size() <= most);
            all.addAll(acts(page));
            next = page.next();
        }
        return all;
    }

    private static long last() {
        feed.takeIn(NOW, Set.of());
        var end = 0L;
        Long next = end;
        while (next != null) {
            var page = feed.outlines(officer("analysis"), asked(null, next, 50), NOW);
            for (var one : page.listed()) end = one.place().added();
            next = page.next();
        }
        return end;
    }

    @Test
    void itIsReadInTheOrderInWhichItCameAPageAtATimeAndNothingTwice() {
        var from = last();
        var sent = new ArrayList<ActId>();
        for (var number = 0; number < 7; number++) {
            sent.add(send("EJERCICIO " + number, _ -> {}));
            if (number == 3) feed.takeIn(NOW, Set.of());
        }
        feed.takeIn(NOW, Set.of());
        for (var most : List.of(1, 3, 7, 50)) assertEquals(sent, all("analysis", null, from, most));
        assertNull(feed.outlines(officer("analysis"), asked(null, from, 7), NOW).next(), "a full last page ends it");
        assertEquals(
                from,
                feed.outlines(officer("analysis"), asked(null, from, 0), NOW).next(),
                "there is more");
    }

    @Test
    void anOfficeReadsWhatIsForItsAreasAndEachOnce() {
        var from = last();
        var second = send("EJERCICIO", _ -> {});
        var both = send("EJERCICIO", one -> one.purposes = Set.of(A1, A2));
        feed.takeIn(NOW, Set.of());
        assertEquals(List.of(second, both), all("analysis", null, from, 50));
        assertEquals(List.of(both), all("representative-a1", null, from, 50));
        assertEquals(List.of(), all("analysis-a3", null, from, 50));
        assertEquals(List.of(), all("supervision", null, from, 50), "no role that opens what is exchanged");
        assertEquals(List.of(both), all("analysis", A1, from, 50));
        var page = feed.outlines(officer("analysis"), asked(null, from, 50), NOW);
        assertEquals(Set.of(A1, A2), ((Listed.Here) page.listed().getLast()).purposes());
        var area = feed.outlines(officer("analysis"), asked(A1, from, 50), NOW);
        assertEquals(Set.of(A1), ((Listed.Here) area.listed().getLast()).purposes());
    }

    /** AS-1. */
    @Test
    void whatTheCoreHidesFromThisPartyHasNoPlaceAtAll() {
        var from = last();
        var hidden = send("EJERCICIO", _ -> {});
        node.execute(
                "update exchange.item set outline = (outline::jsonb || '{\"never\":[\"SV\"],\"persons\":[\"person\"]}')"
                        + "::text where act = '" + hidden + "'");
        var shown = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        assertEquals(List.of(shown), all("coordination", null, from, 1));
        var page = feed.outlines(officer("coordination"), asked(null, from, 1), NOW);
        assertEquals(NOW.toEpochMilli() / 1000, page.listed().getFirst().place().added() / 1_000_000, "nor a time");
        node.execute(
                "do $$ begin assert (select count(*) from exchange.arrival where act = '" + hidden + "') = 0; end $$");
        node.execute("do $$ begin assert (select count(*) from exchange.unlisted) = 0; end $$");
    }

    @Test
    void whatIsRenewedComesOnceMoreAsALaterVersion() {
        var from = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        var before = feed.outlines(officer("analysis"), asked(null, from, 1), NOW)
                .listed()
                .getFirst();
        var renewed = node.exchange.renewals().renew(officer("analysis"), act, Reports.TODAY.plusDays(200), NOW);
        assertTrue(renewed instanceof Said.Written<Rule>, renewed::toString);
        var other = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        assertEquals(Set.of(act, other), Set.copyOf(all("analysis", null, from, 1)));
        var asked = new Feed.Asked(new Feed.Part(Set.of(Mailbox.Way.SENT), null), 0, Set.of(name(act)), _ -> true, 9);
        var after = (Listed.Here)
                feed.outlines(officer("analysis"), asked, NOW).listed().getFirst();
        assertTrue(after.renewed());
        assertTrue(after.place().added() > before.place().added());
    }

    @Test
    void replayLeavesTheOrderAsItIs() {
        var from = last();
        send("EJERCICIO", _ -> {});
        send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        var before = all("analysis", null, from, 50);
        assertEquals(2, before.size());
        node.replayed();
        assertEquals(before, all("analysis", null, from, 50));
        feed.takeIn(NOW, Set.of());
        // What other tests hid or took away behind the back of the acts is there again, behind.
        var after = all("analysis", null, from, 50);
        assertEquals(before, after.subList(0, 2));
        assertEquals(after.size(), Set.copyOf(after).size(), "nothing comes twice");
    }

    @Test
    void whatIsDatedAheadWaitsForItsTime() {
        var from = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW.minusSeconds(60), Set.of());
        assertEquals(List.of(), all("analysis", null, from, 50));
        feed.takeIn(NOW, Set.of());
        assertEquals(List.of(act), all("analysis", null, from, 50));
    }

    /** CE-5. */
    @Test
    void eachTextThatIsHandedOutIsToldToTheJournalWithWhatFor() {
        var from = last();
        var act = send("EJERCICIO de bitácora", _ -> {});
        feed.takeIn(NOW, Set.of());
        var journal = node.offices.journal();
        var before = journal.lines(0, 10_000).size();
        var page = feed.texts(officer("analysis"), asked(null, from, 50), NOW);
        var item = ((Listed.Here) page.listed().getFirst()).item();
        assertEquals(
                "EJERCICIO de bitácora", item.report().texts().part(Field.TITLE).orElseThrow());
        var told = journal.lines(before, 10);
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().contains("reports-taken-away"), told.toString());
        assertTrue(told.getFirst().contains(act.toString()) && told.getFirst().contains("A2"), told.toString());
    }

    /** Only a copy is given up: the row of a whole that goes stands for one here. */
    @Test
    void whoTookAwayWhatIsGivenUpIsToldAndNobodyElse() {
        var from = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        assertNotNull(feed.texts(officer("analysis-a2"), asked(null, from, 50), NOW)
                .listed()
                .getFirst());
        node.execute("delete from exchange.item where act = '" + act + "'");
        feed.takeIn(NOW, Set.of());
        var told =
                feed.texts(officer("analysis-a2"), asked(null, from, 50), NOW).listed();
        assertEquals(1, told.size());
        var gone = (Listed.Gone) told.getFirst();
        assertEquals(act, gone.place().act());
        assertEquals(NOW, gone.said());
        assertEquals(List.of(), all("analysis", null, from, 50), "of another office nobody took it away");
    }

    @Test
    void whatWaitedLongestHasItsPlaceFirstHoweverMuchOnePartySends() {
        var from = last();
        var dated = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW.minusSeconds(60), Set.of());
        var act = send("EJERCICIO", _ -> {});
        node.execute("insert into exchange.unlisted select 'GT/' || n, 0 from generate_series(1, 1200) n");
        assertTrue(feed.takeIn(NOW, Set.of()), "there is more");
        assertEquals(Set.of(dated, act), Set.copyOf(all("analysis", null, from, 50)));
        assertTrue(feed.takeIn(NOW, Set.of()));
        assertFalse(feed.takeIn(NOW, Set.of()));
    }

    /** An order to give up waits for its answer until then. */
    @Test
    void whatIsGivenUpIsToldOfFirstHoweverMuchElseCame() {
        var from = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        feed.texts(officer("analysis"), asked(null, from, 50), NOW);
        node.execute("insert into exchange.unlisted select 'GT/' || n, -1 from generate_series(1, 1200) n");
        node.execute("delete from exchange.item where act = '" + act + "'");
        assertTrue(feed.takeIn(NOW, Set.of(act)), "there is more");
        assertEquals(List.of(act), all("analysis", null, from, 50));
        assertEquals(700, node.count("exchange.unlisted"), "a part was looked at, and no more");
        assertTrue(feed.takeIn(NOW, Set.of()));
        assertFalse(feed.takeIn(NOW, Set.of()));
        assertEquals(0, node.count("exchange.unlisted"));
    }

    /** An order to give it up is under way, and not seen yet, while a program is handed the text. */
    @Test
    void whoIsHandedATextWhileItIsBeingGivenUpIsToldOfThat() throws SQLException {
        var from = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        try (var order = node.postgres.open();
                var statement = order.createStatement()) {
            order.setAutoCommit(false);
            statement.execute("delete from exchange.item where act = '" + act + "'");
            assertEquals(List.of(act), acts(feed.texts(officer("analysis"), asked(null, from, 50), NOW)));
            order.commit();
        }
        feed.takeIn(NOW, Set.of());
        var told = feed.texts(officer("analysis"), asked(null, from, 50), NOW).listed();
        assertEquals(1, told.size());
        assertEquals(act, ((Listed.Gone) told.getFirst()).place().act());
        assertEquals(0, node.count("exchange.taken where act = '" + act + "'"));
    }

    @Test
    void whatIsGivenUpBeforeItIsHandedOutIsNotHandedOutAndWhoWouldHaveHadItIsForgotten() {
        var from = last();
        var other = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        feed.texts(officer("analysis"), asked(null, from, 50), NOW);
        var end = last();
        var act = send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        var told = node.offices.journal().lines(0, 10_000).size();
        var asked = new Feed.Asked(asked(null, end, 50).part(), end, Set.of(), _ -> givesUp(act), 50);
        assertEquals(List.of(), feed.texts(officer("analysis"), asked, NOW).listed());
        assertEquals(told, node.offices.journal().lines(0, 10_000).size());
        assertEquals(1, node.count("exchange.taken where act = '" + act + "'"));
        feed.forgetUnhanded();
        assertEquals(0, node.count("exchange.taken where act = '" + act + "'"));
        assertEquals(1, node.count("exchange.taken where act = '" + other + "'"), "it was handed out, and stands");
        node.execute("delete from exchange.item where act = '" + other + "'");
        feed.forgetUnhanded();
        assertEquals(1, node.count("exchange.taken where act = '" + other + "'"), "its office is to be told");
        feed.takeIn(NOW, Set.of());
        assertEquals(List.of(other), all("analysis", null, end, 50));
    }

    private static boolean givesUp(ActId act) {
        node.execute("delete from exchange.item where act = '" + act + "'");
        feed.takeIn(NOW, Set.of());
        return true;
    }

    @Test
    void howFarApartThingsThatCameTogetherStandIsAMatterOfChance() {
        var from = last();
        for (var number = 0; number < 7; number++) send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        var places = feed.outlines(officer("analysis"), asked(null, from, 50), NOW).listed().stream()
                .map(one -> one.place().added())
                .toList();
        assertEquals(7, places.size());
        for (var next = 1; next < 7; next++) {
            var apart = places.get(next) - places.get(next - 1);
            assertTrue(0 < apart && apart <= Arrivals.APART, places.toString());
        }
        assertTrue(places.getLast() - places.getFirst() > 6, "all one behind the other");
    }

    @Test
    void aQuestionThatNothingAnswersIsAskedOfThePlacesInLargeParts() {
        for (var number = 0; number < 7; number++) send("EJERCICIO", _ -> {});
        feed.takeIn(NOW, Set.of());
        var statements = new AtomicInteger();
        var counting = new DelegatingDataSource(node.postgres.readers()) {
            @Override
            public Connection getConnection() throws SQLException {
                statements.incrementAndGet();
                return super.getConnection();
            }
        };
        var place = new Arrivals.Place(node.postgres, lease, FeedTest::name);
        var arrivals = new Arrivals(node.acts, place, ArrivalRows.of(counting));
        var counted = new Feed(node.acts, node.offices.journal(), arrivals, (officer, _) -> showing(officer), _ -> {});
        var asked = new Feed.Asked(asked(null, 0, 1).part(), 0, Set.of(), _ -> false, 1);
        assertEquals(
                List.of(), counted.outlines(officer("analysis"), asked, NOW).listed());
        assertEquals(2, statements.get());
    }

    private static Optional<Showing> showing(Officer officer) {
        var post = Posts.of(officer.office(), Reports.AREAS);
        return node.inForce.rules().map(annex -> new Showing(annex, SV, post, Reports.TODAY, false));
    }
}
