package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.finding.Papers.Paper;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index on a real database: what is found, in which order, and how it keeps up. */
@Tag("database")
class FindingTest {
    private static final Officer OBSERVER =
            new Officer(new Person.Id(1), "Ana Tzoc", new OfficeCode(Role.OBSERVER.word()));

    private Papers papers;

    @BeforeEach
    void open(@TempDir Path folder) {
        papers = new Papers(folder);
    }

    @AfterEach
    void close() {
        papers.close();
    }

    private Answer.Found found(String typed, Filter filter, @Nullable Cursor after, int most) {
        return assertInstanceOf(
                Answer.Found.class, papers.finding.ask(OBSERVER, Question.read(typed), filter, after, most));
    }

    private Set<String> names(String typed) {
        return names(typed, Filter.NONE);
    }

    private Set<String> names(String typed, Filter filter) {
        return found(typed, filter, null, 1_000).hits().stream()
                .map(hit -> hit.entry().key().name())
                .collect(Collectors.toSet());
    }

    private static String name(Act act) {
        return act.id().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "migración,migraciones",
        "migracion,migración",
        "migraciones,migracion",
        "MIGRACIÓN,migraciones",
        "niño,niñas",
        "compromisos,compromiso",
        "informar,informaron",
        "tecnología,tecnologias",
        "países,pais",
        "border,borders",
        "agreed,agreeing",
        "estado,Estados",
    })
    void wordsAreFoundWhateverTheirEndingsAccentsAndCapitals(String typed, String written) {
        var there = papers.say(Paper.of("antes " + written + " despues"));
        papers.say(Paper.of("otra cosa"));
        papers.indexed();
        assertEquals(Set.of(name(there)), names(typed));
    }

    @Test
    void eachLanguageIsReadByItsOwnRules() {
        var both = papers.say(new Paper("Los ministros firmaron", "The ministers signed"));
        papers.indexed();
        assertEquals(Set.of(name(both)), names("firmar"));
        assertEquals(Set.of(name(both)), names("signing"));
        assertEquals(Set.of(name(both)), names("ministros signed"));
    }

    @Test
    void aPhraseStandsTogetherAndWhatIsNotWantedIsNotThere() {
        var together = papers.say(Paper.of("el paso libre de personas"));
        var apart = papers.say(Paper.of("libre es el paso"));
        papers.indexed();
        assertEquals(Set.of(name(together), name(apart)), names("paso libre"));
        assertEquals(Set.of(name(together)), names("\"paso libre\""));
        assertEquals(Set.of(name(apart)), names("paso -personas"));
        assertEquals(Set.of(name(apart)), names("-\"paso libre\""));
    }

    @Test
    void aPhraseDoesNotReachFromTheTitleIntoTheText() {
        papers.say(new Paper("libre", "free").title("paso", "passage"));
        papers.indexed();
        assertEquals(Set.of(), names("\"paso libre\""));
    }

    @Test
    void whatIsCalledSoComesBeforeWhatOnlyMentionsIt() {
        var mentions = papers.say(Paper.of("algo sobre la aduana y mucho más"));
        var called = papers.say(Paper.of("texto").title("La aduana común", "The common customs"));
        papers.indexed();
        var hits = found("aduana", Filter.NONE, null, 10).hits();
        assertEquals(
                List.of(name(called), name(mentions)),
                hits.stream().map(hit -> hit.entry().key().name()).toList());
        assertEquals(Set.of(name(called)), names(name(called)), "by its name");
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
        assertEquals(Set.of(name(two)), names("tema", new Filter("note", null, null, null, null, null, null)));
        assertEquals(Set.of(name(one)), names("tema", new Filter(null, "A1", null, null, null, null, null)));
        assertEquals(Set.of(name(one)), names("tema", new Filter(null, null, "GT", null, null, null, null)));
        assertEquals(Set.of(name(one)), names("", new Filter(null, null, null, "open", null, null, null)));
        assertEquals(Set.of(), names("tema", new Filter(null, null, null, "open' | '1", null, null, null)));
        var may = LocalDate.parse("2026-05-01");
        assertEquals(Set.of(name(one)), names("", new Filter(null, null, null, null, may, may, null)));
        assertEquals(Set.of(name(two)), names("", new Filter(null, null, null, null, may.plusDays(1), null, null)));
        assertEquals(Set.of(), names("", new Filter(null, null, null, null, null, may.minusDays(1), null)));
        assertEquals(
                Map.of("A1", 1, "A2", 1),
                found("tema", Filter.NONE, null, 1).values().get(Filter.By.AREA));
    }

    @Test
    void onlyWhatAVisitHasNotSeenIsFoundWhereThatIsAsked() {
        var before = papers.say(Paper.of("tema"));
        var later = papers.say(Paper.of("tema"));
        papers.indexed();
        var seen = new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, later.id().index()));
        assertEquals(Set.of(name(later)), names("tema", new Filter(null, null, null, null, null, null, seen)));
        papers.say(List.of(Paper.of("otra")), before.id());
        papers.indexed();
        var all = new Visits.Mark(Instant.EPOCH, Map.of(Papers.HN, later.id().index() + 1));
        assertEquals(Set.of(name(before)), names("tema", new Filter(null, null, null, null, null, null, all)));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapAndWithoutOverlap() {
        for (var count : List.of(23, Search.COMPARED, Search.COMPARED + 23)) {
            papers.say(papers(count - all("tema", 500).size()));
            papers.indexed();
            var first = found("tema", Filter.NONE, null, 10);
            assertEquals(Math.min(count, Search.COMPARED), first.count());
            assertEquals(count > Search.COMPARED, first.more());
            var all = all("tema", 97);
            assertEquals(count, all.size());
            assertEquals(count, Set.copyOf(all).size());
        }
    }

    private static List<Paper> papers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        Paper.of("tema").with("day", LocalDate.ofEpochDay(i / 3).toString()))
                .toList();
    }

    private List<String> all(String typed, int most) {
        var all = new ArrayList<String>();
        Cursor after = null;
        do {
            var page = found(typed, Filter.NONE, after, most);
            page.hits().forEach(hit -> all.add(hit.entry().key().name()));
            after = page.next();
        } while (after != null && Cursor.read(after.toString()).equals(java.util.Optional.of(after)));
        return all;
    }

    @Test
    void whereThereAreTooManyToCompareTheNewestComeFirst() {
        papers.say(papers(Search.COMPARED + 1));
        papers.indexed();
        var days = found("tema", Filter.NONE, null, 5).hits().stream()
                .map(hit -> hit.entry().place().day())
                .toList();
        assertEquals(days.stream().sorted(java.util.Comparator.reverseOrder()).toList(), days);
        assertEquals(LocalDate.ofEpochDay(Search.COMPARED / 3), days.getFirst());
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
                    papers.finding.suggest(OBSERVER, typed, 8).stream()
                            .map(entry -> entry.title().es())
                            .toList(),
                    typed);
        for (var typed : List.of("", "p", "x y z", ":*", "'", "\0"))
            assertEquals(List.of(), papers.finding.suggest(OBSERVER, typed, 8), typed);
    }

    @Test
    void whatIsNoLongerThereIsNoLongerFound() {
        var gone = papers.say(Paper.of("tema"));
        papers.indexed();
        papers.taken.add(gone.id());
        assertEquals(Set.of(), names("tema"), "not shown at once");
        papers.say(List.of(Paper.of("otra")), gone.id());
        papers.indexed();
        assertEquals(0, found("tema", Filter.NONE, null, 10).count(), "and not counted either");
    }

    @Test
    void anActThatWaitsForAnotherIsFoundOnceItIsApplied() {
        papers.indexed();
        papers.execute("insert into acts.waiting (act, missing) values ('HN/0', 'GT/9')");
        var waits = papers.say(Paper.of("tema"));
        papers.indexed();
        assertEquals(Set.of(), names("tema"));
        assertEquals("HN/0", name(waits));
        papers.execute("delete from acts.waiting");
        papers.indexed();
        assertEquals(Set.of("HN/0"), names("tema"));
        papers.execute("do $$ begin if exists (select from finding.later) then raise 'kept'; end if; end $$");
    }

    @Test
    void aStartedNodeGoesOnWhereItStopped() {
        papers.say(papers(3));
        papers.indexed().reopened();
        papers.say(papers(2));
        papers.indexed();
        assertEquals(5, names("tema").size());
        assertEquals(0, papers.finding.behind());
    }

    @Test
    void anIndexThatWasLostIsMadeAgain() {
        var all = papers.say(papers(Indexer.ACTS + 5));
        papers.indexed();
        for (var loss : List.of(
                "truncate finding.page, finding.room, finding.place, finding.made",
                "update finding.made set way = -1",
                "update finding.place set next = next + 1000")) {
            papers.execute(loss);
            papers.execute("delete from finding.page where name in (select name from finding.page limit 7)");
            papers.reopened();
            papers.indexed();
            assertEquals(all.size(), all("tema", 400).size(), loss);
        }
    }

    @Test
    void itIsSaidHowFarTheIndexIsBehind() {
        papers.indexed();
        papers.say(papers(3));
        assertEquals(3, papers.finding.behind());
        papers.indexed();
        assertEquals(0, papers.finding.behind());
    }

    @Test
    void whatFollowsTheLogsByItselfFindsWhatIsSaidNext() throws InterruptedException {
        papers.finding.following();
        var said = papers.say(Paper.of("tema"));
        var end = System.nanoTime() + 60_000_000_000L;
        while (papers.finding.behind() > 0 && System.nanoTime() < end) Thread.onSpinWait();
        assertEquals(Set.of(name(said)), names("tema"));
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
        assertEquals(1, names("primera dentro").size());
        assertEquals(0, names("fuera").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "ﬁn"
            })
    void hostileQuestionsAreAnsweredAndFindNoMoreThanTheirWords(String typed) {
        papers.say(Paper.of("tema fin"));
        papers.indexed();
        found(typed, Filter.NONE, null, 10);
        papers.finding.suggest(OBSERVER, typed, 10);
        for (var repeated : List.of(typed.repeat(2_000), (typed + " ").repeat(2_000)))
            found(repeated.substring(0, Math.min(10_000, repeated.length())), Filter.NONE, null, 10);
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
                    Answer.TooBroad.class, papers.finding.ask(OBSERVER, Question.read("tema"), Filter.NONE, null, 10));
            assertEquals(List.of(), papers.finding.suggest(OBSERVER, "tema", 10));
            holder.rollback();
        }
        assertEquals(1, names("tema").size());
    }

    @Test
    void aCursorThatIsNoneIsNotTaken() {
        for (var text :
                List.of("", "1", "0.0.0.0.0", "9.ffffffff.99999999999.1", "0.zz.1.1", "0.0.0.-1", "x".repeat(500)))
            assertTrue(Cursor.read(text).isEmpty(), text);
        assertNotNull(Cursor.read("0.3f800000.-20000.17").orElse(null));
    }

    @Test
    void whatIsForNobodyIsNotKept() {
        papers.say(Paper.of("tema").to(Audience.NOBODY));
        papers.indexed();
        assertEquals(Set.of(), names("tema"));
        papers.execute("do $$ begin if exists (select from finding.page) then raise 'kept'; end if; end $$");
        assertNull(found("tema", Filter.NONE, null, 10).next());
        assertFalse(found("tema", Filter.NONE, null, 10).more());
    }
}
