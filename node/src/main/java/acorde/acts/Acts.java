package acorde.acts;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import acorde.trust.Transport;
import acorde.trustlog.Checkpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signed statements of this party and its partners: the door of the package. Safe for any thread.
 *
 * <p>Whatever reads acts for an answer to somebody waits for a place in a {@link ReadingRoom}, and may throw {@link Busy}.
 */
public final class Acts implements AutoCloseable {
    /** How long somebody waits for a word to be durable. */
    private static final long PATIENCE_SECONDS = 30;

    private final Logs logs;
    private final Postgres postgres;
    private final List<Duty> duties;
    private final JdbcClient jdbc;
    private final Reading reading;
    private final Sequencer sequencer;
    private final Clock clock;
    private final Lease lease;
    private final OwnRecords records;
    private final List<Follower> followers = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long commits;

    /**
     * Opens the sequencer on a connection of its own; nothing is followed yet. The schemas are there already.
     *
     * @param lease the right to write the logs, given back when this is closed: once another process has it, nothing is written here
     * @param records where it is kept who had something said
     */
    public Acts( // what it stands on
            Postgres postgres, Lease lease, Logs logs, List<Duty> duties, OwnRecords records, Clock clock) {
        this.logs = logs;
        this.reading = new Reading(logs);
        this.clock = clock;
        this.lease = lease;
        this.records = records;
        this.postgres = postgres;
        this.duties = List.copyOf(duties);
        this.jdbc = JdbcClient.create(postgres.readers());
        var byKind = byKind(duties);
        this.sequencer = new Sequencer(() -> open(postgres, lease, byKind), clock, this::announce);
        sequencer.start();
    }

    private Batch open(Postgres postgres, Lease lease, Map<String, Duty> byKind) {
        var connections = new ArrayList<Connection>();
        try {
            connections.add(postgres.openForRows());
            connections.add(postgres.openForRows());
            return new Batch(logs, connections.getFirst(), connections.getLast(), lease, byKind, records);
        } catch (SQLException e) {
            connections.forEach(Sequencer::closeQuietly);
            throw new DatabaseLost(e);
        } catch (RuntimeException e) {
            connections.forEach(Sequencer::closeQuietly);
            throw e;
        }
    }

    /** Where it is kept who had something said, for whoever keeps there too who did something else. */
    public OwnRecords records() {
        return records;
    }

    /** Whether an act is opened by the door of its duty alone, also one of a kind that duty does not know. */
    public boolean isOpenedByItsDuty(Act act) {
        return duties.stream()
                .filter(Duty::opensAlone)
                .anyMatch(duty -> act.kind().startsWith(duty.schema() + "."));
    }

    static Map<String, Duty> byKind(List<Duty> duties) {
        var byKind = new HashMap<String, Duty>();
        for (var duty : duties)
            for (var kind : duty.kinds())
                if (byKind.put(kind, duty) != null) throw new IllegalArgumentException("two duties read " + kind);
        return byKind;
    }

    /**
     * Compares this party's log with what partners hold of it, before anything is said; those that do not answer at once are not waited for.
     *
     * @throws acorde.trust.LogRolledBack if one of them holds more of it than is stored here, or other
     */
    public void compareWithPartners(Transport transport) {
        Witnesses.ask(logs, place -> new HttpPeer(place.address(), transport.client(place.party())));
    }

    /** Starts to follow every other party of the charter. */
    public void follow(Transport transport) {
        for (var place : logs.charter().places())
            if (!place.equals(logs.self()))
                follow(place, new HttpPeer(place.address(), transport.client(place.party())), Pace.of(clock));
    }

    void follow(Place place, Peer peer, Pace pace) {
        var follower = new Follower(logs, place.party(), peer, sequencer, pace);
        followers.add(follower);
        peers.add(peer);
        threads.add(Thread.ofVirtual().name("follow-" + place.party()).start(follower::run));
        threads.add(Thread.ofVirtual().name("receipts-" + place.party()).start(follower::collectReceipts));
    }

    /**
     * Has something said that nobody in person says: what the node does by itself. The answer comes when it is durable, and not before.
     *
     * @throws Busy if too many commands wait; nothing was said
     */
    public <R> CompletableFuture<Said<R>> sayOfItself(Command<R> command) {
        return offer(command, null);
    }

    /** The same, and waits until it is durable; throws as {@link #sayDurably}. */
    public <R> Said<R> sayOfItselfDurably(Command<R> command) {
        return await(sayOfItself(command));
    }

