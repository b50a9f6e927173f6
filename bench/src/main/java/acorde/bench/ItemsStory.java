package acorde.bench;

import acorde.acts.Acts;
import acorde.exchange.Exchange;
import acorde.exchange.InForce;
import acorde.finding.Answer;
import acorde.finding.Filter;
import acorde.finding.Finding;
import acorde.finding.Question;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.postgres.Postgres;
import acorde.trust.PartyCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Search over 1,000,000 reports, by an office that finds all of them, beside two that find none: asked at the door of the package in this process.
 * Each is decided about before it is indexed; what the index costs those who write meanwhile is in {@code finding}.
 */
final class ItemsStory implements Story {
    private static final PartyCode SV = new PartyCode("SV");
    private static final int ITEMS = 1_000_000;
    private static final int WORDS = 4_000;
    private static final int EACH = 10;
    private static final int WARM_UP = 50;
    private static final int TIMES = 200;
    private static final int PAGE = 20;
    private static final Officer READER = new Officer(new Person.Id(1), "Reader", new OfficeCode("analysis"));
    private static final List<OfficeCode> OFFICES =
            List.of(new OfficeCode("analysis"), new OfficeCode("supervision"), new OfficeCode("administration"));
    private static final Clock CLOCK = Clock.systemUTC();

    private final Random random = new Random(2019);

    @Override
    public String name() {
        return "items";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var postgres = place.database()) {
            for (var schema : List.of("offices", "finding", "exchange")) postgres.migrate(schema);
            try (var acts = new Parties(place.folder()).bare("SV", postgres, List.of(Exchange.duty(SV)))) {
                return measure(place, postgres, acts);
            }
        }
    }

    private List<Figure> measure(Workplace place, Postgres postgres, Acts acts) throws Exception {
        var items = place.isShort() ? ITEMS / 100 : ITEMS;
        new ManyReports(acts).say(items, _ -> words());
        var inForce = new InForce(Optional.of(ManyReports.annex()), Set.of(ManyReports.AREA), _ -> true, false);
        try (var lease = postgres.lease("items");
                var offices = new Offices(postgres, lease, CLOCK, new SecureRandom())) {
            var exchange = new Exchange(acts, offices.journal(), () -> inForce, postgres.readers());
            var shelf = exchange.catalogue(() -> OFFICES, CLOCK);
            try (var finding = new Finding(postgres, lease, acts, List.of(shelf), CLOCK)) {
                var began = System.nanoTime();
                while (finding.step()) {
                    // until there is no more
                }
                var rate = items / ((System.nanoTime() - began) / 1e9);
                var figures = new ArrayList<Figure>();
                figures.add(Figure.plain(name(), "reports decided about and indexed, without rest", rate, "/s"));
                asked(place, finding, figures, items);
                return figures;
            }
        }
    }

    private void asked(Workplace place, Finding finding, List<Figure> figures, int items) { // what, and of how much
        var times = place.isShort() ? 20 : TIMES;
        questions(finding).forEach((what, ask) -> {
            for (var i = 0; i < place.seconds(WARM_UP); i++) ask.accept(i);
            var taken = new double[times];
            for (var i = 0; i < times; i++) {
                var began = System.nanoTime();
                ask.accept(i);
                taken[i] = (System.nanoTime() - began) / 1e6;
            }
            Arrays.sort(taken);
            var note = "p95, warm; median %.1f; of %,d reports".formatted(taken[times / 2], items);
            figures.add(new Figure(name(), what, taken[(int) (times * 0.95)], "ms", 200, 0, note));
        });
    }

    private static Map<String, IntConsumer> questions(Finding finding) {
        var questions = new LinkedHashMap<String, IntConsumer>();
        questions.put("one seldom word", i -> ask(finding, "palabra" + (WORDS - 1 - i % 500), Filter.NONE));
        questions.put("two words", i -> ask(finding, "palabra" + i % 40 + " palabra" + (40 + i % 60), Filter.NONE));
        questions.put("a word of every report", i -> ask(finding, "partidas", Filter.NONE));
        questions.put("the number of one", i -> ask(finding, "sello " + i * 7, Filter.NONE));
        questions.put(
                "filters alone", i -> ask(finding, "", new Filter("item-report", "A2", "SV", null, null, null, null)));
        questions.put(
                "a word of every report, of one day",
                i -> ask(finding, "partidas", new Filter(null, null, null, null, today(), today(), null)));
        questions.put("a suggestion of two letters", i -> finding.suggest(READER, "pa", 8));
        return questions;
    }

    private static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    private static void ask(Finding finding, String typed, Filter filter) {
        if (!(finding.ask(READER, Question.read(typed), filter, null, PAGE) instanceof Answer.Found))
            throw new IllegalStateException("not answered: " + typed);
    }

    /** Few words are said often and many seldom, as in any language. */
    private String words() {
        var words = new StringBuilder();
        for (var i = 0; i < EACH; i++)
            words.append("palabra")
                    .append((int) (WORDS * Math.pow(random.nextDouble(), 4)))
                    .append(' ');
        return words.toString().strip();
    }
}
