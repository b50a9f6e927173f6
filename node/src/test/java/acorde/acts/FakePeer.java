package acorde.acts;

import acorde.trust.PaperLog;
import acorde.trust.PartyCode;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A partner's node that serves a log on paper, and fails as it is told to. It holds a question for news until there is some, or until
 * {@link #stir}.
 */
final class FakePeer implements Peer {
    private final PartyCode reader;
    private PaperLog log;
    private Optional<SignedNote> shown;
    private int requests;
    private int cutAt;
    private Cut cut = Cut.BEFORE;
    private boolean silent;
    private UnaryOperator<byte[]> page = UnaryOperator.identity();
    private Function<TilePath, Optional<byte[]>> tiles = path -> Optional.empty();
    private Optional<SignedNote> receipt = Optional.empty();
    private final Set<Long> withheld = new HashSet<>();
    private int openings;
    private boolean stirred;
    private boolean impatient;
    private boolean closed;

    /** How a request is cut. */
    enum Cut {
        /** No answer comes. */
        BEFORE,
        /** The answer breaks off half-way, and says so. */
        HALFWAY,
        /** Half of the answer comes and looks like all of it. */
        TRUNCATED
    }

    FakePeer(PaperLog log, PartyCode reader) {
        this.log = log;
        this.reader = reader;
        this.shown = Optional.of(log.checkpoint());
    }

    /** Shows what the log has come to. */
    synchronized void show() {
        show(log.checkpoint());
    }

    synchronized void show(SignedNote note) {
        shown = Optional.of(note);
        stir();
    }

    /** From now on serves another log. */
    synchronized void serve(PaperLog other) {
        log = other;
        show();
    }

    /** Answers whoever waits with what there is. */
    synchronized void stir() {
        stirred = true;
        notifyAll();
    }

    /** From now on answers every question at once, whether it has news or not. */
    synchronized void impatient() {
        impatient = true;
        stir();
    }

    /** Does not answer at all, or does again. */
    synchronized FakePeer silent(boolean silent) {
        this.silent = silent;
        stir();
        return this;
    }

    /** Shows no checkpoint, as a log without one. */
    synchronized void showNothing() {
        shown = Optional.empty();
        stir();
    }

    /** Fails at the request of this number, counted from 1, once. */
    synchronized FakePeer cutAt(int request, Cut how) {
        cutAt = request;
        cut = how;
        return this;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int requestsForOpenings() {
        return openings;
    }

    /** Gives no opening for this entry, or gives it again. */
    synchronized FakePeer withhold(long index, boolean withhold) {
        if (withhold) withheld.add(index);
        else withheld.remove(index);
        return this;
    }

    /** Changes every page of openings on its way. */
    synchronized FakePeer openings(UnaryOperator<byte[]> change) {
        page = change;
        return this;
    }

    /** Gives these tiles in place of its own. */
    synchronized FakePeer tiles(Function<TilePath, Optional<byte[]>> instead) {
        tiles = instead;
        return this;
    }

    synchronized void receipt(SignedNote note) {
        receipt = Optional.of(note);
        notifyAll();
    }

    @Override
    public synchronized Optional<byte[]> checkpoint(long after, Duration wait)
            throws IOException, InterruptedException {
        while (!closed && !impatient && !stirred && shown.isPresent() && sizeOf(shown.get()) == after) wait();
        stirred = false;
        if (shown.isEmpty()) {
            request(new byte[0]);
            return Optional.empty();
        }
        return Optional.of(request(shown.get().bytes()));
    }

    static long sizeOf(SignedNote note) {
        return Long.parseLong(note.text().split("\n", -1)[1]);
    }

    @Override
    public synchronized byte[] tile(TilePath path) throws IOException {
        var other = tiles.apply(path);
        var tile = other.isPresent() ? other : log.tile(path);
        return request(tile.orElseThrow(() -> PartnerFault.unreadable("the partner answered with status 404")));
    }

    @Override
    public void openings(long from, long to, Openings.Reader opening) throws IOException {
        byte[] bytes;
        synchronized (this) {
            openings++;
            bytes = page(from, to);
            if (++requests == cutAt && cut != Cut.BEFORE) {
                // A page that breaks off gives what came before.
                Openings.read(new ByteArrayInputStream(bytes, 0, bytes.length / 2), opening);
                if (cut == Cut.HALFWAY) throw new IOException("cut");
                return;
            }
            if (requests == cutAt || silent) throw new IOException("cut");
        }
        Openings.read(new ByteArrayInputStream(bytes), opening);
    }

    private byte[] page(long from, long to) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            var size = 0;
            for (var index = from; index < Math.min(to, log.size()); index++) {
                if (!log.isFor(reader, index) || withheld.contains(index)) continue;
                if (size > 0 && size + log.act(index).length > Openings.PAGE_BYTES) break;
                write(out, index, log.salt(index), log.act(index));
                size += log.act(index).length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.apply(bytes.toByteArray());
    }

    static void write(DataOutputStream out, long index, byte[] salt, byte[] act) throws IOException {
        out.writeLong(index);
        out.write(salt);
        out.writeInt(act.length);
        out.write(act);
    }

    @Override
    public synchronized Optional<byte[]> receipt(String origin, long after, Duration wait)
            throws IOException, InterruptedException {
        while (!closed && (receipt.isEmpty() || sizeOf(receipt.get()) == after)) wait();
        return receipt.map(SignedNote::bytes);
    }

    private byte[] request(byte[] answer) throws IOException {
        if (silent) throw new IOException("silence");
        if (++requests != cutAt) return answer;
        if (cut == Cut.TRUNCATED) return Arrays.copyOf(answer, answer.length / 2);
        throw new IOException("cut");
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
