package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import acorde.offices.Journal;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.policy.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is exchanged, for programs that go on from where they were: in the order in which it came to be there, each thing decided about anew
 * when it is asked for. What the core hides from this party has no place in it at all (AS-1). Safe for any thread.
 */
public final class Feed {
    /**
     * Places looked at for one page of which the reader may perhaps find few; the page then ends early and goes on behind them, which tells that there
     * were many: hence as many as take no more than a second.
     */
    public static final int LOOKED_AT = 20_000;

    /** Places read at a time, but for the first, of which most questions have enough. */
    private static final int PART = 250;

    /** Characters of a value in a line of the journal. */
    private static final int LINE = 300;

    private final Acts acts;
    private final Journal journal;
    private final Arrivals arrivals;
    private final Shows shows;
    private final Consumer<Item> opened;

    /** Who is shown what; empty while no rules are in force. */
    interface Shows {
        Optional<Showing> of(Officer officer, Instant now);
    }

    /** @param opened told of each text that is handed out */
    Feed(Acts acts, Journal journal, Arrivals arrivals, Shows shows, Consumer<Item> opened) { // the parts it joins
        this.acts = acts;
        this.journal = journal;
        this.arrivals = arrivals;
        this.shows = shows;
        this.opened = opened;
    }

    /**
     * What of it is asked for.
     *
     * @param ways received, sent or both
     * @param area the only one, which is then what for it is read; null for all that the office is there for
     */
    public record Part(Set<Mailbox.Way> ways, @Nullable Purpose area) {
        public Part {
            ways = Set.copyOf(ways);
        }
    }

    /**
     * One page of it.
     *
     * @param after behind which it begins, µs since 1970
     * @param names the only ones; empty for any
     * @param wanted by what rules look at of each
     * @param most things on it; 0 to learn whether there are any
     */
    public record Asked(Part part, long after, Set<UUID> names, Predicate<Listed> wanted, int most) { // a question
        public Asked {
            names = Set.copyOf(names);
        }
    }

    /** @param next behind which it goes on; null if it does not */
    public record Page(List<Listed> listed, @Nullable Long next) {
        public Page {
            listed = List.copyOf(listed);
        }
    }

    /**
     * Gives a place to a part of what has come to be there, and takes it from these before all else. For one caller at a time: two would each take a
     * part, and neither know of the other's.
     *
     * @param first what was ordered given up and waits for its answer
     * @return whether there is more
     */
    public boolean takeIn(Instant now, Set<ActId> first) {
        return arrivals.takeIn(now, first);
    }

    void forgetUnhanded() {
        arrivals.forgetUnhanded();
    }

    /** The key by which places are closed when they are handed out, the same for as long as there is this node. */
    public String key() {
        return arrivals.rows().key();
    }

    /**
     * What this office's programs took away and was given up since, as they are told of it here, after some moment; 100 of it at most, the latest. What
     * was taken by others, or by nobody, is told of to nobody.
     */
    public List<ActId> gone(Officer officer, Instant since, Instant now) {
        var both = new Part(EnumSet.allOf(Mailbox.Way.class), null);
        return shows.of(officer, now)
                .map(showing -> arrivals.rows().gone(lists(showing, both), officer.office(), since))
                .orElseGet(List::of);
    }

    /** Without texts: what rules look at of each. */
    public Page outlines(Officer officer, Asked asked, Instant now) {
        ReadingRoom.enter();
        return shows.of(officer, now)
                .map(showing -> outlines(showing, officer, asked))
                .orElseGet(() -> new Page(List.of(), null));
    }

    private Page outlines(Showing showing, Officer officer, Asked asked) {
        var lists = lists(showing, asked.part());
        var found = new ArrayList<Listed>();
        var next = asked.after();
        var looked = 0;
        var part = Math.min(PART, asked.most() + 1);
        while (!lists.isEmpty()) {
            var which = new ArrivalRows.Which(lists, officer.office().value(), next, asked.names());
            var rows = arrivals.rows().behind(which, part);
            for (var row : rows) {
                var one = listed(showing, row, asked.part()).filter(asked.wanted());
                if (one.isPresent() && found.size() == asked.most())
                    return new Page(
                            found,
                            found.isEmpty()
                                    ? asked.after()
                                    : found.getLast().place().added());
                one.ifPresent(found::add);
                next = row.place().added();
            }
            looked += rows.size();
            if (rows.size() < part) break;
            if (looked >= LOOKED_AT) return new Page(found, next);
            part = PART;
        }
        return new Page(found, null);
    }

