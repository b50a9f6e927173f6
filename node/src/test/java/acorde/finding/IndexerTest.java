package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.finding.Papers.Paper;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the index keeps up with the logs, on a real database. */
@Tag("database")
class IndexerTest {
    private Papers papers;

    @BeforeEach
    void open(@TempDir Path folder) {
        papers = new Papers(folder);
    }

    @AfterEach
    void close() {
        papers.close();
    }

    private static String name(Act act) {
        return act.id().toString();
    }

    @Test
    void whatIsNoLongerThereIsNoLongerFound() {
        var gone = papers.say(Paper.of("tema"));
        papers.indexed();
        papers.taken.add(gone.id());
        assertEquals(Set.of(), papers.names("tema"), "not shown at once");
        papers.say(List.of(Paper.of("otra")), gone.id());
        papers.indexed();
        assertEquals(0, papers.found("tema", Filter.NONE, null, 10).count(), "and not counted either");
    }

    @Test
    void anActThatWaitsForAnotherIsFoundOnceItIsApplied() {
        papers.indexed();
        papers.execute("insert into acts.waiting (act, missing) values ('HN/0', 'GT/9')");
        var waits = papers.say(Paper.of("tema"));
        papers.indexed();
        assertEquals(Set.of(), papers.names("tema"));
        assertEquals("HN/0", name(waits));
        papers.execute("delete from acts.waiting");
        papers.indexed();
        assertEquals(Set.of("HN/0"), papers.names("tema"));
        papers.execute("do $$ begin if exists (select from finding.later) then raise 'kept'; end if; end $$");
    }

    @Test
    void aStartedNodeGoesOnWhereItStopped() {
        papers.say(Papers.many(3));
        papers.indexed().reopened();
        papers.say(Papers.many(2));
        papers.indexed();
        assertEquals(5, papers.names("tema").size());
        assertEquals(0, papers.finding.behind());
    }

    @Test
    void anIndexThatWasLostIsMadeAgain() {
        var all = papers.say(Papers.many(Indexer.ACTS + 5));
        papers.indexed();
        for (var loss : List.of(
                "truncate finding.page, finding.room, finding.place, finding.again, finding.made",
                "update finding.made set way = -1",
                "update finding.place set next = next + 1000")) {
            papers.execute(loss);
            papers.execute("delete from finding.page where name in (select name from finding.page limit 7)");
            papers.reopened();
            papers.indexed();
            assertEquals(all.size(), papers.all("tema", 400).size(), loss);
        }
    }

    @Test
    void itIsSaidHowFarTheIndexIsBehind() {
        papers.indexed();
        papers.say(Papers.many(3));
        assertEquals(3, papers.finding.behind());
        papers.indexed();
        assertEquals(0, papers.finding.behind());
    }

    @Test
    void whatFollowsTheLogsByItselfFindsWhatIsSaidNext() throws InterruptedException {
        papers.finding.following();
        var said = papers.say(Paper.of("tema"));
        assertTrue(papers.finding.awaitAll(Duration.ofMinutes(1)));
        assertEquals(Set.of(name(said)), papers.names("tema"));
    }

    @Test
    void theLongestTextCanBeFoundByItsBeginningAndNotPastItsLimit() {
        var words = new StringBuilder("primera ");
        for (var i = 0; words.length() < Entry.TEXT - 20; i++)
            words.append("p").append(i).append(' ');
        words.append("dentro ");
        while (words.length() < Entry.TEXT) words.append(' ');
        words.append("fuera ".repeat(1_000));
        papers.say(Paper.of(words.toString()));
        papers.indexed();
        assertEquals(1, papers.names("primera dentro").size());
        assertEquals(0, papers.names("fuera").size());
    }

    /** Each of these letters is fifteen when it is taken apart, of two bytes each. */
    @Test
    void whatHasMoreWordsThanAVectorHoldsIsFoundByTheFirstOfThemAndStopsNothing() {
        var words = new StringBuilder("primera ");
        for (var c = 0x4E00; words.length() < Entry.TEXT - 4; c++)
            words.append('\uFDFA').appendCodePoint(c).append(' ');
        papers.say(new Paper(words.toString(), "first " + words).title("larga", "long"));
        papers.say(Paper.of("tema"));
        papers.indexed();
        assertEquals(1, papers.names("primera").size());
        assertEquals(1, papers.names("first").size());
        assertEquals(1, papers.names("larga").size());
        assertEquals(1, papers.names("long").size());
        assertEquals(1, papers.names("tema").size());
    }

