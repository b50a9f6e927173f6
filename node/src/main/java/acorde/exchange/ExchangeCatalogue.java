package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.finding.Audience;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.finding.Stance;
import acorde.offices.OfficeCode;
import acorde.policy.Facts.Kind;
import acorde.policy.Field;
import acorde.policy.Purpose;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of exchange can be found: what stands in mailboxes, by the same decision. An item has an entry for each set of offices that are shown the
 * same of it; what no office is shown has none.
 */
final class ExchangeCatalogue implements Catalogue {
    private static final Set<String> KINDS = Stream.of(Kind.REPORT, Kind.REQUEST, Kind.ANSWER, Kind.ALERT)
            .map(ExchangeCatalogue::kind)
            .collect(Collectors.toUnmodifiableSet());

    /** What belongs to an exercise says so wherever it is found. */
    private static final String EXERCISE = "exercise";

    private final ExchangeRows rows;
    private final Sights sights;
    private final ZoneId zone;

    /** @param zone of the days on which things were said */
    ExchangeCatalogue(ExchangeRows rows, Sights sights, ZoneId zone) {
        this.rows = rows;
        this.sights = sights;
        this.zone = zone;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    private static String kind(Kind kind) {
        return "item-" + kind.code();
    }

    /** Under which an item may stand in the index: of what is gone nobody knows any more what it was. */
    private static Set<Key> keys(Collection<ActId> items) {
        var keys = new HashSet<Key>();
        for (var item : items) for (var kind : KINDS) keys.add(new Key(kind, item.toString()));
        return keys;
    }

    private static Key key(Item item) {
        return new Key(kind(item.report().turn().kind()), item.act().toString());
    }

    @Override
    public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
        return switch (act.kind()) {
            case ExchangeDuty.REPORTED ->
                Item.of(act).map(item -> Set.of(key(item))).orElse(Set.of());
            case ExchangeDuty.RENEWED -> named(act, Renewal.read(act.body()).map(Renewal.Read::item));
            case ExchangeDuty.RECALLED ->
                named(act, RecallText.recalled(act.body()).map(RecallText.Read::item));
            default -> Set.of();
        };
    }

    /** Nobody changes what another gave. */
    private static Set<Key> named(Act act, Optional<ActId> item) {
        return item.filter(one -> one.party().equals(act.by()))
                .map(one -> keys(List.of(one)))
                .orElse(Set.of());
    }

