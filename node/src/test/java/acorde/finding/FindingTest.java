package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.finding.Papers.Paper;
import acorde.offices.OfficeCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the index on a real database: what is found, and in which order. */
@Tag("database")
class FindingTest {
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
    void wordsAreFoundWhateverTheirEndingsAccentsAndCapitals() {
        var written = List.of(
                "migración migraciones",
                "migracion migración",
                "migraciones migracion",
                "MIGRACIÓN migraciones",
                "niño niñas",
                "compromisos compromiso",
                "informar informaron",
                "tecnología tecnologias",
                "países pais",
                "border borders",
                "agreed agreeing",
                "estado Estados");
        var there = new ArrayList<String>();
        for (var i = 0; i < written.size(); i++) {
            var word = written.get(i).split(" ")[1];
            there.add(name(papers.say(Paper.of("antes " + word + " despues caso" + i))));
            papers.say(Paper.of("otra cosa caso" + i));
        }
        papers.indexed();
        for (var i = 0; i < written.size(); i++) {
            var typed = written.get(i).split(" ")[0];
            assertEquals(Set.of(there.get(i)), papers.names(typed + " caso" + i), written.get(i));
        }
    }

    @Test
    void eachLanguageIsReadByItsOwnRules() {
        var both = papers.say(new Paper("Los ministros firmaron", "The ministers signed"));
        papers.indexed();
        assertEquals(Set.of(name(both)), papers.names("firmar"));
        assertEquals(Set.of(name(both)), papers.names("signing"));
        assertEquals(Set.of(name(both)), papers.names("ministros signed"));
    }

    @Test
    void aPhraseStandsTogetherAndWhatIsNotWantedIsNotThere() {
        var together = papers.say(Paper.of("el paso libre de personas"));
        var apart = papers.say(Paper.of("libre es el paso"));
        papers.indexed();
        assertEquals(Set.of(name(together), name(apart)), papers.names("paso libre"));
        assertEquals(Set.of(name(together)), papers.names("\"paso libre\""));
        assertEquals(Set.of(name(apart)), papers.names("paso -personas"));
        assertEquals(Set.of(name(apart)), papers.names("-\"paso libre\""));
    }

    @Test
    void aPhraseDoesNotReachFromTheTitleIntoTheText() {
        papers.say(new Paper("libre", "free").title("paso", "passage"));
        papers.indexed();
        assertEquals(Set.of(), papers.names("\"paso libre\""));
    }

    @Test
    void whatIsCalledSoComesBeforeWhatOnlyMentionsIt() {
        var mentions = papers.say(Paper.of("algo sobre la aduana y mucho más"));
        var called = papers.say(Paper.of("texto").title("La aduana común", "The common customs"));
        papers.indexed();
        var hits = papers.found("aduana", Filter.NONE, null, 10).hits();
        assertEquals(
                List.of(name(called), name(mentions)),
                hits.stream().map(hit -> hit.entry().key().name()).toList());
        assertEquals(Set.of(name(called)), papers.names(name(called)), "by its name");
    }

    @Test
    void everyFilterNarrowsAndSaysWhatItLeaves() {
        var one = papers.say(Paper.of("tema")
                .with("area", "A1")
                .with("parties", "GT HN")
                .with("standing", "open")
                .with("day", "2026-05-01"));
        var two = papers.say(
                Paper.of("tema").with("kind", "note").with("area", "A2").with("day", "2027-05-01"));
        papers.indexed();
        assertEquals(Set.of(name(two)), papers.names("tema", new Filter("note", null, null, null, null, null, null)));
        assertEquals(Set.of(name(one)), papers.names("tema", new Filter(null, "A1", null, null, null, null, null)));
        assertEquals(Set.of(name(one)), papers.names("tema", new Filter(null, null, "GT", null, null, null, null)));
        assertEquals(Set.of(name(one)), papers.names("", new Filter(null, null, null, "open", null, null, null)));
        assertEquals(Set.of(), papers.names("tema", new Filter(null, null, null, "open' | '1", null, null, null)));
        var may = LocalDate.parse("2026-05-01");
        assertEquals(Set.of(name(one)), papers.names("", new Filter(null, null, null, null, may, may, null)));
        assertEquals(
                Set.of(name(two)), papers.names("", new Filter(null, null, null, null, may.plusDays(1), null, null)));
        assertEquals(Set.of(), papers.names("", new Filter(null, null, null, null, null, may.minusDays(1), null)));
        assertEquals(
                Map.of("A1", 1, "A2", 1),
                papers.found("tema", Filter.NONE, null, 1).values().get(Filter.By.AREA));
    }