    @Test
    void aDayFarFromAllOthersIsStoredAsTheLastThereIs() {
        papers.say(Paper.of("tema").with("day", LocalDate.MAX.toString()));
        papers.say(Paper.of("tema").with("day", LocalDate.MIN.toString()));
        papers.say(Paper.of("tema").with("day", "2026-05-01"));
        papers.indexed();
        assertEquals(3, papers.names("tema").size());
    }

    @Test
    void oneThingThatCannotBeStoredKeepsNothingElseOutOfTheIndex() {
        papers.say(Paper.of("tema viejo"));
        papers.indexed();
        papers.execute("alter table finding.page add constraint no check (name not in ('HN/0', 'HN/2')) not valid");
        papers.say(List.of(Paper.of("tema"), Paper.of("tema"), Paper.of("tema")), ActId.parse("HN/0"));
        papers.indexed();
        assertEquals(Set.of("HN/1", "HN/3"), papers.names("tema"));
        assertEquals(0, papers.finding.behind());
        assertEquals(2, papers.found("tema", Filter.NONE, null, 10).count(), "nor is it found by what it once said");
    }

    @Test
    void whatIsForNobodyIsNotKept() {
        papers.say(Paper.of("tema").to(Audience.NOBODY));
        papers.indexed();
        assertEquals(Set.of(), papers.names("tema"));
        papers.execute("do $$ begin if exists (select from finding.page) then raise 'kept'; end if; end $$");
        assertNull(papers.found("tema", Filter.NONE, null, 10).next());
        assertFalse(papers.found("tema", Filter.NONE, null, 10).more());
    }

    /** Each weighs two mebibytes: its bytes, and what they are read to. */
    private static Paper large(String text) {
        return Paper.of(text).with("beside", "x".repeat(1_000_000));
    }

    @Test
    void longActsAreTakenByPartsAndThoseThatWaitTakeNoRoom() throws SQLException {
        papers.indexed();
        for (var i = 0; i < 12; i++) {
            papers.execute("insert into acts.waiting (act, missing) values ('HN/" + i + "', 'GT/9')");
            papers.say(large("tema"));
        }
        papers.finding.step();
        assertEquals(
                12 - Indexer.WEIGHT / 2_000_000, papers.finding.behind() + 1, "as many as have room, and one more");
        papers.indexed();
        papers.say(Paper.of("otra"));
        assertFalse(papers.finding.step(), "all twelve wait, and have no weight");
        assertEquals(Set.of("HN/12"), papers.names("otra"));
        papers.execute("delete from acts.waiting");
        assertTrue(papers.finding.step(), "they do not all have room");
        var first = papers.names("tema").size();
        assertTrue(first > 0 && first < 12, first + " of them");
        papers.indexed();
        assertEquals(12, papers.names("tema").size());
    }

    @Test
    void whatNamesMoreLongActsThanHaveRoomTouchesAllOfThem() {
        var named =
                IntStream.range(0, 10).mapToObj(i -> papers.say(large("tema"))).toList();
        papers.indexed();
        var before = papers.acts.logs().state(Papers.HN).size();
        var by = papers.say(
                        List.of(Paper.of("otra")), named.stream().map(Act::id).toArray(ActId[]::new))
                .getFirst();
        papers.indexed();
        var since = new Filter(
                null, null, null, null, null, null, new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, before)));
        var touched = named.stream().map(IndexerTest::name).collect(Collectors.toSet());
        assertEquals(touched, papers.names("tema", since));
        assertEquals(before, by.id().index());
    }

    @Test
    void whatWasTouchedLateByAnEarlierActStaysAsNewAsItWas() {
        var paper = papers.say(Paper.of("tema"));
        papers.indexed();
        papers.execute("insert into acts.waiting (act, missing) values ('HN/1', 'GT/9')");
        papers.say(List.of(Paper.of("otra")), paper.id());
        var latest = papers.say(List.of(Paper.of("otra")), paper.id()).getFirst();
        papers.indexed();
        var since = new Filter(
                null,
                null,
                null,
                null,
                null,
                null,
                new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, latest.id().index())));
        assertEquals(Set.of(name(paper)), papers.names("tema", since));
        papers.execute("delete from acts.waiting");
        papers.indexed();
        assertEquals(Set.of(name(paper)), papers.names("tema", since));
    }
}
