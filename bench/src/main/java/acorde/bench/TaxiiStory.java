package acorde.bench;

import acorde.acts.Acts;
import acorde.exchange.Exchange;
import acorde.exchange.Feed;
import acorde.exchange.InForce;
import acorde.exchange.Listed;
import acorde.exchange.Mailbox;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.postgres.Postgres;
import acorde.stix.Names;
import acorde.stix.Stix;
import acorde.trust.PartyCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of 100 objects from a collection of 1,000,000, wherever it begins: places found, rules asked, texts read, told to the journal and written as STIX,
 * at the door of the package in this process. What HTTP adds is in {@code pages}.
 */
final class TaxiiStory implements Story {
    private static final PartyCode SV = new PartyCode("SV");
    private static final int OBJECTS = 1_000_000;
    private static final int PAGE = 100;
    private static final int TIMES = 300;
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
        new ManyReports(acts).say(objects, number -> "");
        var names = new Names(acts.logs().charter().hash());
        var stix = new Stix(names, SV, new TreeMap<>(Map.of(SV, "El Salvador")));
        try (var lease = postgres.lease("taxii");
                var offices = new Offices(postgres, lease, CLOCK, new SecureRandom())) {
            var inForce = new InForce(Optional.of(ManyReports.annex()), Set.of(ManyReports.AREA), _ -> true, false);
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
}
