package acorde.exports;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.AreaIndicator;
import acorde.compact.Disclosing;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Proposal;
import acorde.compact.Round;
import acorde.compact.Stood;
import acorde.compact.VectorFounding;
import acorde.compact.Word;
import acorde.monitoring.Account;
import acorde.monitoring.Agreed;
import acorde.monitoring.AreaMeasure;
import acorde.monitoring.Counted;
import acorde.monitoring.Facts;
import acorde.monitoring.Light;
import acorde.monitoring.Point;
import acorde.monitoring.Report;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** An initiative of Guatemala and Honduras, what Honduras reports of it, and figures of both, invented. */
final class Told {
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final Hash VERSION = Hash.sha256(new byte[] {1});

    private Told() {}

    static Founding founding() {
        return VectorFounding.of("{\"compact\":\"vega\",\"title\":" + both("Vega")
                + ",\"announcer\":\"GT\",\"parties\":[" + party("GT") + "," + party("HN") + "]}");
    }

    private static String party(String code) {
        return "{\"code\":\"" + code + "\",\"name\":" + both(code + " & co") + ",\"body\":" + both("ministry")
                + ",\"zone\":\"UTC\"}";
    }

    private static String both(String words) {
        return "{\"es\":\"" + words + "\",\"en\":\"" + words + "\"}";
    }

    private static Initiative text(String indicator) {
        var json = "{\"area\":\"A1\",\"title\":{\"es\":\"=Consultas\",\"en\":\"Checks\"},\"parties\":[\"GT\",\"HN\"],"
                + "\"deliverable\":" + both("algo <b>") + ",\"due\":\"2026-12-31\",\"milestones\":["
                + "{\"code\":\"M1\",\"title\":" + both("uno") + ",\"due\":\"2026-10-15\",\"party\":\"HN\"}]" + indicator
                + "}";
        return switch (ItemText.parse(
                ItemKey.Kind.INITIATIVE, JsonMapper.shared().readTree(json))) {
            case ItemText.Parsed.Good(var text) -> (Initiative) text;
            case ItemText.Parsed.Bad bad -> throw new AssertionError(bad);
        };
    }

    static Entry measured() {
        return measured(38, "things");
    }

    static Entry measured(int baseline, String counted) {
        return measured(baseline, counted, "%");
    }

    /** In cases. */
    static Entry counting(int baseline, String counted) {
        return measured(baseline, counted, "casos");
    }

    private static Entry measured(int baseline, String counted, String unit) {
        return entry(
                "A1-05",
                text(",\"indicator\":{\"name\":" + both("c") + ",\"unit\":" + both(unit)
                        + ",\"counted\":\"" + counted + "\",\"kind\":\"outcome\",\"baseline\":" + baseline
                        + ",\"baselineAt\":\"2026-08-31\",\"target\":90,"
                        + "\"targetAt\":\"2026-12-31\",\"everyMonths\":2}"));
    }

    /** An indicator of the area. */
    static AreaMeasure area() {
        var json = "{\"area\":\"A1\",\"name\":" + both("c") + ",\"unit\":" + both("casos") + ",\"kind\":\"output\"}";
        var text = (ItemText.Parsed.Good)
                ItemText.parse(ItemKey.Kind.INDICATOR, JsonMapper.shared().readTree(json));
        return new AreaMeasure(
                ItemKey.indicator("A1-I1"),
                Item.Standing.CONSENTED,
                new Item.Head(VERSION, 1, null, ActId.parse("GT/50"), json),
                (AreaIndicator) text.text(),
                null);
    }

    /** That Guatemala proposed to amend it, with a reservation of Honduras. */
    static Stood proposed() {
        var words = new TreeMap<PartyCode, Word>();
        words.put(GT, new Word.Assent(ActId.parse("GT/50")));
        words.put(HN, new Word.Assent(ActId.parse("HN/51")));
        var proposal = new Proposal(
                ActId.parse("GT/50"), NOW, Hash.sha256(new byte[] {2}), new TreeSet<>(List.of(GT, HN)), words, null);
        var key = new Round.Key(ItemKey.initiative("A1-05"), VERSION);
        return new Stood(key, 2, proposal, Stood.State.IN_FORCE, List.of(), proposal.act(), List.of());
    }

    static Optional<Act> said(ActId act) {
        var body = act.party().equals(GT)
                ? "{\"text\":{\"title\":" + both("Consultas") + "},\"why\":{\"es\":\"porque sí\"}}"
                : "{\"reservation\":{\"en\":\"in part\"}}";
        return Optional.of(new Act(
                act,
                "compact.said",
                "coordination",
                NOW,
                new TreeSet<>(),
                List.of(),
                JsonMapper.shared().readTree(body),
                Hash.sha256(new byte[] {2})));
    }

    static Entry unmeasured() {
        return entry("A1-06", text(""));
    }

    private static Entry entry(String code, Initiative text) {
        var since = new Agreed.Since(new TreeSet<>(Set.of(LocalDate.parse("2026-09-01"))), new TreeSet<>());
        var agreed = Agreed.of(new Agreed.Named(code, VERSION, since), text, List.of(GT, HN));
        var spoken = new Account.Spoken(ActId.parse("HN/40"), NOW);
        var latest = new Account.Latest(
                spoken,
                VERSION,
                Report.State.IN_PROGRESS,
                null,
                new TreeMap<>(Map.of("M1", LocalDate.parse("2026-10-10"))),
                List.of());
        var word = new Account.Word(new Account.Spoken(ActId.parse("GT/9"), NOW), spoken.act(), false);
        var accounts = new TreeMap<>(Map.of(HN, new Account(latest, null, new TreeMap<>(Map.of(GT, word)))));
        var light = new Light(Light.Colour.AT_RISK, new Light.Why.NoDate(), List.of());
        var watched = new Watched(agreed, new Facts(accounts, new TreeMap<>(), new TreeMap<>()), light);
        return new Entry(code, Item.Standing.CONSENTED, new Item.Head(VERSION, 2, null, null, ""), text, watched);
    }

    /** One in a period, one corrected on the last day of it, one before the work began. */
    static Map<Point.Key, Point> points() {
        var points = new LinkedHashMap<Point.Key, Point>();
        points.put(key(HN, "2026-10-31"), point("HN/41", 45, 44));
        points.put(key(GT, "2026-10-15"), point("GT/7", 40));
        points.put(key(GT, "2026-01-31"), point("GT/6", 12));
        return points;
    }

    /** The same, as they count under the text of one initiative alone. */
    static Counted counted() {
        return Counted.of(
                points(), Disclosing.of(Disclosing.Under.of(VERSION, measured().text())));
    }

    /** Of ten as corrected, and of 31. */
    static Map<Point.Key, Point> few() {
        return Map.of(key(HN, "2026-10-31"), point("HN/41", 14, 10), key(GT, "2026-10-15"), point("GT/7", 31));
    }

    private static Point.Key key(PartyCode party, String day) {
        return new Point.Key("A1-05", party, LocalDate.parse(day));
    }

    private static Point point(String act, int said, int... corrected) {
        var first = ActId.parse(act);
        var figures = new java.util.ArrayList<Point.Figure>();
        for (var number : corrected)
            figures.add(new Point.Figure(
                    new ActId(first.party(), first.index() + 100), BigDecimal.valueOf(number), VERSION));
        return new Point(new Point.Figure(first, BigDecimal.valueOf(said), VERSION), figures);
    }
}
