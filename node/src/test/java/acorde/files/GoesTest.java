package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.HN;
import static acorde.files.Post.LUZ;
import static acorde.files.Post.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final Room SMALL = new Room(
            3L * MIB, 5L * MIB, 3L * MIB, 2, 2, 2, Duration.ofHours(2), Duration.ofDays(7), Duration.ofHours(24));
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
        hn.files.sweep(_ -> true);
        assertNothingIsKept();
    }

    private static void assertNothingIsKept() {
        assertEquals(0, hn.count("files.chunk") + hn.count("files.given") + hn.count("files.upload"));
    }

    private static Put go(String key, int from, InputStream content) {
        return go("a.pdf", key, from, content);
    }

    private static Put go(String name, String key, int from, InputStream content) { // whose, which, what of it
        return assertInstanceOf(
                        Went.Ended.class,
                        hn.files.go(officer(ANA), Announced.as(name), new Go(key, from, null), content))
                .put();
    }

    /** One part of a file that is announced. */
    private static Went part(String key, long from, long whole, byte[] bytes) { // whose, which, what of it
        return hn.files.go(
                officer(ANA), Announced.as("a.pdf"), new Go(key, from, whole), new ByteArrayInputStream(bytes));
    }

    private static Went refused(Put.Why why) {
        return new Went.Ended(new Put.Refused(why));
    }

    private static byte[] range(byte[] bytes, int from, int until) {
        return Arrays.copyOfRange(bytes, from, until);
    }

    private static long here(Went went) {
        return assertInstanceOf(Went.Further.class, went).begun().size();
    }

    private static Attachment ready(Went went) {
        return assertInstanceOf(
                        Put.Ready.class,
                        assertInstanceOf(Went.Ended.class, went).put())
                .upload()
                .file();
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
        assertEquals(OTHER_PLACE, go("b.pdf", "k-1", MIB, rest(bytes, MIB)));
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
            hn.files.sweep(_ -> true);
        });
        var ready = (Put.Ready) go("k", MIB, swept);
        assertEquals(Sample.named("a.pdf", bytes), ready.upload().file());
    }

    @Test
    void whatCameInEarlierGoesIsLookedAtCountedAndSweptLikeAnyOther() {
        var bytes = Sample.text("a".repeat(MIB) + "b\0");
        assertEquals(CUT, go("a.txt", "k", 0, cut(bytes, 0, MIB + 1)));
        assertEquals(new Put.Refused(Put.Why.CONTENT), go("a.txt", "k", MIB, rest(bytes, MIB)));
        assertNothingIsKept();
        assertEquals(CUT, go("k", 0, cut(bytes, 0, MIB - 1)));
        assertNothingIsKept();
        var pdf = Sample.pdf(2 * MIB, 7);
        assertEquals(CUT, go("k", 0, cut(pdf, 0, 2 * MIB)));
        var more = new ByteArrayInputStream(Sample.pdf(MIB + 1, 8));
        assertEquals(
                new Put.Refused(Put.Why.NO_ROOM),
                hn.files.put(officer(ANA), Announced.as("b.pdf"), more),
                "of three MiB two are taken");
        hn.watch.pass(Duration.ofHours(25));
        hn.files.sweep(_ -> true);
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
            assertThrows(IllegalArgumentException.class, () -> new Go(key, 0, null), key);
        assertThrows(IllegalArgumentException.class, () -> new Go("k", -1, null));
        new Go("a".repeat(64), Attachment.LIMIT, null);
    }

    @Test
    void aFileThatIsAnnouncedComesInPartsOfAnyLengthAndItsHashIsThatOfTheWhole() {
        var bytes = Sample.pdf(3 * MIB, 11);
        var whole = (long) bytes.length;
        assertEquals(0, here(part("k", 0, whole, range(bytes, 0, MIB / 2))), "less than a MiB is not kept");
        assertEquals(MIB, here(part("k", 0, whole, range(bytes, 0, MIB + 9))), "nor what is behind the last MiB");
        assertEquals(MIB, hn.files.begun(ANA).getFirst().size());
        assertEquals(whole, hn.files.begun(ANA).getFirst().whole());
        assertEquals(MIB, here(hn.files.sent(ANA, "k").orElseThrow()));
        assertEquals(Optional.empty(), hn.files.sent(LUZ, "k"));
        assertEquals(2 * MIB, here(part("k", MIB, whole, range(bytes, MIB, 2 * MIB))));
        assertEquals(Sample.named("a.pdf", bytes), ready(part("k", 2 * MIB, whole, range(bytes, 2 * MIB, 3 * MIB))));
        assertEquals(List.of(), hn.files.begun(ANA));
        assertEquals(Sample.named("a.pdf", bytes), ready(hn.files.sent(ANA, "k").orElseThrow()), "the answer was lost");
    }

    /** Two files of one name and length may have one key: by name and length alone halves of both would be joined. */
    @Test
    void whoGoesOnSeesOfWhichBytesWhatIsHereIsMiBByMiB() {
        var bytes = Sample.pdf(2 * MIB + 5, 16);
        var begun = assertInstanceOf(Went.Further.class, part("k", 0, bytes.length, range(bytes, 0, 2 * MIB)))
                .begun();
        assertEquals(Sample.named("a.pdf", bytes).chunks().subList(0, 2), begun.chunks());
        assertEquals(List.of(begun), hn.files.begun(ANA));
    }

    @Test
    void aFileThatIsNotTheOneThatWasAnnouncedIsNotKept() {
        var bytes = Sample.pdf(MIB + 5, 17);
        var said = new Announced("a.pdf", Sample.named("a.pdf", bytes).sha256());
        assertEquals(MIB, here(part("k", 0, bytes.length, range(Sample.pdf(MIB + 5, 18), 0, MIB))));
        var rest = new ByteArrayInputStream(range(bytes, MIB, MIB + 5));
        assertEquals(
                refused(Put.Why.OTHER_HASH),
                hn.files.go(officer(ANA), said, new Go("k", MIB, (long) bytes.length), rest));
        assertNothingIsKept();
        assertInstanceOf(Put.Ready.class, hn.files.put(officer(ANA), said, new ByteArrayInputStream(bytes)));
    }

    @Test
    void aPartThatGoesBeyondWhatWasAnnouncedOrBeginsElsewhereIsRefusedAndWhatCameBeforeStays() {
        var bytes = Sample.pdf(2 * MIB, 12);
        assertEquals(MIB, here(part("k", 0, MIB + 5, range(bytes, 0, MIB))));
        assertEquals(refused(Put.Why.BEYOND), part("k", MIB, MIB + 5, range(bytes, MIB, MIB + 6)));
        assertEquals(refused(Put.Why.BEYOND), part("k", MIB + 5, MIB + 5, new byte[0]));
        for (var other : List.of(part("k", 0, MIB + 5, bytes), part("k", MIB, MIB + 6, bytes), part("l", 5, 9, bytes)))
            assertEquals(refused(Put.Why.OTHER_PLACE), other);
        assertEquals(OTHER_PLACE, go("k", MIB, rest(bytes, MIB)), "it was announced");
        assertEquals(
                Sample.named("a.pdf", range(bytes, 0, MIB + 5)),
                ready(part("k", MIB, MIB + 5, range(bytes, MIB, MIB + 5))));
        assertEquals(refused(Put.Why.BEYOND), part("m", 0, MIB, bytes), "also where a chunk ends");
        assertEquals(refused(Put.Why.EMPTY), part("m", 0, 0, bytes));
        assertEquals(refused(Put.Why.TOO_LARGE), part("m", 0, Attachment.LIMIT + 1, bytes));
    }

    @Test
    void whatIsAnnouncedHasItsRoomFromTheBeginningAndSoManyMayBeOnTheirWay() {
        var bytes = Sample.pdf(2 * MIB + 5, 13);
        assertEquals(MIB, here(part("k", 0, bytes.length, range(bytes, 0, MIB))));
        assertEquals(refused(Put.Why.NO_ROOM), part("l", 0, MIB, bytes), "it would take what the first will need");
        assertEquals(0, here(part("l", 0, MIB - 5, new byte[0])), "to the last byte");
        assertEquals(refused(Put.Why.TOO_MANY_BEGUN), part("m", 0, 1, bytes));
        assertEquals(new Put.Refused(Put.Why.TOO_MANY_BEGUN), go("m", 0, rest(bytes, 0)));
        assertTrue(hn.files.drop(ANA, "l"));
        assertFalse(hn.files.drop(ANA, "l") || hn.files.drop(LUZ, "k"));
        assertEquals(
                Sample.named("a.pdf", bytes), ready(part("k", MIB, bytes.length, range(bytes, MIB, bytes.length))));
        assertFalse(hn.files.drop(ANA, "k"), "it is on its way no more");
    }

    @Test
    void aFileIsOnItsWayForAWeekAtMostHoweverOftenAPartComes() {
        var bytes = Sample.pdf(2 * MIB, 14);
        assertEquals(MIB, here(part("k", 0, bytes.length, range(bytes, 0, MIB))));
        for (var day = 0; day < 7; day++) {
            hn.watch.pass(Duration.ofHours(23));
            hn.files.sweep(_ -> true);
            assertEquals(MIB, here(part("k", MIB, bytes.length, new byte[0])));
        }
        hn.watch.pass(Duration.ofHours(8));
        assertEquals(refused(Put.Why.OTHER_PLACE), part("k", MIB, bytes.length, range(bytes, MIB, 2 * MIB)));
        assertNothingIsKept();
    }

    @Test
    void whatWasLetGoOfWhileAPartCameIsNotKept() {
        var bytes = Sample.pdf(2 * MIB, 15);
        var dropped = rest(bytes, 0, read -> hn.files.drop(ANA, "k"));
        assertEquals(
                refused(Put.Why.NO_ROOM),
                hn.files.go(officer(ANA), Announced.as("a.pdf"), new Go("k", 0, (long) bytes.length), dropped));
        assertNothingIsKept();
    }
}
