package acorde.files;

import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.trustlog.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file being taken in from an officer, a chunk after the other. */
final class Taking {
    private final Fetcher.Store store;
    private final Clock clock;
    private final FileRows.Coming file;
    private final From from;
    private final Instant end;

    Taking(Fetcher.Store store, Clock clock, FileRows.Coming file, From from) {
        this.store = store;
        this.clock = clock;
        this.file = file;
        this.from = from;
        this.end = clock.instant().plus(store.room().sending());
    }

    /** Who sends it, and what they say of it. */
    record From(Officer sender, Announced said) {
        boolean isOther(@Nullable Hash whole) {
            return whole != null && said.sha256() != null && !whole.equals(said.sha256());
        }
    }

    /** What came of it. */
    sealed interface Took {}

    /** The file is whole. */
    record Whole() implements Took {}

    /** It ended before the announced end; what came of it is kept by whole chunks. */
    record Part(String key) implements Took {}

    record Refused(Put.Why why) implements Took {}

    /** @param content what is behind that which came in earlier goes */
    Took take(InputStream content) {
        try {
            return came(content);
        } catch (IOException e) {
            return new Refused(Put.Why.BROKE_OFF);
        }
    }

    private Took came(InputStream content) throws IOException {
        var begins = file.chunks().isEmpty();
        var whole = file.whole();
        var seen = new Seen();
        var chunks = new ArrayList<>(file.chunks());
        var size = file.size();
        while (true) {
            var next = next(content);
            if (next.isEmpty()) return new Refused(Put.Why.TOO_SLOW);
            var bytes = next.get();
            size += bytes.length;
            if (size == 0 && whole == null) return new Refused(Put.Why.EMPTY);
            if (size > Attachment.LIMIT) return new Refused(Put.Why.TOO_LARGE);
            var full = bytes.length == Attachment.CHUNK;
            var ends = whole == null ? !full : size == whole;
            if (whole != null && (size > whole || (ends && full && content.read() >= 0)))
                return new Refused(Put.Why.BEYOND);
            if (!ends && !full) return new Part(Objects.requireNonNull(file.key()));
            // Only now is read what came in earlier goes: with each of them again, a file in parts would be read as
            // often as it has parts.
            if (ends && !begins && !seen.again(chunks)) return new Refused(Put.Why.OTHER_PLACE);
            if (((begins || ends) && !seen.take(bytes)) || (ends && !seen.look.end()))
                return new Refused(Put.Why.CONTENT);
            var hash = ends ? seen.hash() : null;
            if (from.isOther(hash)) return new Refused(Put.Why.OTHER_HASH);
            var chunk = Hash.sha256(bytes);
            if (!keep(chunk, bytes, hash)) return new Refused(Put.Why.NO_ROOM);
            if (ends) return new Whole();
            chunks.add(chunk);
        }
    }

    /** What has been seen of the file, from its beginning. */
    private final class Seen {
        private final Look look = new Look(FileType.ofName(file.name()).orElseThrow());
        private final MessageDigest whole = Hashes.sha256();
        private boolean good = true;

        boolean take(byte[] bytes) {
            whole.update(bytes);
            good = good && (bytes.length == 0 || look.take(bytes));
            return good;
        }

        /** @return false if the database lost some of it: the file begins anew */
        boolean again(List<Hash> chunks) {
            for (var hash : chunks) {
                var bytes = store.rows().chunk(file.party(), hash);
                if (bytes.isEmpty()) return false;
                take(bytes.get());
            }
            return true;
        }

        Hash hash() {
            return Hash.of(whole.digest());
        }
    }

    private boolean keep(Hash chunk, byte[] bytes, @Nullable Hash whole) {
        store.naming().lock();
        try {
            var end = whole == null ? null : new FileRows.End(whole, sent(whole));
            return store.rows().append(file, new FileRows.Chunk(chunk, bytes), end, clock.instant());
        } finally {
            store.naming().unlock();
        }
    }

    /** Who sent which. */
    private JournalLine sent(Hash whole) {
        return JournalLine.of("file-sent", from.sender()).with("sha", whole.hex());
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