    @Test
    void onlyWhatAVisitHasNotSeenIsFoundWhereThatIsAsked() {
        var before = papers.say(Paper.of("tema"));
        var later = papers.say(Paper.of("tema"));
        papers.indexed();
        var seen = new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, later.id().index()));
        assertEquals(Set.of(name(later)), papers.names("tema", new Filter(null, null, null, null, null, null, seen)));
        papers.say(List.of(Paper.of("otra")), before.id());
        papers.indexed();
        var all = new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, later.id().index() + 1));
        assertEquals(Set.of(name(before)), papers.names("tema", new Filter(null, null, null, null, null, null, all)));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapAndWithoutOverlap() {
        for (var count : List.of(23, Search.COMPARED, Search.COMPARED + 23)) {
            papers.say(Papers.many(count - papers.all("tema", 500).size()));
            papers.indexed();
            var first = papers.found("tema", Filter.NONE, null, 10);
            assertEquals(Math.min(count, Search.COMPARED), first.count());
            assertEquals(count > Search.COMPARED, first.more());
            var all = papers.all("tema", 97);
            assertEquals(count, all.size());
            assertEquals(count, Set.copyOf(all).size());
        }
    }

    @Test
    void whereThereAreTooManyToCompareTheNewestComeFirst() {
        var many = Papers.many(Search.COMPARED + 1);
        papers.say(many);
        papers.say(many.stream().map(paper -> paper.with("kind", "note")).toList());
        papers.indexed();
        for (var kind : List.of("paper", "note")) {
            var found = papers.found("tema", new Filter(kind, null, null, null, null, null, null), null, 5);
            assertTrue(found.more());
            assertEquals(Search.COMPARED, found.count());
            var days =
                    found.hits().stream().map(hit -> hit.entry().place().day()).toList();
            assertEquals(
                    days.stream().sorted(java.util.Comparator.reverseOrder()).toList(), days);
            assertEquals(LocalDate.ofEpochDay(Search.COMPARED / 3), days.getFirst());
        }
    }

    @Test
    void theBeginningOfATitleIsEnoughForASuggestion() {
        papers.say(Paper.of("x").title("Protección de la niñez", "Protection of children"));
        papers.say(Paper.of("Protección").title("Otra cosa", "Something else"));
        papers.say(Paper.of("x").with("kind", "note").title("Protección dicha", "Protection said"));
        papers.indexed();
        for (var typed : List.of("pro", "PROTECCIÓN", "ninez prot", "chil"))
            assertEquals(
                    List.of("Protección de la niñez"),
                    papers.finding.suggest(Papers.OBSERVER, typed, 8).stream()
                            .map(entry -> entry.title().es())
                            .toList(),
                    typed);
        for (var typed : List.of("", "p", "x y z", ":*", "'", "\0"))
            assertEquals(List.of(), papers.finding.suggest(Papers.OBSERVER, typed, 8), typed);
    }

    @Test
    void hostileQuestionsAreAnsweredAndFindNoMoreThanTheirWords() {
        papers.say(Paper.of("tema fin"));
        papers.indexed();
        for (var typed : List.of(
                "' | '1",
                "a & b | !c",
                "a:* <-> b",
                "\\",
                "%",
                "\0tema",
                "tema\0",
                "\uD800tema",
                "-tema -tema",
                "\"",
                "-",
                "tema'::tsquery",
                "𝕥𝕖𝕞𝕒",
                "ﬁn")) {
            papers.found(typed, Filter.NONE, null, 10);
            papers.finding.suggest(Papers.OBSERVER, typed, 10);
            for (var repeated : List.of(typed.repeat(2_000), (typed + " ").repeat(2_000)))
                papers.found(repeated.substring(0, Math.min(10_000, repeated.length())), Filter.NONE, null, 10);
        }
    }

    @Test
    void aQuestionThatTakesTooLongIsToldSo() throws Exception {
        papers.say(Paper.of("tema"));
        papers.indexed();
        try (var holder = papers.postgres.open();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table finding.page");
            assertInstanceOf(
                    Answer.TooBroad.class,
                    papers.finding.ask(Papers.OBSERVER, Question.read("tema"), Filter.NONE, null, 10));
            assertEquals(List.of(), papers.finding.suggest(Papers.OBSERVER, "tema", 10));
            holder.rollback();
        }
        assertEquals(1, papers.names("tema").size());
    }

    /** AS-1, counted in the entries that PostgreSQL looks at, for they are what takes time. */
    @Test
    void whatStandsInTheRoomsOfOthersIsNotLookedAtAndSoTakesNoTime() throws SQLException {
        papers.say(Paper.of("2019"));
        papers.indexed();
        var before = lookedAt("2019");
        papers.say(IntStream.range(0, 500)
                .mapToObj(i -> Paper.of("2019").to(Audience.offices(new OfficeCode("analysis"))))
                .toList());
        papers.indexed();
        assertEquals(before, lookedAt("2019"));
        assertEquals(1, papers.found("2019", Filter.NONE, null, 10).count());
        assertEquals(List.of(0L), lookedAt("2020").stream().distinct().toList());
    }

    /** What stands in a room that holds no more is not looked at, so it costs no time and tells nobody that it is there. */
    @Test
    void whatStoodByAnotherStanceOrUpToADayThatIsOverIsFoundByNobody() throws SQLException {
        var day = LocalDate.parse("2026-11-26");
        papers.stance = new Stance("a", "", day);
        var ends = papers.say(Paper.of("tema").with("until", day.toString()));
        var lasts = papers.say(Paper.of("tema").with("until", day.plusDays(1).toString()));
        papers.indexed();
        var mark = new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, 0L));
        var changed = new Filter(null, null, null, null, null, null, mark);
        assertEquals(Set.of(name(ends), name(lasts)), papers.names("tema", changed));
        papers.stance = new Stance("a", "more", day.plusDays(1));
        assertTrue(papers.finding.isLookingAgain());
        assertEquals(1, papers.found("tema", Filter.NONE, null, 10).count());
        assertEquals(Set.of(name(lasts)), papers.names("tema"));
        papers.stance = new Stance("b", "more", day.plusDays(1));
        try (var holder = papers.postgres.open();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table finding.page");
            assertEquals(0, papers.found("tema", Filter.NONE, null, 10).count(), "the index is not asked");
            holder.rollback();
        }
        papers.indexed();
        assertFalse(papers.finding.isLookingAgain());
        assertEquals(Set.of(name(lasts)), papers.names("tema", changed), "and it is known who changed it last");
        assertEquals(1, papers.count("finding.page"));
        assertEquals(1, papers.count("finding.room"));
    }

    /** By each step of the plan by which it is searched for: what it takes in, and what of that it drops. */
    private List<Long> lookedAt(String typed) throws SQLException {
        try (var connection = papers.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            int room;
            try (var row = statement.executeQuery("select id from finding.room where audience = 'all'")) {
                row.next();
                room = row.getInt(1);
            }
            var wanted = Lexemes.wanted(List.of(room), Question.read(typed), Filter.NONE, Map.of());
            var looked = new ArrayList<Long>();
            try (var row = statement.executeQuery("explain (analyze, timing off, format json) select name from"
                    + " finding.page p where p.words @@ '" + wanted.match().replace("'", "''") + "'::tsquery")) {
                row.next();
                var plan = JsonMapper.shared().readTree(row.getString(1));
                for (var count : List.of("Actual Rows", "Rows Removed by Index Recheck", "Rows Removed by Filter"))
                    plan.findValues(count).forEach(value -> looked.add(value.asLong()));
            }
            return looked;
        }
    }

    /** An index that is made again gives its rows other numbers, as would things the reader may not open. */
    @Test
    void aCursorTellsOfTheAnswersAloneAndNotOfWhatElseIsInTheIndex() {
        papers.say(Papers.many(3));
        papers.indexed();
        var before = papers.found("tema", Filter.NONE, null, 2);
        papers.execute("update finding.made set way = -1");
        papers.reopened();
        papers.indexed();
        assertEquals(before.next(), papers.found("tema", Filter.NONE, null, 2).next());
        assertEquals(
                before.hits().getLast().entry().key(),
                java.util.Objects.requireNonNull(before.next()).key());
    }

    @Test
    void aCursorThatIsNoneIsNotTaken() {
        for (var text : List.of(
                "", "1", "0.0.0.0.0", "9.ffffffff.99999999999.a.1", "0.zz.1.a.1", "0.0.0.a.-1", "0.0.0.-.1", "0.0.0.1"))
            assertTrue(Cursor.read(text).isEmpty(), text);
        assertTrue(Cursor.read("0.0.0.a." + "x".repeat(101)).isEmpty());
        assertNotNull(Cursor.read("0.3f800000.-20000.paper.HN/17").orElse(null));
    }
}
