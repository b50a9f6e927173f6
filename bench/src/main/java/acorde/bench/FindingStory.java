package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.Said;
import acorde.finding.Answer;
import acorde.finding.Filter;
import acorde.finding.Finding;
import acorde.finding.Question;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.postgres.Postgres;
import acorde.trust.PartyCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Search among 2,000 initiatives, 500 meetings and 200,000 acts of progress, asked at the door of the package in this process: what a page
 * adds is in {@code pages}. And what the index costs those who write meanwhile.
 */
final class FindingStory implements Story {
    private static final int INITIATIVES = 2_000;
    private static final int MEETINGS = 500;
    private static final int PROGRESS = 200_000;
    private static final int AT_ONCE = 1_000;
    private static final int WORDS = 4_000;
    private static final int WARM_UP = 100;
    private static final int TIMES = 400;
    private static final int PAGE = 20;
    private static final Officer READER = new Officer(new Person.Id(1), "Reader", new OfficeCode("observation"));

    private final Random random = new Random(2019);

    @Override
    public String name() {
        return "finding";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var postgres = place.database()) {
            postgres.migrate("finding");
            try (var acts = new Parties(place.folder()).bare("US", postgres, List.of(new Papers()))) {
                return measure(place, postgres, acts);
            }
        }
    }

    private List<Figure> measure(Workplace place, Postgres postgres, Acts acts) throws Exception {
        var progress = place.isShort() ? PROGRESS / 20 : PROGRESS;
        say(acts, "initiative", INITIATIVES);
        say(acts, "meeting", MEETINGS);
        var alone = say(acts, "progress", progress / 2);
        var figures = new ArrayList<Figure>();
        try (var lease = postgres.lease("visits");
                var finding = new Finding(postgres, lease, acts, List.of(new Papers.Shelf(acts)), Clock.systemUTC())
                        .following()) {
            var beside = say(acts, "progress", progress / 2);
            figures.add(Figure.plain(name(), "acts said, nothing indexed beside", alone, "/s"));
            figures.add(Figure.plain(name(), "acts said while the index is being made", beside, "/s"));
            figures.add(Figure.plain(name(), "acts indexed, resting half the time", indexed(finding), "/s"));
            asked(place, finding, figures);
        }
        return figures;
    }

    /** @return acts a second from the moment nobody writes any more */
    private static double indexed(Finding finding) throws InterruptedException {
        var left = finding.behind();
        var began = System.nanoTime();
        if (!finding.awaitAll(Duration.ofHours(1))) throw new IllegalStateException("the index is not up with the log");
        return left / ((System.nanoTime() - began) / 1e9);
    }

    private void asked(Workplace place, Finding finding, List<Figure> figures) {
        var times = place.isShort() ? 40 : TIMES;
        var all = new ArrayList<double[]>();
        questions(finding).forEach((what, ask) -> {
            for (var i = 0; i < place.seconds(WARM_UP); i++) ask.accept(i);
            var taken = new double[times];
            for (var i = 0; i < times; i++) {
                var began = System.nanoTime();
                ask.accept(i);
                taken[i] = (System.nanoTime() - began) / 1e6;
            }
            Arrays.sort(taken);
            all.add(taken);
            figures.add(new Figure(
                    name(), what, at(taken, 0.99), "ms", 50, 20, "p99, warm; median %.1f".formatted(at(taken, 0.5))));
        });
        var together = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        figures.add(new Figure(name(), "p99 over all questions", at(together, 0.99), "ms", 50, 20, "warm"));
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) (sorted.length * part)];
    }

    private Map<String, IntConsumer> questions(Finding finding) {
        var questions = new LinkedHashMap<String, IntConsumer>();
        questions.put("one seldom word", i -> ask(finding, "palabra" + (WORDS - 1 - i % 500), Filter.NONE));
        questions.put("two words", i -> ask(finding, "palabra" + i % 40 + " palabra" + (40 + i % 60), Filter.NONE));
        questions.put("a word of every act", i -> ask(finding, "avances", Filter.NONE));
        questions.put("three words of every act", i -> ask(finding, "avance compromiso semana", Filter.NONE));
        questions.put(
                "a phrase and a word not wanted",
                i -> ask(finding, "\"avance del compromiso\" -palabra" + i % 50, Filter.NONE));
        questions.put(
                "filters alone",
                i -> ask(finding, "", new Filter("initiative", "A" + i % 4, "GT", null, null, null, null)));
        questions.put(
                "a month of one party",
                i -> ask(
                        finding,
                        "",
                        new Filter(null, null, "HN", null, day(30 * (i % 40)), day(30 * (i % 40) + 30), null)));
        questions.put("a suggestion of two letters", i -> finding.suggest(READER, "pa", 8));
        questions.put(
                "a suggestion of a word and four letters",
                i -> finding.suggest(READER, "palabra" + i % 100 + " pala", 8));
        return questions;
    }

    private static void ask(Finding finding, String typed, Filter filter) {
        if (!(finding.ask(READER, Question.read(typed), filter, null, PAGE) instanceof Answer.Found))
            throw new IllegalStateException("too broad: " + typed);
    }

    private static LocalDate day(int number) {
        return LocalDate.parse("2023-01-01").plusDays(number);
    }

    /** @return acts a second */
    private double say(Acts acts, String kind, int count) throws Exception {
        var began = System.nanoTime();
        var said = new ArrayList<CompletableFuture<Said<String>>>();
        for (var from = 0; from < count; from += AT_ONCE) {
            var drafts = new ArrayList<Draft>();
            for (var i = from; i < Math.min(count, from + AT_ONCE); i++) drafts.add(draft(kind));
            said.add(acts.sayOfItself(new Command<String>() {
                @Override
                public Decision<String> decide(Past past, Instant now) {
                    return new Decision.Say<>(drafts);
                }
            }));
        }
        for (var each : said)
            if (!(each.get() instanceof Said.Written<String>)) throw new IllegalStateException("not written");
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private Draft draft(String kind) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("kind", kind);
        body.putObject("title").put("es", words("palabra", 4)).put("en", words("word", 4));
        body.putObject("text")
                .put("es", "Avance del compromiso de esta semana: " + words("palabra", 18))
                .put("en", "Progress of the commitment this week: " + words("word", 18));
        body.put("area", "A" + random.nextInt(4));
        body.put("day", day(random.nextInt(1_400)).toString());
        var to = new TreeSet<>(List.of(new PartyCode("GT"), new PartyCode("HN"), new PartyCode("SV")));
        to.remove(to.toArray(PartyCode[]::new)[random.nextInt(3)]);
        return new Draft(Papers.KIND, "coordination", to, List.of(), body);
    }

    /** Few words are said often and many seldom, as in any language. */
    private String words(String stem, int count) {
        var words = new StringBuilder();
        for (var i = 0; i < count; i++)
            words.append(stem)
                    .append((int) (WORDS * Math.pow(random.nextDouble(), 4)))
                    .append(' ');
        return words.toString().strip();
    }
}
