package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import acorde.compact.AreaIndicator;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
import acorde.compact.Thresholds;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is followed, read once after each commit: only what changed is read whole. Lights are not kept; they depend on
 * the day. Safe for any thread.
 */
final class Desk {
    /** Of a text that no act carries. */
    private static final Agreed.Since NEVER = new Agreed.Since(new TreeSet<>(Set.of(LocalDate.EPOCH)), new TreeSet<>());

    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final Measures measures;
    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Agreed> agreed = new HashMap<>();
    private @Nullable Contents contents;
    private long seen;

    private record Known(long mark, Facts facts) {}

    /**
     * What stands after one commit.
     *
     * @param followed by the code of the initiative
     * @param measures of areas, by the code of the indicator
     * @param days as adopted
     */
    record Contents(SortedMap<String, Followed> followed, SortedMap<String, AreaMeasure> measures, Days days) {}

    /** One initiative: what was agreed, what was said, its text, and the act that announced it, if one did. */
    record Followed(
            Agreed agreed,
            Facts facts,
            Initiative text,
            @Nullable ActId announced) {}

    Desk(Acts acts, Compact compact, Founding founding, DataSource readers) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
        this.measures = new Measures(compact);
        this.jdbc = JdbcClient.create(readers);
    }

    Contents read() {
        reading.lock();
        try {
            var now = acts.commits(); // before it is read: what is committed meanwhile is read again
            if (contents == null || now != seen) {
                contents = ReadingRoom.forAll(this::readAnew);
                seen = now;
            }
            return contents;
        } finally {
            reading.unlock();
        }
    }

    private Contents readAnew() {
        readFacts();
        var texts = new TreeMap<String, Text>();
        var measures = new TreeMap<String, AreaMeasure>();
        var days = Days.OURS;
        for (var each : compact.items().entrySet()) {
            var head = each.getValue().head();
            if (head == null) continue;
            if (each.getKey().kind() == ItemKey.Kind.INITIATIVE
                    && compact.text(each.getKey(), head) instanceof Initiative text)
                texts.put(each.getKey().code(), new Text(each.getValue(), head, text));
            if (each.getKey().kind() == ItemKey.Kind.INDICATOR
                    && compact.text(each.getKey(), head) instanceof AreaIndicator text)
                measures.put(
                        each.getKey().code(),
                        new AreaMeasure(
                                each.getKey(),
                                each.getValue().standing(),
                                head,
                                text,
                                each.getValue().announced()));
            if (each.getKey().kind() == ItemKey.Kind.THRESHOLDS
                    && compact.text(each.getKey(), head) instanceof Thresholds thresholds) days = Days.of(thresholds);
        }
        agree(texts);
        var followed = new TreeMap<String, Followed>();
        texts.forEach((code, text) -> {
            var facts = known.get(code);
            var of = agreed.get(code);
            if (of != null)
                followed.put(
                        code,
                        new Followed(
                                of,
                                facts == null ? Facts.NONE : facts.facts(),
                                text.text(),
                                text.item().announced()));
        });
        return new Contents(followed, measures, days);
    }

    private void readFacts() {
        var changed = new ArrayList<String>();
        var found = new HashSet<String>();
        jdbc.sql("select initiative, mark from monitoring.facts").query(row -> {
            var code = row.getString("initiative");
            found.add(code);
            var before = known.get(code);
            if (before == null || before.mark() != row.getLong("mark")) changed.add(code);
        });
        known.keySet().retainAll(found);
        if (changed.isEmpty()) return;
        jdbc.sql("select * from monitoring.facts where initiative = any(?)")
                .param(changed.toArray(String[]::new))
                .query(row -> {
                    var mark = row.getLong("mark");
                    var keyed = MonitoringRows.FACTS.keyed(row);
                    known.put(keyed.key(), new Known(mark, keyed.row()));
                });
    }

    private record Text(Item item, Item.Head head, Initiative text) {}

    /** Makes what was agreed of the texts that are new since the last time. */
    private void agree(Map<String, Text> texts) {
        agreed.keySet().retainAll(texts.keySet());
        var fresh = new TreeMap<String, Text>();
        texts.forEach((code, text) -> {
            var before = agreed.get(code);
            if (before == null || !before.version().equals(text.head().version())) fresh.put(code, text);
        });
        if (fresh.isEmpty()) return;
        var since = since(fresh);
        fresh.forEach((code, text) -> {
            var named = new Agreed.Named(code, text.head().version(), since.getOrDefault(code, NEVER));
            agreed.put(code, Agreed.of(named, text.text(), founding.codes()));
        });
    }

    /** When each text came. */
    private Map<String, Agreed.Since> since(Map<String, Text> texts) {
        var said = new HashMap<String, List<ActId>>();
        texts.forEach((code, text) -> {
            if (text.head().act() != null) said.put(code, List.of(text.head().act()));
        });
        if (texts.values().stream().anyMatch(text -> text.item().consented()))
            for (var stood : compact.recentProposals()) {
                var text = texts.get(stood.key().item().code());
                if (text != null && stood.state() == Stood.State.IN_FORCE && carries(text, stood))
                    said.put(
                            stood.key().item().code(),
                            stood.proposal().words().values().stream()
                                    .map(Word::act)
                                    .toList());
            }
        var carrying = new HashMap<ActId, List<ActId>>();
        var days = new HashMap<ActId, LocalDate>();
        acts.parts(
                said.values().stream().flatMap(List::stream).toList(),
                part -> part.forEach((id, act) -> {
                    carrying.put(id, act.after());
                    days.put(id, day(act));
                }));
        // Of those that they name nothing is kept but the day: they may be long, and many.
        acts.parts(
                carrying.values().stream().flatMap(List::stream).toList(),
                part -> part.forEach((id, act) -> days.put(id, day(act))));
        var since = new HashMap<String, Agreed.Since>();
        said.forEach((code, ids) -> {
            var named = ids.stream()
                    .map(carrying::get)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .toList();
            since.put(code, new Agreed.Since(days(ids, days), days(named, days)));
        });
        return since;
    }

    private static LocalDate day(Act act) {
        return LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
    }

    private static SortedSet<LocalDate> days(Collection<ActId> ids, Map<ActId, LocalDate> read) {
        return ids.stream().map(read::get).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean carries(Text text, Stood stood) {
        return stood.key().item().kind() == ItemKey.Kind.INITIATIVE
                && stood.proposal().act().equals(text.head().act());
    }

    /** The texts under which figures of an initiative count. */
    Disclosing texts(Followed one) {
        return measures.of(one);
    }

    /** The same of an indicator of an area. */
    Disclosing texts(AreaMeasure measure) {
        return measures.of(measure);
    }

    /** The figures of some parties that count, as {@link #points} has them. @param texts under which they do, by what they are of */
    Map<String, Counted> counted(Map<String, Disclosing> texts, Collection<PartyCode> parties) {
        var points = points(List.copyOf(texts.keySet()), parties);
        var counted = new HashMap<String, Counted>();
        texts.forEach((subject, stood) ->
                counted.put(subject, Counted.of(points.getOrDefault(subject, Map.of()), stood)));
        return counted;
    }

    /** Of each the newest alone, until a day: what lists show, however many there are. */
    Map<String, Counted> last(Map<String, Disclosing> texts, Collection<PartyCode> parties, LocalDate until) {
        var points = new HashMap<String, Map<Point.Key, Point>>();
        jdbc.sql("select last.* from unnest(?::text[]) as subject(code) cross join unnest(?::text[]) as giver(code)"
                        + " cross join lateral (select * from monitoring.point as one where one.initiative = subject.code"
                        + " and one.party = giver.code and one.day <= ? and one.doc::jsonb ->> 'under' = any(?)"
                        + " order by one.day desc limit 1) as last")
                .param(texts.keySet().toArray(String[]::new))
                .param(codes(parties))
                .param(until.toString())
                .param(versions(texts))
                .query(row -> {
                    var keyed = MonitoringRows.POINT.keyed(row);
                    points.computeIfAbsent(keyed.key().initiative(), code -> new HashMap<>())
                            .put(keyed.key(), keyed.row());
                });
        var last = new HashMap<String, Counted>();
        texts.forEach((subject, stood) -> last.put(subject, Counted.of(points.getOrDefault(subject, Map.of()), stood)));
        return last;
    }

    /** The time in which a figure was to be given. @param since the day before the first of it */
    record Stretch(String subject, LocalDate since, LocalDate until) {}

    /** In how many of these stretches there is a figure that counts, by what they are of; nothing of what has none. */
    Map<String, Integer> given(Map<String, Disclosing> texts, Collection<PartyCode> parties, List<Stretch> stretches) {
        var given = new HashMap<String, Integer>();
        jdbc.sql(
                        "select due.subject, count(*) from unnest(?::text[], ?::text[], ?::text[]) as due(subject, since, until)"
                                + " where exists (select 1 from monitoring.point as one where one.initiative = due.subject"
                                + " and one.party = any(?) and one.day > due.since and one.day <= due.until"
                                + " and one.doc::jsonb ->> 'under' = any(?)) group by due.subject")
                .param(stretches.stream().map(Stretch::subject).toArray(String[]::new))
                .param(stretches.stream().map(each -> each.since().toString()).toArray(String[]::new))
                .param(stretches.stream().map(each -> each.until().toString()).toArray(String[]::new))
                .param(codes(parties))
                .param(versions(texts))
                .query(row -> {
                    given.put(row.getString(1), row.getInt(2));
                });
        return given;
    }

    private static String[] codes(Collection<PartyCode> parties) {
        return parties.stream().map(PartyCode::value).toArray(String[]::new);
    }

    private static String[] versions(Map<String, Disclosing> texts) {
        return texts.values().stream()
                .flatMap(stood -> stood.versions().stream())
                .map(Hash::hex)
                .toArray(String[]::new);
    }

    /** The figures that some parties gave of some initiatives; of more than {@link Point#DAYS}, the latest, days to come last. */
    Map<String, Map<Point.Key, Point>> points(List<String> initiatives, Collection<PartyCode> parties) {
        ReadingRoom.enter(); // a thousand figures of each party on each
        var points = new HashMap<String, Map<Point.Key, Point>>();
        jdbc.sql(
                        "select * from (select *, row_number() over (partition by initiative, party"
                                + " order by day > (current_date + 1)::text, day desc) as place"
                                + " from monitoring.point where initiative = any(?) and party = any(?)) as one where place <= ?")
                .param(initiatives.toArray(String[]::new))
                .param(codes(parties))
                .param(Point.DAYS)
                .query(row -> {
                    var keyed = MonitoringRows.POINT.keyed(row);
                    points.computeIfAbsent(keyed.key().initiative(), code -> new HashMap<>())
                            .put(keyed.key(), keyed.row());
                });
        return points;
    }

    /** The initiatives that acts are about, of those that were accepted. */
    Map<ActId, String> about(Collection<ActId> acts) {
        var about = new HashMap<ActId, String>();
        jdbc.sql("select act, initiative from monitoring.entry where act = any(?)")
                .param(acts.stream().map(ActId::toString).toArray(String[]::new))
                .query(row -> {
                    about.put(ActId.parse(row.getString("act")), row.getString("initiative"));
                });
        return about;
    }

    /** The acts about an initiative, newest first. */
    List<ActId> history(String initiative, int most) {
        return jdbc.sql("select act from monitoring.entry where initiative = ? order by said desc, act desc limit ?")
                .params(initiative, most)
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list();
    }
}
