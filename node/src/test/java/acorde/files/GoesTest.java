package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.HN;
import static acorde.files.Post.LUZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that programs send in several goes. */
@Tag("database")
class GoesTest {
    private static final int MIB = Attachment.CHUNK;
    private static final Room SMALL =
            new Room(3L * MIB, 5L * MIB, 3L * MIB, 2, 2, Duration.ofHours(2), Duration.ofHours(24));
    private static final Put CUT = new Put.Refused(Put.Why.BROKE_OFF);
    private static final Put OTHER_PLACE = new Put.Refused(Put.Why.OTHER_PLACE);

    private static Post post;
    private static Post.One hn;

    @BeforeAll
    static void start(@TempDir Path folder) {
        post = new Post(folder);
        hn = post.start(HN, SMALL);
    }

    @AfterAll
    static void stop() {
        post.close();
    }

    @AfterEach
    void whatStillLiesHereGoesInItsTime() {
        hn.watch.pass(Duration.ofHours(25));
        hn.files.sweep();
        assertNothingIsKept();
    }

    private static void assertNothingIsKept() {
        assertEquals(0, hn.count("files.chunk") + hn.count("files.given") + hn.count("files.upload"));
    }

    private static Put go(String key, int from, InputStream content) {
        return hn.files.put(ANA, "a.pdf", new Go(key, from), content);
    }

    /** Gives the bytes from one place to another and breaks off. */
    private static InputStream cut(byte[] bytes, int from, int until) {
        return new InputStream() {
            private int at = from;

            @Override
            public int read() throws IOException {
                if (at == until) throw new IOException("cut");
                return Byte.toUnsignedInt(bytes[at++]);
            }
        };
    }

    private static InputStream rest(byte[] bytes, int from) {
        return rest(bytes, from, _ -> {});
    }

    /** @param then what happens each time after so many bytes were read, or -1 at the end */
    private static InputStream rest(byte[] bytes, int from, IntConsumer then) {
        return new ByteArrayInputStream(bytes, from, bytes.length - from) {
            @Override
            public int read(byte[] target, int offset, int length) {
                var read = super.read(target, offset, length);
                then.accept(read);
                return read;
            }
        };
    }

    @Test
    void afterACutAProgramGoesOnBehindWhatCameByWholeChunks() {
        var bytes = Sample.pdf(2 * MIB + MIB / 2, 1);
        assertEquals(CUT, go("k-1", 0, cut(bytes, 0, MIB + 7)));
        var begun = hn.files.begun(ANA).getFirst();
        assertEquals("k-1 a.pdf " + MIB, begun.key() + " " + begun.name() + " " + begun.size());
        assertEquals(List.of(), hn.files.begun(LUZ));
        assertEquals(List.of(), hn.files.uploads(ANA), "it does not lie ready yet");
        for (var from : new int[] {0, MIB - 1, MIB + 7, 2 * MIB})
            assertEquals(OTHER_PLACE, go("k-1", from, rest(bytes, from)));
        assertEquals(OTHER_PLACE, hn.files.put(ANA, "b.pdf", new Go("k-1", MIB), rest(bytes, MIB)));
        assertEquals(CUT, go("k-1", MIB, cut(bytes, MIB, 2 * MIB + 1)));
        var ready = (Put.Ready) go("k-1", 2 * MIB, rest(bytes, 2 * MIB));
        assertEquals(Sample.named("a.pdf", bytes), ready.upload().file());
        assertEquals(List.of(), hn.files.begun(ANA));
        assertEquals(ready.upload(), hn.files.uploads(ANA).getFirst());
    }

    @Test
    void aGoThatArrivesWhenAllIsThereEndsTheFile() {
        var bytes = Sample.pdf(2 * MIB, 2);
        assertEquals(CUT, go("k", 0, cut(bytes, 0, 2 * MIB)));
        assertEquals(2 * MIB, hn.files.begun(ANA).getFirst().size());
        var ready = (Put.Ready) go("k", 2 * MIB, rest(bytes, 2 * MIB));
        assertEquals(Sample.named("a.pdf", bytes), ready.upload().file());
    }

