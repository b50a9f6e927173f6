package acorde.finding;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.postgres.Postgres;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trust.StoredEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the logs, beside the path on which acts are written: it reads what is committed, in bounded parts, notes in the
 * same transaction how far it has come, and rests as long as it worked.
 */
final class Indexer implements AutoCloseable {
    /** The way the index is made. Count it up when anything changes by which entries are found. */
    static final int WAY = 6;

    /** Acts of one log that are taken at once. */
    static final int ACTS = 512;

    /** What the acts of a step weigh, in bytes and in memory, after which it ends. */
    static final long WEIGHT = 16 << 20;

    /** Acts that had to wait and are looked at again in one step; of those that wait no more, as many as have room. */
    static final int LATER = 64;

    /** Things that are read from their duties at once; each may have a mebibyte. */
    private static final int THINGS = 32;

    /** Things of a duty that are looked at again in one step. */
    static final int AGAIN = 8 * THINGS;

    /** Commits in the time of one step by which more arrives than one person does. */
    private static final long BUSY = 2;

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    private final Postgres postgres;
    private final Acts acts;
    private final Catalogues catalogues;
    private final Stems stems;
    private final Rooms rooms;
    private final Clock clock;
    private final Map<PartyCode, Long> places = new ConcurrentHashMap<>();
    private volatile Map<String, PageRows.Again> looked = Map.of();
    private final Thread thread = Thread.ofVirtual().name("finding").unstarted(this::run);
    private volatile boolean stopping;
    private @Nullable Connection connection;

    Indexer( // what it stands between
            Postgres postgres, Acts acts, Catalogues catalogues, Stems stems, Rooms rooms, Clock clock) {
        this.postgres = postgres;
        this.acts = acts;
        this.catalogues = catalogues;
        this.stems = stems;
        this.rooms = rooms;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /** Acts that are stored and not in the index yet. */
    long behind() {
        return acts.logs().charter().places().stream()
                .map(Place::party)
                .mapToLong(party -> Math.max(0, size(party) - places.getOrDefault(party, 0L)))
                .sum();
    }

    /** Whether things are still to be looked at again, because something else than acts changed by which they are found. */
    boolean isLookingAgain() {
        var known = looked;
        return catalogues.all().stream().anyMatch(duty -> {
            var again = known.get(name(duty));
            return again == null || !again.done() || !again.isBy(duty.stance());
        });
    }

    private static String name(Catalogue duty) {
        return Collections.min(duty.kinds());
    }

    /** Each step that is committed is told of. */
    synchronized boolean awaitAll(Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (behind() > 0) {
            var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) return false;
            wait(left);
        }
        return true;
    }

    private long size(PartyCode party) {
        return acts.logs().state(party).size();
    }

