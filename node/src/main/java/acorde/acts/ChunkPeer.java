package acorde.acts;

import acorde.trust.Place;
import acorde.trust.Transport;
import java.io.IOException;
import java.util.Optional;

/** A partner's node as whoever fetches files of its acts sees it. */
public interface ChunkPeer extends AutoCloseable {
    /** Bytes of a chunk: what a bad line carries in one go, and memory holds without thought. */
    int CHUNK_LIMIT = 1 << 20;

    /**
     * A chunk of a file that the act at {@code index} of its log names, both counted from 0, at most {@link #CHUNK_LIMIT} long; empty if the
     * partner does not give it.
     *
     * @throws IOException if it does not answer, or not as it should
     */
    Optional<byte[]> chunk(long index, int file, int chunk) throws IOException, InterruptedException;

    @Override
    void close();

    /** The node of that place, on connections of its own: a file that comes slowly holds up nothing of the log. */
    static ChunkPeer of(Place place, Transport transport) {
        return new HttpPeer(place.address(), transport.client(place.party()));
    }
}
