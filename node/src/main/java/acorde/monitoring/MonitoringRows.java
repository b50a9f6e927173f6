package acorde.monitoring;

import acorde.acts.ActId;
import acorde.postgres.Keyed;
import acorde.postgres.Row;
import acorde.postgres.Table;
import acorde.postgres.Type;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of monitoring. An act changes the small row of its initiative, which holds what lights need however long the
 * history is; the history itself is one short row an act, and figures have rows of their own.
 */
final class MonitoringRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was said about each initiative. */
    static final Table<String, Facts> FACTS = Table.<String, Facts>named("monitoring.facts")
            .key("initiative", Type.TEXT, code -> code)
            .column("mark", Type.BIGINT, facts -> mark(write(facts)))
            .column("doc", Type.TEXT, MonitoringRows::write)
            .reading(row -> new Keyed<>(row.text("initiative"), facts(JSON.readTree(row.text("doc")))));

    /**
     * Every act that was accepted, by what it is about: the code of an initiative, or an indicator of an area as
     * {@link AreaMeasure#subject} has it.
     */
    static final Table<ActId, Entry> ENTRY = Table.<ActId, Entry>named("monitoring.entry")
            .key("act", Type.TEXT, ActId::toString)
            .column("initiative", Type.TEXT, Entry::initiative)
            .column("kind", Type.TEXT, Entry::kind)
            .column("said", Type.BIGINT, entry -> entry.at().toEpochMilli())
            .reading(row -> new Keyed<>(ActId.parse(row.text("act")), entry(row)));

    /** The figures of indicators. Those of an area have its {@link AreaMeasure#subject} in place of the code of an initiative. */
    static final Table<Point.Key, Point> POINT = Table.<Point.Key, Point>named("monitoring.point")
            .key("initiative", Type.TEXT, Point.Key::initiative)
            .key("party", Type.TEXT, key -> key.party().value())
            .key("day", Type.TEXT, key -> key.at().toString())
            .column("doc", Type.TEXT, MonitoringRows::write)
            .reading(row -> new Keyed<>(key(row), point(JSON.readTree(row.text("doc")))));

    private MonitoringRows() {}

    /** One accepted act. */
    record Entry(String initiative, String kind, Instant at) {}

    private static Entry entry(Row row) {
        return new Entry(row.text("initiative"), row.text("kind"), Instant.ofEpochMilli(row.bigint("said")));
    }

    private static Point.Key key(Row row) {
        return new Point.Key(
                row.text("initiative"), new PartyCode(row.text("party")), LocalDate.parse(row.text("day")));
    }

    /** Tells a row that changed from one that did not, without reading it whole. */
    private static long mark(String doc) {
        var mark = new CRC32C();
        mark.update(doc.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return mark.getValue() << 31 ^ doc.length();
    }

    /** The same facts always give the same characters: everything in them is in order. */
    static String write(Facts facts) {
        var doc = object();
        var accounts = doc.putObject("accounts");
        facts.accounts().forEach((party, account) -> accounts.set(party.value(), write(account)));
        var assessed = doc.putObject("assessed");
        facts.assessed()
                .forEach((party, each) -> assessed.set(
                        party.value(),
                        write(each.spoken())
                                .put("version", each.version().hex())
                                .put("level", Bodies.word(each.level()))));
        var links = doc.putObject("links");
        facts.links().forEach((event, by) -> {
            var acts = links.putArray(event);
            by.values().forEach(act -> acts.add(act.toString()));
        });
        return doc.toString();
    }

    private static ObjectNode write(Account account) {
        var latest = account.latest();
        var doc =
                write(latest.spoken()).put("version", latest.version().hex()).put("state", Bodies.word(latest.state()));
        if (latest.on() != null) doc.put("on", latest.on().toString());
        var done = doc.putObject("done");
        latest.done().forEach((code, on) -> done.put(code, on.toString()));
        var answers = doc.putArray("answers");
        latest.answers().forEach(act -> answers.add(act.toString()));
        if (account.proven() != null) doc.set("proven", write(account.proven()));
        var words = doc.putArray("words");
        for (var word : account.words().values())
            words.add(
                    write(word.spoken()).put("report", word.report().toString()).put("confirms", word.confirms()));
        return doc;
    }

    private static ObjectNode write(Account.Spoken spoken) {
        return object().put("act", spoken.act().toString())
                .put("at", spoken.at().toEpochMilli());
    }

    private static Facts facts(JsonNode doc) {
        var accounts = new TreeMap<PartyCode, Account>();
        for (var each : doc.path("accounts").properties())
            accounts.put(new PartyCode(each.getKey()), account(each.getValue()));
        var assessed = new TreeMap<PartyCode, Facts.Assessment>();
        for (var each : doc.path("assessed").properties())
            assessed.put(
                    new PartyCode(each.getKey()),
                    new Facts.Assessment(
                            spoken(each.getValue()),
                            hash(each.getValue()),
                            Bodies.constant(Saying.Level.class, word(each.getValue(), "level"))));
        var links = new TreeMap<String, SortedMap<PartyCode, ActId>>();
        for (var each : doc.path("links").properties()) {
            var by = new TreeMap<PartyCode, ActId>();
            for (var act : acts(each.getValue())) by.put(act.party(), act);
            links.put(each.getKey(), by);
        }
        return new Facts(accounts, assessed, links);
    }

    private static Account account(JsonNode doc) {
        var done = new TreeMap<String, LocalDate>();
        for (var each : doc.path("done").properties())
            done.put(each.getKey(), LocalDate.parse(each.getValue().stringValue()));
        var words = new TreeMap<PartyCode, Account.Word>();
        for (var each : doc.path("words")) {
            var spoken = spoken(each);
            words.put(
                    spoken.act().party(),
                    new Account.Word(
                            spoken,
                            ActId.parse(word(each, "report")),
                            each.path("confirms").booleanValue()));
        }
        return new Account(
                new Account.Latest(
                        spoken(doc),
                        hash(doc),
                        Bodies.constant(Report.State.class, word(doc, "state")),
                        doc.has("on") ? LocalDate.parse(word(doc, "on")) : null,
                        done,
                        acts(doc.path("answers"))),
                spokenOrNull(doc.get("proven")),
                words);
    }

    private static Account.@Nullable Spoken spokenOrNull(@Nullable JsonNode doc) {
        return doc == null ? null : spoken(doc);
    }

    private static Account.Spoken spoken(JsonNode doc) {
        return new Account.Spoken(
                ActId.parse(word(doc, "act")),
                Instant.ofEpochMilli(doc.path("at").longValue()));
    }

    private static Hash hash(JsonNode doc) {
        return Hash.ofHex(word(doc, "version"));
    }

    private static List<ActId> acts(JsonNode list) {
        var acts = new ArrayList<ActId>();
        for (var act : list) acts.add(ActId.parse(act.stringValue()));
        return acts;
    }

    private static String word(JsonNode doc, String name) {
        return doc.path(name).stringValue();
    }

    static String write(Point point) {
        var doc = write(point.said());
        var corrected = doc.putArray("corrected");
        point.corrected().forEach(figure -> corrected.add(write(figure)));
        return doc.toString();
    }

    /** Numbers as text: no reader makes others of them. */
    private static ObjectNode write(Point.Figure figure) {
        var doc = object().put("act", figure.act().toString())
                .put("number", figure.number().toPlainString());
        return figure.under() == null ? doc : doc.put("under", figure.under().hex());
    }

    static Point point(JsonNode doc) {
        var corrected = new ArrayList<Point.Figure>();
        for (var each : doc.path("corrected")) corrected.add(figure(each));
        return new Point(figure(doc), corrected);
    }

    private static Point.Figure figure(JsonNode doc) {
        var under = doc.has("under") ? Hash.ofHex(word(doc, "under")) : null;
        return new Point.Figure(ActId.parse(word(doc, "act")), new BigDecimal(word(doc, "number")), under);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
