package acorde.files;

import acorde.trustlog.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file being taken in from an officer, a chunk after the other. */
final class Taking {
    private final Fetcher.Store store;
    private final Clock clock;
    private final FileRows.Coming file;
    private final Instant end;

    Taking(Fetcher.Store store, Clock clock, FileRows.Coming file) {
        this.store = store;
        this.clock = clock;
        this.file = file;
        this.end = clock.instant().plus(store.room().sending());
    }

    /** @param content what is behind that which came in earlier goes @return why it is refused; empty if it is not */
    Optional<Put.Why> take(InputStream content) {
        var look = new Look(FileType.ofName(file.name()).orElseThrow());
        var whole = Hashes.sha256();
        for (var hash : file.chunks()) {
            var bytes = store.rows().chunk(file.party(), hash);
            if (bytes.isEmpty()) return Optional.of(Put.Why.OTHER_PLACE); // the database lost it: the file begins anew
            if (!look.take(bytes.get())) return Optional.of(Put.Why.CONTENT);
            whole.update(bytes.get());
        }
        var size = file.size();
        try {
            while (true) {
                var next = next(content);
                if (next.isEmpty()) return Optional.of(Put.Why.TOO_SLOW);
                var bytes = next.get();
                size += bytes.length;
                if (size == 0) return Optional.of(Put.Why.EMPTY);
                if (size > Attachment.LIMIT) return Optional.of(Put.Why.TOO_LARGE);
                if (bytes.length > 0 && !look.take(bytes)) return Optional.of(Put.Why.CONTENT);
                whole.update(bytes);
                var ends = bytes.length < Attachment.CHUNK;
                if (ends && !look.end()) return Optional.of(Put.Why.CONTENT);
                if (!keep(bytes, ends ? Hash.of(whole.digest()) : null)) return Optional.of(Put.Why.NO_ROOM);
                if (ends) return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of(Put.Why.BROKE_OFF);
        }
    }

    private boolean keep(byte[] bytes, @Nullable Hash whole) {
        store.naming().lock();
        try {
            return store.rows().append(file, bytes, whole, clock.instant());
        } finally {
            store.naming().unlock();
        }
    }

    /** The next chunk, full but for the last, which may have no bytes; empty if it takes too long. */
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