    /** Nobody opens what is for none of the areas their office is there for. */
    private static List<String> lists(Showing showing, Part part) {
        var lists = new ArrayList<String>();
        for (var area : new TreeSet<>(showing.post().competence()))
            if (part.area() == null || part.area().equals(area))
                for (var way : part.ways()) lists.add(ArrivalRows.list(way, area));
        return lists;
    }

    private Optional<Listed> listed(Showing showing, ArrivalRows.Row row, Part part) {
        var gone = row.gone();
        if (gone != null) return Optional.of(new Listed.Gone(row.place(), Instant.ofEpochMilli(gone)));
        var carried = row.carried();
        if (carried == null) return Optional.empty(); // it is being given up
        var outline = Item.outline(row.place().act(), carried);
        var purposes = new TreeSet<Purpose>();
        var fields = EnumSet.allOf(Field.class);
        for (var purpose : outline.report().terms().purposes()) {
            if (part.area() != null && !part.area().equals(purpose)) continue;
            // A program reads no restriction first, so what another party put under one is not handed to it (EV-4).
            if (!(showing.opened(outline, purpose, "") instanceof Shown.Open(var open, var stated))) continue;
            showing.taken(open, stated).ifPresent(taken -> {
                purposes.add(stated);
                fields.retainAll(taken.report().fields());
            });
        }
        if (purposes.isEmpty()) return Optional.empty();
        return outline.report()
                .only(fields)
                .map(left -> new Listed.Here(
                        row.place(),
                        outline.showing(left),
                        purposes,
                        !carried.renewed().isEmpty()));
    }

    /**
     * With the texts, no more than weigh 8 MiB together and one at least: they are then handed out, which the journal tells before this returns
     * (CE-5), and their provider within the hour. What is given up from now on its office is told of: only what still stands once that is sure is
     * handed out.
     *
     * @throws Journal.Lost if it cannot be told; then nothing was handed out
     */
    public Page texts(Officer officer, Asked asked, Instant now) {
        var page = whole(outlines(officer, asked, now));
        var standing = arrivals.taken(officer.office(), items(page.listed()));
        var handed = page.listed().stream()
                .filter(one -> !(one instanceof Listed.Here here)
                        || standing.contains(here.item().act()))
                .toList();
        handOut(officer, handed);
        return new Page(handed, page.next());
    }

    private Page whole(Page page) {
        var said = acts.acts(page.listed().stream()
                .filter(Listed.Here.class::isInstance)
                .map(one -> one.place().act())
                .toList());
        var whole = new ArrayList<Listed>();
        for (var one : page.listed()) {
            if (one instanceof Listed.Here here) {
                var act = Optional.ofNullable(said.get(here.place().act()));
                if (act.isEmpty() && !whole.isEmpty()) // no room for it on this page, or it is gone by now
                return new Page(whole, whole.getLast().place().added());
                act.or(() -> acts.act(here.place().act()))
                        .flatMap(of -> Item.of(of, here.item()))
                        .flatMap(item -> item.report()
                                .only(here.item().report().fields())
                                .map(item::showing))
                        .map(item -> new Listed.Here(here.place(), item, here.purposes(), here.renewed()))
                        .ifPresent(whole::add);
            } else whole.add(one);
        }
        return new Page(whole, page.next());
    }

    private static List<Item> items(Collection<Listed> page) {
        return page.stream()
                .flatMap(one -> one instanceof Listed.Here here ? Stream.of(here.item()) : Stream.of())
                .toList();
    }

    private void handOut(Officer officer, Collection<Listed> page) {
        var byPurposes = new TreeMap<String, SortedSet<ActId>>();
        for (var one : page)
            if (one instanceof Listed.Here(var place, var _, var purposes, var _)) {
                var words =
                        String.join(" ", purposes.stream().map(Purpose::code).toList());
                byPurposes.computeIfAbsent(words, _ -> new TreeSet<>()).add(place.act());
            }
        byPurposes.forEach((purposes, some) -> lines(some)
                .forEach(line -> journal.writeOnceADay(JournalLine.of("reports-taken-away", officer)
                        .with("acts", line)
                        .with("purposes", purposes))));
        items(page).forEach(opened);
    }

    /** As many acts in each as a line of the journal keeps whole. */
    private static List<String> lines(Collection<ActId> some) {
        var lines = new ArrayList<String>();
        var line = new StringJoiner(" ");
        for (var act : some) {
            if (line.length() + 1 + act.toString().length() > LINE) {
                lines.add(line.toString());
                line = new StringJoiner(" ");
            }
            line.add(act.toString());
        }
        lines.add(line.toString());
        return lines;
    }
}