    /** Several, one after the other; waits until all are durable. Throws as the others do: what was not said then may be said again. */
    public <R> List<Said<R>> sayOfItselfDurably(List<? extends Command<R>> commands) {
        return commands.stream().map(this::sayOfItself).toList().stream()
                .map(Acts::await)
                .toList();
    }

    /**
     * Has something said for somebody, and waits until it is durable.
     *
     * @throws NotKnown if that takes longer than 30 s: whether it was said is not known then
     * @throws Busy if too many commands wait; and {@link DatabaseLost} or {@link NodeStopping}: nothing was said
     */
    public <R> Said<R> sayDurably(Command<R> command, Holder by) {
        return await(offer(command, by));
    }

    private <R> CompletableFuture<Said<R>> offer(Command<R> command, @Nullable Holder by) {
        var answer = new CompletableFuture<Said<R>>();
        if (!sequencer.offer(new Work.Local<>(command, by, answer))) throw new Busy();
        return answer;
    }

    private static <R> Said<R> await(CompletableFuture<Said<R>> said) {
        ReadingRoom.leave(); // who waits holds no place
        try {
            return said.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotKnown(e);
        } catch (TimeoutException e) {
            throw new NotKnown(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
        }
    }

    /**
     * Fails when another process has taken over the writing, or a partner holds more of this party's log than is stored here: this node must
     * stop, and its fault says so in a sentence.
     */
    public CompletableFuture<Void> fenced() {
        return sequencer.fenced();
    }

    /** How many batches have been committed since the node started: it changes when anything has. */
    public long commits() {
        lock.lock();
        try {
            return commits;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something was committed after {@code seen}, or {@code longest} has passed. @return the new count */
    public long awaitCommit(long seen, Duration longest) throws InterruptedException {
        var left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (commits == seen && left > 0) left = committed.awaitNanos(left);
            return commits;
        } finally {
            lock.unlock();
        }
    }

    private void announce() {
        lock.lock();
        try {
            commits++;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Derives once more, beside, what the acts come to, and compares; takes as long as reading all logs.
     *
     * @param read told how many entries have been read; what it throws ends it
     */
    public Recount recount(LongConsumer read) {
        return Recount.of(postgres, logs, duties, read);
    }

    /** An act with what this node knows of it; empty if there is no such entry here. */
    public Optional<ActView> find(ActId id) {
        if (logs.charter().place(id.party()).isEmpty()) return Optional.empty();
        ReadingRoom.enter();
        return logs.entry(id.party(), id.index()).map(entry -> view(id, entry));
    }

    private ActView view(ActId id, StoredEntry entry) {
        return new ActView(id, entry, read(id, entry), rejected(id), waitsFor(id), receipts(id));
    }

    /** What the bytes of a stored entry say; empty if this party does not have them or they are not an act. */
    public Optional<Act> read(ActId id, StoredEntry entry) {
        return ActText.read(id, entry, logs.self().party());
    }

    /** An act alone. */
    public Optional<Act> act(ActId id) {
        if (logs.charter().place(id.party()).isEmpty()) return Optional.empty();
        ReadingRoom.enter();
        return logs.entry(id.party(), id.index()).flatMap(entry -> read(id, entry));
    }

    /**
     * Whether an act stands below a checkpoint of its author up to which everything is stored. While a node catches up, what is further on may
     * take back what came before.
     */
    public boolean isSettled(ActId id) {
        var note = logs.state(id.party()).note();
        return note != null && Checkpoint.parse(note.text()).size() > id.index();
    }

    /**
     * Several acts, as many as one page may hold: no more than weigh 8 MiB together, of each party that is asked for its share, the shortest first,
     * and at least one. Those that have no room, are not here or cannot be read are left out. Who needs all of them, however long, asks for
     * {@link #parts}.
     */
    public Map<ActId, Act> acts(Collection<ActId> ids) {
        ReadingRoom.enter();
        return reading.acts(ids);
    }

    /**
     * All of several acts, handed on in parts that weigh no more than 8 MiB each or are of one act; those that are not here or cannot be read
     * are in none.
     *
     * @param part told of each; what it keeps of a part it bounds itself
     */
    public void parts(Collection<ActId> ids, Consumer<Map<ActId, Act>> part) {
        ReadingRoom.enter();
        reading.parts(ids, part);
    }

    /**
     * The newest acts of all logs that this node can read and that were said to anybody, newest first by the time their authors gave.
     *
     * @param cut the logs that may hold more below what was looked through
     */
    public record Latest(List<Act> acts, Set<PartyCode> cut) {
        public Latest {
            acts = List.copyOf(acts);
            cut = Set.copyOf(cut);
        }
    }

    /**
     * The newest of each log, so that a long one does not hide the others: no more of one than weigh its share of 8 MiB together, and at least
     * one.
     *
     * @param each acts of one log
     * @param known how far each log need not be looked through; of one that is not named, nothing
     * @param told what is passed over is not
     */
    public Latest latest(int each, Map<PartyCode, Long> known, Predicate<Act> told) {
        ReadingRoom.enter();
        return reading.latest(each, known, told);
    }

    private List<Receipt> receipts(ActId id) {
        if (!id.party().equals(logs.self().party())) return List.of();
        return logs.charter().places().stream()
                .filter(place -> !place.equals(logs.self()))
                .flatMap(place -> logs.delivered(place.party(), id.index()).stream())
                .toList();
    }

    private Optional<String> rejected(ActId id) {
        return jdbc.sql("select rule from acts.rejected where act = ?")
                .param(id.toString())
                .query(String.class)
                .optional();
    }

    private Optional<ActId> waitsFor(ActId id) {
        return jdbc.sql("select missing from acts.waiting where act = ?")
                .param(id.toString())
                .query(String.class)
                .optional()
                .map(ActId::parse);
    }

    /** Those of these acts that wait for others. */
    public Set<ActId> waiting(Collection<ActId> ids) {
        if (ids.isEmpty()) return Set.of();
        return Set.copyOf(jdbc.sql("select act from acts.waiting where act = any(?)")
                .param(ids.stream().map(ActId::toString).toArray(String[]::new))
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list());
    }

    /** Those of these acts that count for nothing: rejected, or waiting for others. */
    public Set<ActId> withoutEffect(Collection<ActId> ids) {
        if (ids.isEmpty()) return Set.of();
        var asked = ids.stream().map(ActId::toString).toArray(String[]::new);
        return Set.copyOf(jdbc.sql("select act from acts.rejected where act = any(?)"
                        + " union select act from acts.waiting where act = any(?)")
                .param(asked)
                .param(asked)
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list());
    }

    /** Acts that wait for others, those furthest on in their logs first; of each party at most {@code each}, so that none hides another's. */
    public List<ActId> waiting(int each) {
        return jdbc.sql(
                        "select act from (select act, idx, row_number() over (partition by party order by idx desc) as place"
                                + " from (select act, split_part(act, '/', 1) as party, split_part(act, '/', 2)::bigint as idx"
                                + " from acts.waiting) as one) as all_of where place <= ? order by idx desc, act")
                .param(each)
                .query((row, number) -> ActId.parse(row.getString("act")))
                .list();
    }

    /** Rejected acts with their rules, those furthest on in their logs first; of each party at most {@code each}, so that none hides another's. */
    public Map<ActId, String> rejected(int each) {
        var rejected = new LinkedHashMap<ActId, String>();
        jdbc.sql(
                        "select act, rule from (select act, rule, idx, row_number() over (partition by party order by idx desc) as place"
                                + " from (select *, split_part(act, '/', 1) as party, split_part(act, '/', 2)::bigint as idx"
                                + " from acts.rejected) as one) as all_of where place <= ? order by idx desc, act")
                .param(each)
                .query((row, number) -> rejected.put(ActId.parse(row.getString("act")), row.getString("rule")))
                .list();
        return rejected;
    }

    /** How many openings addressed to this party have not come from a partner. */
    public int missing(PartyCode party) {
        return sequencer.standing(party).missing();
    }

    /** How many acts wait for others. */
    public long waiting() {
        return jdbc.sql("select count(*) from acts.waiting").query(Long.class).single();
    }

    /** How following each partner goes. */
    public List<Partner> partners() {
        return followers.stream().map(Follower::status).toList();
    }

    /** The logs beneath: for proofs, checkpoints and what partners pull. */
    public Logs logs() {
        return logs;
    }

    public PartyCode self() {
        return logs.self().party();
    }

    @Override
    public void close() {
        followers.forEach(Follower::stop);
        threads.forEach(Thread::interrupt);
        peers.forEach(Peer::close);
        sequencer.close();
        lease.close();
        announce();
    }
}
