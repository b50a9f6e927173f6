package acorde.bench;

import acorde.offices.OfficeCode;
import acorde.policy.Annex;
import acorde.policy.Circle;
import acorde.policy.Circle.Leave;
import acorde.policy.Circle.Named;
import acorde.policy.Circle.Organisation;
import acorde.policy.Decision;
import acorde.policy.Evaluation;
import acorde.policy.Facts;
import acorde.policy.Field;
import acorde.policy.Marking;
import acorde.policy.Marking.Handling;
import acorde.policy.People;
import acorde.policy.Policy;
import acorde.policy.Purpose;
import acorde.policy.Question;
import acorde.policy.Reader;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.policy.Use;
import acorde.trust.PartyCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** How many decisions a core makes by the annex the product ships with, each with the rules that decided and their reasons. */
final class PolicyStory implements Story {
    private static final Path ANNEX = Path.of("compacts", "moc-2019", "policy.cedar");
    private static final int QUESTIONS = 2_000;
    private static final int SECONDS = 10;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final List<PartyCode> PARTIES =
            Stream.of("US", "GT", "HN", "SV").map(PartyCode::new).toList();
    private static final List<Purpose> AREAS =
            Stream.of("A1", "A2", "A3", "A4").map(Purpose::new).toList();

    private enum Outcome {
        RELEASED,
        WITHOUT,
        REFUSED
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var text = Files.readString(ANNEX);
        var began = System.nanoTime();
        if (!(Annex.read(text) instanceof Annex annex)) throw new IllegalStateException("the annex has faults");
        var reading = (System.nanoTime() - began) / 1e6;
        var random = new Random(2019);
        var questions = Stream.generate(() -> question(random)).limit(QUESTIONS).toList();
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        rate(annex, questions, place.seconds(SECONDS), outcomes);
        outcomes.clear();
        var rate = rate(annex, questions, place.seconds(SECONDS), outcomes);
        return List.of(
                new Figure(
                        name(),
                        "decisions with their reasons, for each second of a core",
                        rate,
                        "/s",
                        10_000,
                        20_000,
                        "warm; %d rules; %s".formatted(annex.rules().size(), shares(outcomes))),
                Figure.plain(name(), "reading and checking the annex, the first thing that is done", reading, "ms"));
    }

    private static double rate(Annex annex, List<Question> questions, int seconds, Map<Outcome, Integer> outcomes) {
        var began = spent();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var count = 0L;
        while (System.nanoTime() < end)
            for (var question : questions) {
                var decision = Policy.decide(annex, question);
                if (decision.reasons().isEmpty()) throw new IllegalStateException("a decision without a reason");
                outcomes.merge(outcome(decision), 1, Integer::sum);
                count++;
            }
        return count / (spent() - began);
    }

    /** Seconds of a core that this process has used, by all its threads. */
    private static double spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Released _ -> Outcome.RELEASED;
            case Decision.ReleasedWithout _ -> Outcome.WITHOUT;
            case Decision.Refused _ -> Outcome.REFUSED;
        };
    }

    private static String shares(Map<Outcome, Integer> outcomes) {
        var all = outcomes.values().stream().mapToDouble(Integer::doubleValue).sum();
        return "%.0f%% released, %.0f%% without fields, %.0f%% refused"
                .formatted(
                        100 * outcomes.getOrDefault(Outcome.RELEASED, 0) / all,
                        100 * outcomes.getOrDefault(Outcome.WITHOUT, 0) / all,
                        100 * outcomes.getOrDefault(Outcome.REFUSED, 0) / all);
    }

    /** What officers ask: things of the parties they may mostly have, and now and then may not. */
    private static Question question(Random random) {
        var provider = one(random, PARTIES);
        var party = one(random, PARTIES);
        var area = one(random, AREAS);
        var sourced = random.nextInt(4) == 0;
        var circle = random.nextInt(5) == 0 ? Set.of(provider) : Set.copyOf(PARTIES);
        var police = new Organisation(party, "POL");
        var facts = new Facts(
                new Facts.Origin(provider, Facts.Kind.REPORT, false),
                new Marking(
                        one(random, List.of(Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN)),
                        Set.of(one(random, List.of(Handling.H0, Handling.H1, Handling.H2))),
                        new Evaluation(Evaluation.Source.B, 2),
                        false),
                new Terms(Set.of(area), true, null, new Terms.Span(null, DAY.plusDays(90))),
                new Circle(circle, Set.of(police), Set.of(), Leave.NONE),
                new Facts.Content(
                        sourced
                                ? Set.of(Field.TITLE, Field.FACT, Field.SOURCE)
                                : Set.of(Field.TITLE, Field.FACT, Field.ASSESSMENT),
                        new People(Set.of(People.Flag.PERSON), Set.of()),
                        false));
        var post = new Reader.Post(new OfficeCode("liaison-" + random.nextInt(9)), police, Set.of(area));
        return new Question(
                facts,
                new Reader(party, post, area, new Named(party, "a-7")),
                one(random, List.of(Use.OPEN, Use.FIND, Use.EXPORT)),
                new Question.Moment(DAY, party, false, Set.of()));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
