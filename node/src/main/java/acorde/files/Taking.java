package acorde.files;

import acorde.trustlog.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One file being taken in from an officer, a chunk after the other. */
final class Taking {
    private final Fetcher.Store store;
    private final Clock clock;
    private final FileRows.Sending begun;
    private final FileType type;
    private final Instant end;

    Taking(Fetcher.Store store, Clock clock, FileRows.Sending begun, FileType type) { // where to, until when, what
        this.store = store;
        this.clock = clock;
        this.begun = begun;
        this.type = type;
        this.end = clock.instant().plus(store.room().sending());
    }

    /** @param earlier what came of it in earlier goes @return why it is refused; empty if it is not */
    Optional<Put.Why> take(List<Hash> earlier, InputStream content) {
        var look = new Look(type);
        var whole = Hashes.sha256();
        var size = (long) earlier.size() * Attachment.CHUNK;
        for (var hash : earlier) {
            var bytes = store.rows().chunk(begun.party(), hash).orElseThrow();
            if (!look.take(bytes)) return Optional.of(Put.Why.CONTENT);
            whole.update(bytes);
        }
        try {
            while (true) {
                var chunk = next(content);
                if (chunk.isEmpty()) return Optional.of(Put.Why.TOO_SLOW);
                var bytes = chunk.get();
                if (bytes.length == 0) break;
                size += bytes.length;
                if (size > Attachment.LIMIT) return Optional.of(Put.Why.TOO_LARGE);
                if (!look.take(bytes)) return Optional.of(Put.Why.CONTENT);
                if (!keep(bytes)) return Optional.of(Put.Why.NO_ROOM);
                whole.update(bytes);
            }
        } catch (IOException e) {
            return Optional.of(Put.Why.BROKE_OFF);
        }
        if (size == 0) return Optional.of(Put.Why.EMPTY);
        if (!look.end()) return Optional.of(Put.Why.CONTENT);
        store.rows().end(begun, Hash.of(whole.digest()), clock.instant());
        return Optional.empty();
    }

    private boolean keep(byte[] bytes) {
        store.naming().lock();
        try {
            return store.rows().append(begun, bytes, store.room().ofOfficer(), clock.instant());
        } finally {
            store.naming().unlock();
        }
    }

    /** The next chunk, without bytes at the end; empty if it takes too long. */
    private Optional<byte[]> next(InputStream content) throws IOException {
        var chunk = new byte[Attachment.CHUNK];
        var filled = 0;
        while (filled < chunk.length) {
            if (clock.instant().isAfter(end)) return Optional.empty();
            var read = content.read(chunk, filled, chunk.length - filled);
            if (read < 0) break;
            filled += read;
        }
        return Optional.of(filled == chunk.length ? chunk : Arrays.copyOf(chunk, filled));
    }
}
