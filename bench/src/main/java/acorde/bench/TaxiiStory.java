package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Feed;
import acorde.exchange.InForce;
import acorde.exchange.Listed;
import acorde.exchange.Mailbox;
import acorde.exchange.Ref;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.policy.Annex;
import acorde.policy.Purpose;
import acorde.postgres.Postgres;
import acorde.stix.Names;
import acorde.stix.Stix;
import acorde.trust.PartyCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of 100 objects from a collection of 1,000,000, wherever it begins: places found, rules asked, texts read, told to the journal and written as STIX,
 * at the door of the package in this process. What HTTP adds is in {@code pages}.
 */
final class TaxiiStory implements Story {
    private static final PartyCode SV = new PartyCode("SV");
    private static final Path ANNEX = Path.of("compacts", "moc-2019", "policy.cedar");
    private static final int OBJECTS = 1_000_000;
    private static final int AT_ONCE = 500;
    private static final int PAGE = 100;
    private static final int TIMES = 300;
    private static final Purpose AREA = new Purpose("A2");
    private static final Officer READER = new Officer(new Person.Id(1), "Reader", new OfficeCode("analysis"));
    private static final Feed.Part SENT = new Feed.Part(Set.of(Mailbox.Way.SENT), null);
    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    public String name() {
        return "taxii";
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
        var objects = place.isShort() ? OBJECTS / 100 : OBJECTS;
        say(acts, objects);
        var names = new Names(acts.logs().charter().hash());
        var stix = new Stix(names, SV, new TreeMap<>(Map.of(SV, "El Salvador")));
        try (var lease = postgres.lease("taxii");
                var offices = new Offices(postgres, lease, CLOCK, new SecureRandom())) {
            var inForce = new InForce(Optional.of(annex()), Set.of(AREA), _ -> true, false);
            var exchange = new Exchange(acts, offices.journal(), () -> inForce, postgres.readers());
            var feed = exchange.feed(postgres, lease, names::of);
            var began = System.nanoTime();
            while (feed.takeIn(CLOCK.instant(), Set.of())) {
                // a part at a time
            }
            var rate = objects / ((System.nanoTime() - began) / 1e9);
            var figures = new ArrayList<Figure>();
            figures.add(Figure.plain(name(), "things that came put in order", rate, "/s"));
            var starts = starts(feed, objects);
            for (var start : starts.entrySet())
                figures.add(pages(feed, stix, start.getKey(), start.getValue(), place.isShort() ? 40 : TIMES));
            return figures;
        }
    }

    /** Behind what a page begins, by where that is: walked to, as a program does. */
    private static Map<String, Long> starts(Feed feed, int objects) {
        var starts = new TreeMap<String, Long>();
        starts.put("1 at the beginning", 0L);
        var next = Optional.of(0L);
        for (var walked = 0; next.isPresent(); walked += 500) {
            if (walked >= objects / 2 && !starts.containsKey("2 in the middle"))
                starts.put("2 in the middle", next.get());
            if (walked >= objects - 2_000 && !starts.containsKey("3 near the end"))
                starts.put("3 near the end", next.get());
            var asked = new Feed.Asked(SENT, next.get(), Set.of(), _ -> true, 500);
            next = Optional.ofNullable(
                    feed.outlines(READER, asked, CLOCK.instant()).next());
        }
        return starts;
    }

    private Figure pages(Feed feed, Stix stix, String where, long start, int times) { // of what, and from where on
        for (var i = 0; i < times; i++) page(feed, stix, start);
        var taken = new double[times];
        for (var i = 0; i < times; i++) {
            var began = System.nanoTime();
            page(feed, stix, start);
            taken[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(taken);
        return new Figure(
                name(),
                "a page of 100 objects, " + where.substring(2),
                taken[(int) (times * 0.99)],
                "ms",
                50,
                20,
                "p99, warm; median %.1f".formatted(taken[times / 2]));
    }

    private static void page(Feed feed, Stix stix, long start) {
        var page = feed.texts(READER, new Feed.Asked(SENT, start, Set.of(), _ -> true, PAGE), CLOCK.instant());
        if (page.listed().size() != PAGE)
            throw new IllegalStateException(page.listed().size() + " objects on a page");
        var all = JsonMapper.shared().createArrayNode();
        for (Listed one : page.listed()) all.add(stix.write(one));
        if (JsonMapper.shared().writeValueAsBytes(all).length == 0) throw new IllegalStateException("nothing");
    }

    private static Annex annex() throws Exception {
        if (Annex.read(Files.readString(ANNEX)) instanceof Annex annex) return annex;
        throw new IllegalStateException("the annex has faults");
    }

    private static void say(Acts acts, int count) throws Exception {
        var said = new ArrayList<CompletableFuture<Said<String>>>();
        for (var from = 0; from < count; from += AT_ONCE) {
            var drafts = new ArrayList<Draft>();
            for (var i = from; i < Math.min(count, from + AT_ONCE); i++)
                drafts.add(
                        new Draft("exchange.reported", "analysis", Collections.emptySortedSet(), List.of(), report(i)));
            said.add(acts.sayOfItself(new Command<String>() {
                @Override
                public Decision<String> decide(Past past, Instant now) {
                    return new Decision.Say<>(drafts);
                }
            }));
            if (said.size() == 16) {
                for (var each : said) written(each);
                said.clear();
            }
        }
        for (var each : said) written(each);
    }

    private static void written(CompletableFuture<Said<String>> said) throws Exception {
        if (!(said.get() instanceof Said.Written<String>)) throw new IllegalStateException("not written");
    }

    private static ObjectNode report(int number) {
        var review = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(90);
        var body = JsonMapper.shared().createObjectNode();
        body.put("ref", Ref.fresh().value())
                .put("exercise", true)
                .put("language", "es")
                .put("title", "EJERCICIO: partidas de nacimiento con un mismo sello " + number)
                .put("fact", "EJERCICIO. Se presentaron en el puesto tres partidas con un sello idéntico.")
                .put("evaluation", "B2");
        body.putArray("handling").add("H2");
        body.put("tlp", "AMBER");
        body.putArray("purposes").add(AREA.code());
        return body.put("basis", "Memorando de 2019, área 2").put("review", review.toString());
    }
}
