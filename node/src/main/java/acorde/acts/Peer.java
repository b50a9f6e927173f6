package acorde.acts;

import acorde.trustlog.TilePath;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A partner's node as a follower sees it: what it answers, and the ways it can fail. A {@link PartnerFault} says more than that it did. */
interface Peer extends AutoCloseable {
    /** The latest signed checkpoint, as soon as its log is larger than {@code after} or {@code wait} has passed; empty if it has none yet. */
    Optional<byte[]> checkpoint(long after, Duration wait) throws IOException, InterruptedException;

    /** A tile or an entry bundle. */
    byte[] tile(TilePath path) throws IOException, InterruptedException;

    /** The openings addressed to us among entries {@code from} (inclusive) to {@code to} (exclusive), which lie in one bundle. */
    void openings(long from, long to, Openings.Reader reader) throws IOException, InterruptedException;

    /**
     * Its cosigned checkpoint of the log of {@code origin}, as soon as it covers more than {@code after} or {@code wait} has passed; empty if
     * it has none yet.
     */
    Optional<byte[]> receipt(String origin, long after, Duration wait) throws IOException, InterruptedException;

    @Override
    void close();
}