    @Test
    void aShortChunkIsKeptWithTheEndOfItsFileOrNotAtAll() {
        var bytes = Sample.pdf(MIB + 5, 3);
        var late = rest(bytes, 0, read -> hn.watch.pass(read < 0 ? Duration.ofHours(3) : Duration.ZERO));
        var ready = (Put.Ready) go("k", 0, late);
        assertEquals(Sample.named("a.pdf", bytes), ready.upload().file(), "it had come, though its time was over then");
        assertEquals(List.of(), hn.files.begun(ANA));
        assertInstanceOf(Put.Ready.class, go("k", 0, rest(Sample.pdf(9, 4), 0)), "its key is free for another");
        assertEquals(CUT, go("l", 0, cut(bytes, 0, MIB + 5)));
        assertEquals(MIB, hn.files.begun(ANA).getFirst().size(), "whether more would have come nobody knows");
    }

    @Test
    void aGoHoldsItsFileNoLongerThanASendingMay() {
        var bytes = Sample.pdf(MIB + MIB / 2, 5);
        var slow = rest(bytes, 0, _ -> hn.watch.pass(Duration.ofMinutes(90)));
        assertEquals(new Put.Refused(Put.Why.TOO_SLOW), go("k", 0, slow));
        assertInstanceOf(Put.Ready.class, go("k", MIB, rest(bytes, MIB)), "the next go has its own time");
    }

    @Test
    void noSweepTakesAwayWhatAGoIsGoingOnWith() {
        var bytes = Sample.pdf(2 * MIB + 5, 6);
        assertEquals(CUT, go("k", 0, cut(bytes, 0, MIB + 1)));
        hn.watch.pass(Duration.ofHours(23));
        var swept = rest(bytes, MIB, _ -> {
            hn.watch.pass(Duration.ofMinutes(35));
            hn.files.sweep();
        });
        var ready = (Put.Ready) go("k", MIB, swept);
        assertEquals(Sample.named("a.pdf", bytes), ready.upload().file());
    }

    @Test
    void whatCameInEarlierGoesIsLookedAtCountedAndSweptLikeAnyOther() {
        var bytes = Sample.text("a".repeat(MIB) + "b\0");
        assertEquals(CUT, hn.files.put(ANA, "a.txt", new Go("k", 0), cut(bytes, 0, MIB + 1)));
        assertEquals(new Put.Refused(Put.Why.CONTENT), hn.files.put(ANA, "a.txt", new Go("k", MIB), rest(bytes, MIB)));
        assertNothingIsKept();
        assertEquals(CUT, go("k", 0, cut(bytes, 0, MIB - 1)));
        assertNothingIsKept();
        var pdf = Sample.pdf(2 * MIB, 7);
        assertEquals(CUT, go("k", 0, cut(pdf, 0, 2 * MIB)));
        var more = new ByteArrayInputStream(Sample.pdf(MIB + 1, 8));
        assertEquals(new Put.Refused(Put.Why.NO_ROOM), hn.files.put(ANA, "b.pdf", more), "of three MiB two are taken");
        hn.watch.pass(Duration.ofHours(25));
        hn.files.sweep();
        assertNothingIsKept();
        assertEquals(OTHER_PLACE, go("k", 2 * MIB, rest(pdf, 2 * MIB)), "it would be another file");
    }

    @Test
    void aFileOfWhichTheDatabaseLostAPartBeginsAnew() {
        var bytes = Sample.pdf(MIB + 5, 10);
        assertEquals(CUT, go("k", 0, cut(bytes, 0, MIB + 1)));
        assertEquals(List.of("HN"), hn.texts("with lost as (delete from files.chunk) select party from files.given"));
        assertEquals(OTHER_PLACE, go("k", MIB, rest(bytes, MIB)));
        assertEquals(List.of(), hn.files.begun(ANA));
        assertInstanceOf(Put.Ready.class, go("k", 0, rest(bytes, 0)));
    }

    @Test
    void aFileComesInOneGoAtATime() {
        var within = new InputStream() {
            private Put same = new Put.Refused(Put.Why.EMPTY);
            private Put other = same;

            @Override
            public int read() throws IOException {
                same = go("k", 0, rest(Sample.pdf(9, 9), 0));
                other = go("l", 0, rest(Sample.pdf(9, 9), 0));
                throw new IOException("cut");
            }
        };
        assertEquals(CUT, go("k", 0, within));
        assertEquals(new Put.Refused(Put.Why.TOO_MANY_AT_ONCE), within.same);
        assertInstanceOf(Put.Ready.class, within.other);
        for (var key : List.of("", "a/b", "a".repeat(65), "ñ"))
            assertThrows(IllegalArgumentException.class, () -> new Go(key, 0), key);
        assertThrows(IllegalArgumentException.class, () -> new Go("k", -1));
        new Go("a".repeat(64), Attachment.LIMIT);
    }
}
