package acorde.files;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.ChunkPeer;
import acorde.acts.Routine;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Turns;
import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.Writers;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.trustlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Files that acts name: the door of the package. Safe for any thread. */
public final class Files implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    /** Files of one partner of which one sweep asks whether they may still be here; the next goes on behind them. */
    static final int ASKED = 10_000;

    /** Acts of one partner whose files may not stay, remembered until it was asked of all: what more of them name may stay. */
    private static final int REMEMBERED = 100_000;

    /** After these a further go may come. */
    private static final Set<Put.Why> LATER = Set.of(Put.Why.BROKE_OFF, Put.Why.TOO_SLOW, Put.Why.BEYOND);

    private final Acts acts;
    private final Clock clock;
    private final Room room;
    private final Writers writers;
    private final FileRows rows;
    private final Turns sending;

    /** The goes that are coming, each file's one at a time. */
    private final Set<String> goes = ConcurrentHashMap.newKeySet();

    private final List<ChunkPeer> peers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Routine sweeping;

    /** Behind which file of each partner the next sweep asks; at its end it begins anew. */
    private final Map<PartyCode, Named> asked = new HashMap<>();

    /** Of which acts of each partner it was found since it was begun anew that their files may not stay. */
    private final Map<PartyCode, Set<ActId>> over = new HashMap<>();

    /** Whoever keeps a chunk reads under it; who sweeps writes: what is being named is not swept from under its name. */
    private final ReentrantReadWriteLock naming = new ReentrantReadWriteLock();

    /** Writes under the lease of the log, on a database whose schema {@code files} is up to date; nothing is fetched or swept yet. */
    public Files(Postgres postgres, Lease lease, Acts acts, Clock clock) { // what it stands on
        this(postgres, lease, acts, clock, Room.USUAL);
    }

    Files(Postgres postgres, Lease lease, Acts acts, Clock clock, Room room) { // the same, and its limits
        this.acts = acts;
        this.clock = clock;
        this.room = room;
        this.writers = postgres.writers("files", lease);
        this.rows = new FileRows(writers, room, acts.records());
        this.sending = new Turns(room.atOnce(), room.ofOne(), Duration.ZERO);
        rows.dropUnfinished();
    }

    /**
     * Starts to fetch what partners' acts name, and to sweep.
     *
     * @param mayCome whether the files of an act may come now: what may not is not asked for, and looked at again by turns
     * @param mayStay whether those that are here may stay
     */
    public void follow(Transport transport, Predicate<ActId> mayCome, Predicate<ActId> mayStay) {
        for (var place : acts.logs().charter().places())
            if (!place.equals(acts.logs().self()))
                follow(new Fetcher.From(place.party(), ChunkPeer.of(place, transport), mayCome));
        sweeping = Routine.start("files-sweep", Routine.after(SWEEP), () -> sweepAndTell(mayStay));
    }

    private void follow(Fetcher.From from) {
        peers.add(from.peer());
        var fetcher = fetcher(from);
        threads.add(Thread.ofVirtual().name("files-" + from.party()).start(fetcher::run));
    }

    Fetcher fetcher(Fetcher.From from) {
        return new Fetcher(new Fetcher.Store(rows, naming.readLock(), room), from, acts, clock);
    }

    /**
     * Takes a file that an officer sends, so that an act of theirs can name it. Holds two chunks of it at a time. That they sent it is told to the
     * journal in the transaction that makes it whole.
     *
     * @param file its name is shown and kept as {@link Attachment} allows
     * @param content is read to its end unless the file is refused
     */
    public Put put(Officer sender, Announced file, InputStream content) {
        return switch (sent(sender, file, null, content)) {
            case Went.Ended(var put) -> put;
            case Went.Further(var begun) -> throw new IllegalStateException(begun + " announced nothing");
        };
    }

    /**
     * The same in one of several goes: should it break off, take too long or end before the file does, what came of the file
     * stays for a while, by whole chunks, and the next go begins behind it.
     */
    public Went go(Officer sender, Announced file, Go go, InputStream content) { // whose, which, what of it
        var whole = go.whole();
        if (whole != null) {
            if (whole == 0) return refused(Put.Why.EMPTY);
            if (whole > Attachment.LIMIT) return refused(Put.Why.TOO_LARGE);
            if (go.from() >= whole) return refused(Put.Why.BEYOND);
        }
        return sent(sender, file, go, content);
    }

    private Went sent(
            Officer sender, Announced file, @Nullable Go go, InputStream content) { // whose, which, what of it
        var clean = FileName.clean(file.name());
        if (clean.isEmpty()) return refused(Put.Why.NAME);
        if (FileType.ofName(clean.get()).isEmpty()) return refused(Put.Why.TYPE);
        return sending.take(
                        sender.person(), () -> given(sender, new Announced(clean.get(), file.sha256()), go, content))
                .orElseGet(() -> refused(Put.Why.TOO_MANY_AT_ONCE));
    }

    private static Went refused(Put.Why why) {
        return new Went.Ended(new Put.Refused(why));
    }

    private Went given(
            Officer sender, Announced said, @Nullable Go go, InputStream content) { // whose, which, what of it
        if (go == null)
            return take(
                    new Taking.From(sender, said),
                    rows.begin(sender.person(), acts.self(), said.name(), null, clock.instant()),
                    content);
        var going = sender.person().value() + "/" + go.key();
        if (!goes.add(going)) return refused(Put.Why.TOO_MANY_AT_ONCE);
        try {
            return goOn(sender, said, go, content);
        } finally {
            goes.remove(going);
        }
    }

    private Went goOn(Officer sender, Announced said, Go go, InputStream content) { // whose, which, what of it
        var here = alone(() -> rows.goOn(sender.person(), go.key(), clock.instant()));
        if (here.isEmpty()) return go.from() == 0 ? begin(sender, said, go, content) : refused(Put.Why.OTHER_PLACE);
        var file = here.get();
        if (go.from() != file.size() || !file.name().equals(said.name()) || !Objects.equals(file.whole(), go.whole()))
            return refused(Put.Why.OTHER_PLACE);
        return take(new Taking.From(sender, said), file, content);
    }

    private Went begin(Officer sender, Announced said, Go go, InputStream content) { // whose, which, what of it
        FileRows.Coming file;
        synchronized (goes) { // one after the other, or two would take the last place together
            var why = rows.mayBegin(sender.person(), go.whole() == null ? 0 : go.whole());
            if (why.isPresent()) return refused(why.get());
            file = rows.begin(sender.person(), acts.self(), said.name(), go, clock.instant());
        }
        return take(new Taking.From(sender, said), file, content);
    }

    private Went take(Taking.From from, FileRows.Coming file, InputStream content) {
        Taking.Took took = new Taking.Refused(Put.Why.BROKE_OFF); // should the database fail on the way
        try {
            var store = new Fetcher.Store(rows, naming.readLock(), room);
            took = new Taking(store, clock, file, from).take(content);
        } finally {
            if (took instanceof Taking.Refused(var why)) alone(() -> rows.giveUp(file, !LATER.contains(why)));
        }
        return switch (took) {
            case Taking.Whole _ ->
                new Went.Ended(new Put.Ready(rows.renew(from.sender().person(), file.upload(), clock.instant())
                        .orElseThrow()));
            case Taking.Part(var key) -> // none any more if its sender let go of it meanwhile
                rows.sent(from.sender().person(), key).orElseGet(() -> refused(Put.Why.BROKE_OFF));
            case Taking.Refused(var why) -> refused(why);
        };
    }

    /** The files that an officer sends in several goes, that which waits longest first. */
    public List<Begun> begun(Person.Id person) {
        return rows.begun(person);
    }

    /** How the officer's file of this key stands, on its way or, the answer to its last go having been lost, ready. */
    public Optional<Went> sent(Person.Id person, String key) {
        return rows.sent(person, key);
    }

    /** Lets go of a file that is on its way; a go of it that is coming keeps nothing any more. @return false if there is none of this key */
    public boolean drop(Person.Id person, String key) {
        return alone(() -> rows.drop(person, key));
    }

    /** The files an officer has lying ready, newest first. */
    public List<Upload> uploads(Person.Id person) {
        return rows.uploads(person);
    }

    /** A file of the officer's that lies ready, to be named by the act they are about to say; its time begins anew. */
    public Optional<Attachment> choose(Person.Id person, long upload) {
        return rows.renew(person, upload, clock.instant()).map(Upload::file);
    }

    /**
     * The bytes of a file that lies ready, for whoever sent it.
     *
     * @param most bytes it may have
     * @return empty if the officer has none of this number, or it is longer
     */
    public Optional<byte[]> bytes(Person.Id person, long upload, int most) {
        return uploads(person).stream()
                .filter(each -> each.id() == upload && each.file().size() <= most)
                .findFirst()
                .map(each -> {
                    var bytes = new ByteArrayOutputStream((int) each.file().size());
                    each.file()
                            .chunks()
                            .forEach(hash -> bytes.writeBytes(
                                    rows.chunk(acts.self(), hash).orElseThrow()));
                    return bytes.toByteArray();
                });
    }

    /** Lets go of a file that lies ready. @return false if the officer has none of this number */
    public boolean drop(Person.Id person, long upload) {
        return alone(() -> rows.drop(person, upload));
    }

    /** The files an act names, with how they stand here; none if it names none, waits, or was rejected. */
    public List<Kept> of(ActId act) {
        return rows.of(act).entrySet().stream()
                .map(entry -> kept(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Kept kept(Named named, Attachment file) {
        var party = named.act().party();
        var here = rows.here(party, file.chunks());
        var count = (int) file.chunks().stream().filter(here::contains).count();
        var whole = count == file.chunks().size();
        var good = rows.looked(named);
        Kept.State state;
        if (good.isPresent() && !good.get()) state = Kept.State.NOT_AS_SAID;
        else if (party.equals(acts.self()) || good.isPresent()) state = whole ? Kept.State.WHOLE : Kept.State.LOST;
        else state = fits(party, file, here) ? Kept.State.COMING : Kept.State.NO_ROOM;
        return new Kept(named, file, state, count, party.equals(acts.self()) ? handed(named) : List.of());
    }

    /** What of a file of this party's those were given whom its act is addressed to. */
    private List<Handed> handed(Named named) {
        var given = rows.handed(named);
        return acts.act(named.act()).map(Act::to).orElse(new TreeSet<>()).stream()
                .map(party -> given.getOrDefault(party, new Handed(party, 0, null)))
                .toList();
    }

    private boolean fits(PartyCode party, Attachment file, Set<Hash> here) {
        return Fetcher.fits(room, rows.taken(party, acts.self()), file, here);
    }

    /**
     * Writes a file that is {@link Kept.State#WHOLE} out, a chunk at a time, each compared with its hash once more.
     *
     * @throws IOException if the reader goes away, or a chunk is gone or is not what it was; then the file is cut short
     */
    public void write(Kept kept, OutputStream out) throws IOException {
        write(kept, 0, kept.file().size(), out);
    }

    /**
     * The same of a stretch of it, for who has the rest.
     *
     * @param from the first byte, from 0
     * @param end the byte behind the last
     */
    public void write(Kept kept, long from, long end, OutputStream out)
            throws IOException { // which, what of it, where to
        for (var place = from / Attachment.CHUNK; place * Attachment.CHUNK < end; place++) {
            var hash = kept.file().chunks().get((int) place);
            var bytes = rows.chunk(kept.named().act().party(), hash)
                    .filter(found -> Hash.sha256(found).equals(hash))
                    .orElseThrow(() -> new IOException("a chunk of " + kept.named() + " is not what it was"));
            var start = place * Attachment.CHUNK;
            var first = (int) Math.max(0, from - start);
            out.write(bytes, first, (int) Math.min(bytes.length, end - start) - first);
        }
    }

    /**
     * A chunk for a partner: of a file that an act of this party names, which is addressed to it. Empty alike for what there is not, what is
     * not for it, and what is not here.
     */
    public Optional<byte[]> chunkFor(PartyCode caller, Named named, int chunk) {
        if (!named.act().party().equals(acts.self())) return Optional.empty();
        return acts.act(named.act())
                .map(Act::to)
                .filter(to -> to.contains(caller))
                .flatMap(_ -> Optional.ofNullable(rows.of(named.act()).get(named)))
                .filter(file -> chunk < file.chunks().size())
                .flatMap(file -> rows.chunk(acts.self(), file.chunks().get(chunk)));
    }

    /**
     * Notes that a partner was given a chunk under an act of this party, so that who may read that act sees it. A note that
     * cannot be made costs the partner nothing.
     */
    public void gave(PartyCode caller, ActId act, byte[] chunk) {
        try {
            rows.handed(act, caller, Hash.sha256(chunk), clock.instant());
        } catch (DataAccessException | DatabaseUnavailable e) {
            LOG.warn("That {} was given a chunk is not noted: {}", caller, e.getMessage());
        }
    }

    /**
     * Drops what nothing names any more, and what partners gave that may not be here any more, in parts between which others have their turn.
     *
     * @return how many chunks went
     */
    int sweep(Predicate<ActId> mayStay) {
        var before = clock.instant().minus(room.ready());
        alone(() -> rows.expire(before));
        var gone = 0;
        for (var part : rows.loose(acts.self(), before)) gone += alone(() -> rows.sweep(part, List.of()));
        for (var place : acts.logs().charter().places())
            if (!place.equals(acts.logs().self())) gone += sweep(place.party(), mayStay);
        return gone;
    }

    /** What another act names that may stay, or that it was not asked of yet, does so: it goes with the last of those that name it. */
    private int sweep(PartyCode party, Predicate<ActId> mayStay) {
        var start = new Named(new ActId(party, 0), -1);
        var after = asked.getOrDefault(party, start);
        var end = rows.behind(party, after, ASKED);
        var last = rows.last(party);
        asked.put(party, end.orElse(start));
        var over = this.over.computeIfAbsent(party, _ -> new HashSet<>());
        if (after.equals(start)) over.clear();
        if (last.isEmpty()) return 0;
        var found = new ArrayList<>(rows.held(party, after, end.orElse(last.get())));
        found.removeIf(mayStay);
        if (found.isEmpty()) return 0;
        if (over.size() + found.size() > REMEMBERED) over.clear();
        over.addAll(found);
        if (rows.parts(party, found, over).isEmpty()) return 0;
        over.removeIf(mayStay); // what was found in an earlier sweep may be otherwise by now
        rows.forget(party, over); // first: what has gone in part comes again when it may
        var gone = 0;
        for (var part : rows.parts(party, found, over)) gone += alone(() -> rows.sweep(part, over));
        return gone;
    }

    /** While nobody keeps a chunk. */
    private <T> T alone(Supplier<T> work) {
        naming.writeLock().lock();
        try {
            return work.get();
        } finally {
            naming.writeLock().unlock();
        }
    }

    private void sweepAndTell(Predicate<ActId> mayStay) {
        var gone = sweep(mayStay);
        if (gone > 0)
            LOG.info("{} chunks of files that nothing names, or that may not be here any more, are gone", gone);
    }

    @Override
    public void close() {
        if (sweeping != null) sweeping.close();
        threads.forEach(Thread::interrupt);
        peers.forEach(ChunkPeer::close);
        writers.close();
    }
}
