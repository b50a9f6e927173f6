package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.Act;
import acorde.finding.Papers.Paper;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated things and readers: the list, the count, the values to narrow by and the suggestions are of what may be opened. */
@Tag("database")
class NothingLeaksTest {
    private static final List<String> WORDS = List.of("aduana", "niñez", "frontera", "puente", "río", "camino");
    private static final int PAPERS = 400;

    private static Papers papers;
    private static List<Entry> all;

    @BeforeAll
    static void generate(@TempDir Path folder) {
        papers = new Papers(folder);
        var random = new Random(20_190_328);
        var said = new ArrayList<Paper>();
        for (var i = 0; i < PAPERS; i++)
            said.add(Paper.of(word(random) + " " + word(random))
                    .title(word(random), word(random))
                    .with("kind", random.nextInt(4) == 0 ? "note" : "paper")
                    .with("area", "A" + random.nextInt(3))
                    .with("parties", random.nextBoolean() ? "GT" : "GT HN")
                    .to(audience(random)));
        all = papers.say(said).stream().map((Act act) -> Papers.entry(act)).toList();
        papers.indexed();
    }

    @AfterAll
    static void close() {
        papers.close();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Audience audience(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Audience.EVERY_OFFICER;
            case 1 -> Audience.NOBODY;
            case 2 -> Audience.roles(role(random), role(random));
            case 3 -> Audience.offices(new OfficeCode("representative-a" + random.nextInt(3)));
            case 4 -> Audience.people(person(random), person(random), person(random));
            default -> Audience.roles(Role.SUPERVISOR, Role.ADMINISTRATOR);
        };
    }

    private static Role role(Random random) {
        return Role.values()[random.nextInt(Role.values().length)];
    }

    private static Person.Id person(Random random) {
        return new Person.Id(1 + random.nextInt(5));
    }

    private static Officer reader(Random random) {
        var role = role(random);
        var office = role == Role.REPRESENTATIVE ? role.word() + "-a" + random.nextInt(3) : role.word();
        return new Officer(person(random), "Somebody", new OfficeCode(office));
    }

    private static List<Entry> mayOpen(Officer reader, String word, String area) {
        return all.stream()
                .filter(entry -> entry.audience().admits(reader))
                .filter(entry -> area.isEmpty() || area.equals(entry.place().area()))
                .filter(entry -> (entry.title() + " " + entry.text().es()).contains(word))
                .toList();
    }

    private static Set<Key> keys(List<Entry> entries) {
        return entries.stream().map(Entry::key).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatIsFoundCountedAndSuggestedIsExactlyWhatMayBeOpened(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 10; round++) {
            var reader = reader(random);
            var word = random.nextInt(5) == 0 ? "" : word(random);
            var area = random.nextBoolean() ? "" : "A" + random.nextInt(3);
            var expected = mayOpen(reader, word, area);
            var filter = new Filter(null, area.isEmpty() ? null : area, null, null, null, null, null);
            var told = reader + " asks for '" + word + "' in '" + area + "'";
            var found = new ArrayList<Entry>();
            Cursor after = null;
            do {
                var page = assertInstanceOf(
                        Answer.Found.class,
                        papers.finding.ask(reader, Question.read(word), filter, after, 1 + random.nextInt(50)));
                assertEquals(expected.size(), page.count(), told);
                assertEquals(counts(expected), Map.copyOf(page.values()), told);
                page.hits().forEach(hit -> found.add(hit.entry()));
                after = page.next();
            } while (after != null);
            assertEquals(expected.size(), found.size(), told);
            assertEquals(keys(expected), keys(found), told);
            assertSuggested(reader, word);
        }
    }

    private static Map<Filter.By, Map<String, Integer>> counts(List<Entry> entries) {
        var counts = new TreeMap<Filter.By, Map<String, Integer>>();
        for (var by : Filter.By.values()) counts.put(by, new TreeMap<>());
        for (var entry : entries) {
            counts.get(Filter.By.KIND).merge(entry.key().kind(), 1, Integer::sum);
            counts.get(Filter.By.AREA).merge(String.valueOf(entry.place().area()), 1, Integer::sum);
            entry.place().parties().forEach(party -> counts.get(Filter.By.PARTY).merge(party.value(), 1, Integer::sum));
        }
        return counts;
    }

    private static void assertSuggested(Officer reader, String word) {
        if (word.isEmpty()) return;
        var expected = all.stream()
                .filter(entry ->
                        entry.rank() == Entry.Rank.THING && entry.audience().admits(reader))
                .filter(entry -> (entry.title().es() + " " + entry.title().en()).contains(word))
                .toList();
        var typed = word.substring(0, Math.min(3, word.length()));
        assertEquals(keys(expected), keys(papers.finding.suggest(reader, typed, PAPERS)), reader + " types " + typed);
    }
}