    private void run() {
        var failing = false;
        while (!stopping) {
            try {
                var seen = acts.commits();
                var began = System.nanoTime();
                var more = step();
                failing = false;
                if (more) rest(Duration.ofNanos(System.nanoTime() - began), acts.commits() - seen);
                else acts.awaitCommit(seen, LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (stopping) return;
                if (!failing) LOG.warn("The index is not kept up; it will be tried again: {}", e.toString());
                failing = true;
                hangUp();
                if (!pause(AFTER_A_FAULT)) return;
            }
        }
    }

    /** The node's own work goes first: while acts arrive in numbers, a step is followed by four times its length of rest. */
    private void rest(Duration worked, long arrived) throws InterruptedException {
        var rest = worked.multipliedBy(arrived > BUSY ? 4 : 1);
        Thread.sleep(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time); // bounded, so that a database that is away is not asked all the time
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the next part of every log. @return whether there is more */
    synchronized boolean step() throws SQLException {
        var rows = new PageRows(connected());
        var batch = new Batch();
        var more = false;
        for (var place : acts.logs().charter().places()) {
            if (batch.isFull()) {
                more = true; // those before have come to their end, or will
                break;
            }
            var party = place.party();
            var next = places.getOrDefault(party, 0L);
            var size = size(party);
            if (next >= size) continue;
            var taken = acts.logs().entries(party, next, Math.min(size, next + ACTS));
            for (var entry : taken) {
                if (batch.isFull()) break;
                batch.take(new ActId(party, entry.index()), entry);
                next = entry.index() + 1;
            }
            batch.next.put(party, next);
            more |= next < size;
        }
        var passed = rows.later(LATER);
        more |= batch.takeAgain(passed);
        batch.withoutThoseThatWait();
        more |= passed.size() == LATER && !batch.settled.isEmpty();
        if (!batch.isEmpty()) write(rows, batch);
        var again = lookAgain(rows);
        more |= again.values().stream().anyMatch(each -> !each.done());
        connected().commit();
        places.putAll(batch.next);
        looked = again;
        notifyAll();
        return more;
    }

    /** Looks at the next of all things of those duties whose stance has changed. @return how far each has come */
    private Map<String, PageRows.Again> lookAgain(PageRows rows) throws SQLException {
        var known = rows.again();
        var now = new HashMap<String, PageRows.Again>();
        for (var duty : catalogues.all()) {
            var name = name(duty);
            var stance = duty.stance();
            // An index that was begun anew reads all things from the logs, by the stance of then.
            var again = known.getOrDefault(name, new PageRows.Again(stance.text(), null, true))
                    .by(stance);
            if (!again.done()) {
                var next = duty.behind(again.last(), AGAIN);
                write(rows, next, Map.of());
                again = next.size() < AGAIN ? again.ended() : again.upTo(next.getLast());
                // Should it have changed meanwhile, what was written by the next is kept: it is looked at once more.
                if (again.done() && again.isBy(duty.stance())) leave(rows, stance, duty);
            }
            if (!again.equals(known.get(name))) rows.again(name, again);
            now.put(name, again);
        }
        return now;
    }

    /** All that is there stands in rooms that hold: what is left in others is of things that went, and goes. */
    private void leave(PageRows rows, Stance stance, Catalogue duty) throws SQLException {
        var left = new HashMap<>(rows.rooms(List.of()));
        left.values().removeIf(room -> room.holds(List.of(stance)));
        rows.leave(left.keySet(), duty.kinds());
        rooms.are(rows.rooms(List.of()));
    }

    private void write(PageRows rows, Batch batch) throws SQLException {
        var touched = touched(batch.acts);
        var keys = catalogues.along(touched.at().keySet()).stream()
                .filter(key -> touched.at().containsKey(key) || !isAhead(key, batch))
                .sorted(Comparator.comparingInt(key -> touched.family().getOrDefault(key, Integer.MAX_VALUE)))
                .toList();
        write(rows, keys, touched.at());
        rows.settled(batch.settled);
        rows.later(batch.later, clock.instant());
        for (var place : batch.next.entrySet()) rows.place(place.getKey(), place.getValue());
    }

    private void write(PageRows rows, List<Key> keys, Map<Key, Map<PartyCode, Long>> touched) throws SQLException {
        for (var from = 0; from < keys.size(); from += THINGS)
            writePart(rows, keys.subList(from, Math.min(from + THINGS, keys.size())), touched);
    }

    private void writePart(PageRows rows, List<Key> keys, Map<Key, Map<PartyCode, Long>> touched) throws SQLException {
        var stances = catalogues.stances();
        var wanted = new LinkedHashMap<Entry, Room>();
        for (var entry : catalogues.lasting(keys))
            if (!entry.audience().equals(Audience.NOBODY))
                wanted.put(
                        entry, Room.of(entry, stances.getOrDefault(entry.key().kind(), Stance.NONE)));
        var known = rows.rooms(rooms.withPlace(wanted.values()));
        var ids = new HashMap<Room, Integer>();
        known.forEach((id, room) -> ids.put(room, id));
        var pages = new ArrayList<PageRows.Page>();
        var words = new HashSet<String>();
        for (var each : wanted.entrySet()) {
            var entry = each.getKey();
            var room = ids.get(each.getValue());
            if (room == null) continue;
            words.addAll(Lexemes.words(entry));
            pages.add(new PageRows.Page(entry, room, touched.getOrDefault(entry.key(), Map.of())));
        }
        var faults = rows.put(pages, stems.of(words));
        faults.forEach((key, fault) ->
                LOG.warn("{} cannot be found, for it cannot be stored in the index (SQLSTATE {}).", key, fault));
        pages.removeIf(page -> faults.containsKey(page.entry().key()));
        rows.remove(keys, pages);
        rooms.are(known);
    }

    /** What is named by an act that is not taken yet comes with that act; until then it would be written again and again. */
    private static boolean isAhead(Key key, Batch batch) {
        return key.act()
                .filter(act -> act.index() >= batch.next.getOrDefault(act.party(), Long.MAX_VALUE))
                .isPresent();
    }

    private Touched touched(Map<ActId, Act> taken) {
        var named = new HashSet<ActId>();
        taken.values().forEach(act -> named.addAll(act.after()));
        named.removeAll(taken.keySet());
        var others = acts.acts(named); // one that is too long to be held with the others is read when it is asked for
        var touched = new Touched();
        for (var act : taken.values())
            for (var catalogue : catalogues.all())
                touched.add(act, catalogue.touched(act, id -> known(id, act, taken, others)));
        return touched;
    }

    private Optional<Act> known(
            ActId id, Act by, Map<ActId, Act> taken, Map<ActId, Act> others) { // whose, and where it may be
        var held = taken.getOrDefault(id, others.get(id));
        return held == null && by.after().contains(id) ? acts.act(id) : Optional.ofNullable(held);
    }

    /** What one step takes. */
    private final class Batch {
        final Map<ActId, Act> acts = new HashMap<>();
        final Map<PartyCode, Long> next = new HashMap<>();
        final List<ActId> later = new ArrayList<>();
        final List<ActId> settled = new ArrayList<>();
        long weight;

        boolean isEmpty() {
            return acts.isEmpty() && next.isEmpty() && later.isEmpty() && settled.isEmpty();
        }

        boolean isFull() {
            return weight >= WEIGHT;
        }

        void take(ActId id, StoredEntry entry) {
            weight += entry.weight();
            if (entry.state() == StoredEntry.State.MISSING) later.add(id);
            else Indexer.this.acts.read(id, entry).ifPresent(this::take);
        }

        private void take(Act act) {
            weight += act.weight();
            acts.put(act.id(), act);
        }

        /**
         * Those that still wait are not read, those whose content is still missing are looked at again later.
         *
         * @return whether some that wait no more had no room
         */
        boolean takeAgain(List<ActId> passed) {
            var logs = Indexer.this.acts.logs();
            var waiting = Indexer.this.acts.waiting(passed);
            later.addAll(waiting);
            for (var id : passed) {
                if (waiting.contains(id)) continue;
                if (isFull()) return true;
                var before = later.size();
                logs.entry(id.party(), id.index()).ifPresent(entry -> take(id, entry));
                if (later.size() == before) settled.add(id);
            }
            return false;
        }

        void withoutThoseThatWait() {
            var waiting = new HashSet<>(Indexer.this.acts.waiting(acts.keySet()));
            for (var act : acts.values()) if (catalogues.isEarly(act)) waiting.add(act.id());
            waiting.forEach(acts::remove);
            settled.removeAll(waiting);
            later.addAll(waiting);
        }
    }

    private Connection connected() throws SQLException {
        var open = connection;
        if (open != null) return open;
        open = postgres.open();
        connection = open;
        open.setAutoCommit(false);
        try (var statement = open.createStatement()) {
            // What is lost with the machine is made again, so nobody's disk is made to wait for it.
            statement.execute("set synchronous_commit = off");
        }
        var rows = new PageRows(open);
        var stored = rows.places();
        if (!rows.isMade(WAY)
                || stored.entrySet().stream().anyMatch(place -> place.getValue() > size(place.getKey()))) {
            rows.beginAnew(WAY);
            stored = Map.of();
        }
        rooms.are(rows.rooms(List.of()));
        open.commit();
        places.clear();
        places.putAll(stored);
        return open;
    }

    private synchronized void hangUp() {
        var open = connection;
        connection = null;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException e) {
            LOG.debug("closing a connection that failed", e);
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hangUp();
    }
}