    /** What is given up goes from the index with it; where a step of the index fails meanwhile it stands there until the next one. */
    @Override
    public Set<Key> gone(Collection<Key> keys) {
        var acts = keys.stream().flatMap(key -> key.act().stream()).toList();
        var standing = rows.standing(acts);
        return keys.stream()
                .filter(key -> key.act().filter(standing::contains).isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isEarly(Act act) {
        return act.kind().equals(ExchangeDuty.REPORTED) && !sights.isThere(act.id(), act.at());
    }

    @Override
    public Stance stance() {
        return sights.stance();
    }

    @Override
    public List<Key> behind(@Nullable Key last, int most) {
        return rows.listed(sights.self(), last == null ? "" : last.name(), most).stream()
                .map(row -> key(Item.outline(row.key(), row.row())))
                .toList();
    }

    @Override
    public Collection<Entry> entries(Collection<Key> keys) {
        var today = sights.today();
        return entries(keys, sights.showings(today), (_, _) -> today);
    }

    /** On the next day too, if by then nothing changes but the day. */
    @Override
    public Collection<Entry> lasting(Collection<Key> keys) {
        var today = sights.today();
        var tomorrows = sights.showings(today.plusDays(1));
        return entries(
                keys,
                sights.showings(today),
                (outline, seeing) ->
                        offices(seeing).equals(offices(seeing(outline, tomorrows))) ? today.plusDays(1) : today);
    }

    /** Decided by its outline first, as a mailbox does: what nobody finds is not read. */
    private Collection<Entry> entries(
            Collection<Key> keys,
            List<Showing> showings,
            BiFunction<Item, Map<Sight, List<Showing>>, LocalDate> until) {
        var seen = new LinkedHashMap<ActId, Seen>();
        var asked = new HashSet<>(keys);
        for (var row : rows.listed(
                sights.self(), keys.stream().map(Key::name).distinct().toList())) {
            var outline = Item.outline(row.key(), row.row());
            if (!asked.contains(key(outline)) || !sights.isThere(outline.act(), outline.at())) continue;
            var seeing = seeing(outline, showings);
            if (!seeing.isEmpty()) seen.put(outline.act(), new Seen(outline, seeing, until.apply(outline, seeing)));
        }
        var entries = new ArrayList<Entry>();
        if (!seen.isEmpty())
            sights.acts()
                    .parts(
                            seen.keySet(),
                            part -> part.forEach((id, act) -> {
                                var one = seen.get(id);
                                if (one != null)
                                    Item.of(act, one.outline()).ifPresent(item -> entries.addAll(entries(item, one)));
                            }));
        return entries;
    }

    /**
     * @param seeing those offices that are shown something, by what they are shown
     * @param until the last day on which they surely are
     */
    private record Seen(Item outline, Map<Sight, List<Showing>> seeing, LocalDate until) {}

    private static Map<Sight, Set<OfficeCode>> offices(Map<Sight, List<Showing>> seeing) {
        var offices = new HashMap<Sight, Set<OfficeCode>>();
        seeing.forEach((sight, showings) -> offices.put(
                sight, showings.stream().map(showing -> showing.post().office()).collect(Collectors.toSet())));
        return offices;
    }

    /**
     * What somebody is shown of an item in a list.
     *
     * @param listed the fields it stands there with
     * @param read those of them that open to them at once, so that searching for their words tells nothing that reading would not
     */
    private record Sight(Set<Field> listed, Set<Field> read) {}

    private static Map<Sight, List<Showing>> seeing(Item outline, List<Showing> showings) {
        var seeing = new HashMap<Sight, List<Showing>>();
        for (var showing : showings) {
            var listed = showing.listed(outline);
            if (listed.isEmpty()) continue;
            var fields = listed.get().report().fields();
            var read = new HashSet<>(showing.openAtOnce(outline));
            read.retainAll(fields);
            seeing.computeIfAbsent(new Sight(fields, read), sight -> new ArrayList<>())
                    .add(showing);
        }
        return seeing;
    }

    private List<Entry> entries(Item item, Seen seen) {
        var entries = new ArrayList<Entry>();
        seen.seeing()
                .forEach((sight, showings) -> showings.getFirst().listed(item).ifPresent(shown -> {
                    for (var from = 0; from < showings.size(); from += Audience.MOST) {
                        var some = showings.subList(from, Math.min(from + Audience.MOST, showings.size()));
                        entries.add(entry(shown, sight.read(), audience(some), seen.until()));
                    }
                }));
        return entries;
    }

    private static Audience audience(List<Showing> showings) {
        return Audience.offices(
                showings.stream().map(showing -> showing.post().office()).toArray(OfficeCode[]::new));
    }

    private Entry entry(Item shown, Set<Field> read, Audience audience, LocalDate until) {
        var report = shown.report();
        var purposes = report.terms().purposes();
        var place = new Entry.Place(
                purposes.size() == 1 ? purposes.iterator().next().code() : null,
                new TreeSet<>(Set.of(shown.by())),
                report.exercise() ? EXERCISE : null,
                LocalDate.ofInstant(shown.at(), zone));
        return new Entry(
                key(shown),
                audience,
                title(report),
                new Entry.Text("", "", words(report, read)),
                place,
                shown.act(),
                Entry.Rank.THING,
                until);
    }

    /** In the language it is written in; an alert is written in both. */
    private static Entry.Text title(Report report) {
        var title = report.texts().part(Field.TITLE).orElse("");
        var other = report.turn() instanceof Turn.Warns(var alert) ? alert.title() : "";
        return report.texts().language() == Texts.Language.ES
                ? new Entry.Text(title, other)
                : new Entry.Text(other, title);
    }

    /** What it is found by beside its title. None of it comes into an excerpt: what is read is opened, which the journal tells (CE-5). */
    private static String words(Report report, Set<Field> read) {
        var marks = Stream.concat(
                Stream.ofNullable(report.basis().zone()),
                report.terms().purposes().stream().map(Purpose::code).sorted());
        var texts = Stream.of(Field.FACT, Field.ASSESSMENT, Field.SOURCE)
                .filter(read::contains)
                .flatMap(field -> report.texts().part(field).stream());
        var things = report.things(read).stream()
                .flatMap(thing -> Stream.concat(Stream.ofNullable(thing.name()), Stream.ofNullable(thing.number())));
        var other = report.turn() instanceof Turn.Warns(var alert) && read.contains(Field.FACT)
                ? Stream.of(alert.fact())
                : Stream.<String>empty();
        return String.join(
                "\n",
                Stream.of(marks, other, texts, things).flatMap(each -> each).toList());
    }
}
