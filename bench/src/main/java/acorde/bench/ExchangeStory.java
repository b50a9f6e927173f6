package acorde.bench;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.InForce;
import acorde.exchange.Item;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Rule;
import acorde.exchange.Shown;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.policy.Annex;
import acorde.policy.Reading;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * El Salvador gives reports to three partners, each on a core and a database of its own, all on this machine: one after the other, each from
 * its sending until an office of Guatemala has it open; then many, all of which are recalled, until the last of three times as many answers has come.
 */
final class ExchangeStory implements Story {
    private static final PartyCode SV = new PartyCode("SV");
    private static final List<PartyCode> OTHERS =
            List.of(new PartyCode("GT"), new PartyCode("HN"), new PartyCode("US"));
    private static final Officer ANALYST = officer("analysis");
    private static final Officer READER = officer("liaison-a2");
    private static final int ONE_BY_ONE = 200;
    private static final int WARM_UP = 50;
    private static final int RECALLED = 10_000;
    private static final int WAITING = 64;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "exchange";
    }

    /** A core with what it takes to exchange. */
    private record Node(Core core, Offices offices, Exchange exchange, AutoCloseable answering)
            implements AutoCloseable {
        static Node of(Core core, InForce inForce) {
            var clock = Clock.systemUTC();
            var offices = new Offices(core.postgres, core.postgres.lease("offices"), clock, new SecureRandom());
            var exchange = new Exchange(core.acts, offices.journal(), () -> inForce, core.postgres.readers());
            var node =
                    new Node(core, offices, exchange, exchange.answering(clock, (now, gone) -> false, forgotten -> {}));
            core.follow();
            return node;
        }

        @Override
        public void close() throws Exception {
            answering.close();
            offices.close();
            core.close();
        }
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var parties = new Parties(place.folder());
        var inForce =
                new InForce(Optional.of(rules()), InForce.purposes(List.of("A1", "A2", "A3")), past -> true, false);
        try (var sv = Node.of(parties.open(SV.value(), place.database()), inForce);
                var gt = Node.of(parties.open("GT", place.database()), inForce);
                var hn = Node.of(parties.open("HN", place.database()), inForce);
                var us = Node.of(parties.open("US", place.database()), inForce)) {
            var figures = new ArrayList<>(readable(place, sv, gt));
            figures.addAll(recall(place, sv, List.of(gt, hn, us)));
            return figures;
        }
    }

    private List<Figure> readable(Workplace place, Node sv, Node gt) throws Exception {
        for (var i = 0; i < WARM_UP; i++) untilRead(sv, gt);
        var taken = new double[place.isShort() ? 20 : ONE_BY_ONE];
        for (var i = 0; i < taken.length; i++) taken[i] = untilRead(sv, gt);
        Arrays.sort(taken);
        var note = "warm; from sending to open for an office there, %d times, four cores and databases here"
                .formatted(taken.length);
        return List.of(
                new Figure(
                        name(),
                        "a report sent until it is read at a partner, median",
                        taken[taken.length / 2],
                        "ms",
                        400,
                        0,
                        note),
                new Figure(name(), "the same, 95th percentile", taken[taken.length * 95 / 100], "ms", 1_000, 0, note));
    }

    /** @return ms */
    private static double untilRead(Node sv, Node gt) throws InterruptedException {
        var began = System.nanoTime();
        var whole = send(sv);
        var copy = sv.exchange.copies(whole).stream()
                .filter(one -> one.holder().equals(OTHERS.getFirst()))
                .map(Item.Copy::act)
                .findFirst()
                .orElseThrow();
        gt.core.until(() -> gt.exchange.open(READER, copy, null, "", Instant.now()) instanceof Shown.Open);
        return (System.nanoTime() - began) / 1e6;
    }

    private List<Figure> recall(Workplace place, Node sv, List<Node> partners) throws Exception {
        var count = place.isShort() ? RECALLED / 10 : RECALLED;
        var began = System.nanoTime();
        var sent = together(count, number -> send(sv));
        var sending = (System.nanoTime() - began) / 1e9;
        for (var partner : partners) partner.core.until(() -> partner.core.size(SV) >= sv.core.size(SV));
        var why = new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.now(ZoneOffset.UTC));
        var ordered = System.nanoTime();
        together(count, number -> said(sv.exchange.recall(ANALYST, sent.get(number), Set.copyOf(OTHERS), why)));
        var ordering = (System.nanoTime() - ordered) / 1e9;
        sv.core.until(() -> sv.exchange.unanswered(ANALYST).isEmpty());
        var taken = (System.nanoTime() - ordered) / 1e9;
        for (var whole : sent)
            if (sv.exchange.recalls(whole).stream()
                            .filter(one -> one.answer() != null)
                            .count()
                    != OTHERS.size()) throw new IllegalStateException(whole + " was not given up by everybody");
        return List.of(
                Figure.plain(
                        name(), "reports sent to three partners, %d waiting".formatted(WAITING), count / sending, "/s"),
                new Figure(
                        name(),
                        "%,d reports recalled from three partners, every answer in".formatted(count),
                        taken,
                        "s",
                        60,
                        0,
                        "warm; %,d answers; the orders alone took %.1f s".formatted(count * OTHERS.size(), ordering)));
    }

    private static <T> List<T> together(int count, Function<Integer, T> doing)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(WAITING)) {
            var begun = new ArrayList<Future<T>>();
            for (var i = 0; i < count; i++) {
                var number = i;
                begun.add(threads.submit(() -> doing.apply(number)));
            }
            var done = new ArrayList<T>();
            for (var one : begun) done.add(one.get());
            return done;
        }
    }

    /** @return the whole, as its provider keeps it */
    private static ActId send(Node sv) {
        var report = report();
        var now = Instant.now();
        return said(sv.exchange.send(ANALYST, report, sv.exchange.preview(report, OTHERS, now), now));
    }

    private static ActId said(Said<Rule> said) {
        return switch (said) {
            case Said.Written<Rule>(var acts) -> acts.getFirst().id();
            case Said.Declined<Rule>(var rule) -> throw new IllegalStateException("declined: " + rule);
        };
    }

    private static Report report() {
        var body = JSON.createObjectNode();
        body.put("ref", Ref.fresh().value()).put("exercise", true).put("language", "es");
        body.put("title", "EJERCICIO: partidas de nacimiento con un mismo sello");
        body.put("fact", "EJERCICIO. Se presentaron en el puesto tres partidas con un sello idéntico.");
        body.put("assessment", "EJERCICIO. Probable origen común.")
                .put("evaluation", "B2")
                .put("tlp", "AMBER");
        body.putArray("handling").add("H0");
        body.putArray("purposes").add("A2");
        body.put("basis", "Memorando de 2019, área 2");
        body.put("review", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
        return Report.read(body).orElseThrow();
    }

    private static Officer officer(String office) {
        return new Officer(new Person.Id(1), "Persona inventada", new OfficeCode(office));
    }

    private static Annex rules() throws IOException {
        return switch (Annex.read(Files.readString(Path.of("compacts", "moc-2019", "policy.cedar")))) {
            case Annex annex -> annex;
            case Reading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }
}
