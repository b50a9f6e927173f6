package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.GT;
import static acorde.files.Post.HN;
import static acorde.files.Post.SV;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.acts.ActId;
import acorde.acts.ChunkPeer;
import acorde.trustlog.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guatemala fetches the files that Honduras's acts name from a Honduras that does as it is told. The acts come over the real wire. */
@Tag("database")
class FetcherTest {
    private static final int MIB = Attachment.CHUNK;
    private static final Room SMALL = new Room(
            3L * MIB, 4L * MIB, 1L << 30, 8, 2, 16, Duration.ofHours(2), Duration.ofDays(7), Duration.ofHours(24));

    @TempDir
    Path folder;

    private Post post;
    private Post.One gt;
    private Post.One hn;

    /** What a partner answers for a chunk, and in which order it was asked. */
    private static final class Giving implements ChunkPeer {
        final Map<String, byte[]> chunks = new HashMap<>();
        final List<String> asked = new ArrayList<>();
        int cutAfter = Integer.MAX_VALUE;
        Consumer<String> meanwhile = _ -> {};

        void give(ActId act, int file, byte[] bytes) {
            for (var at = 0; at * MIB < bytes.length; at++)
                chunks.put(
                        act.index() + "/" + file + "/" + at,
                        java.util.Arrays.copyOfRange(bytes, at * MIB, Math.min(bytes.length, (at + 1) * MIB)));
        }

        @Override
        public Optional<byte[]> chunk(long index, int file, int chunk) throws IOException {
            if (cutAfter-- <= 0) throw new IOException("cut");
            var place = index + "/" + file + "/" + chunk;
            asked.add(place);
            meanwhile.accept(place);
            return Optional.ofNullable(chunks.get(place));
        }

        @Override
        public void close() {}
    }

    private final Giving giving = new Giving();

    @BeforeEach
    void start() {
        post = new Post(folder);
        gt = post.start(GT, SMALL);
        hn = post.start(HN);
        gt.acts.follow(gt.transport());
    }

    @AfterEach
    void stop() {
        post.close();
    }

    private ActId said(Attachment... files) {
        var act = hn.send(List.of(files), GT);
        gt.until("the act", () -> gt.files.of(act).size() == files.length);
        return act;
    }

    private int round() throws IOException, InterruptedException {
        return round(_ -> true);
    }

    private int round(Predicate<ActId> mayCome) throws IOException, InterruptedException {
        return gt.files.fetcher(new Fetcher.From(HN, giving, mayCome)).round();
    }

    /** As the order to give up what names it does. */
    private void unname(ActId act) {
        gt.texts("delete from files.named where party = 'HN' and idx = " + act.index() + " returning name");
    }

    @Test
    void whatIsGivenUpWhileItComesIsGoneAndNothingOfItIsKeptBehindTheOrder() throws Exception {
        var bytes = Sample.pdf(2 * MIB + 7, 1);
        var act = said(Sample.named("a.pdf", bytes));
        giving.give(act, 0, bytes);
        giving.meanwhile = place -> {
            if (place.endsWith("/1")) unname(act);
        };
        assertEquals(0, round(), "it is asked for no more");
        for (var table : List.of("chunk", "given", "looked")) assertEquals(0, gt.count("files." + table), table);
        assertEquals(0, gt.number("select sum(bytes) from files.taken where party = 'HN'"));
        assertEquals(List.of("0/0/0", "0/0/1"), giving.asked);
    }

    @Test
    void whatMayNotBeHereIsNotAskedForNorMissedAndComesWhenItMay() throws Exception {
        var closed = said(
                Sample.named("a.txt", Sample.text("EJERCICIO A")), Sample.named("b.txt", Sample.text("EJERCICIO B")));
        var open = said(Sample.named("c.txt", Sample.text("EJERCICIO C")));
        giving.give(closed, 0, Sample.text("EJERCICIO A"));
        giving.give(closed, 1, Sample.text("EJERCICIO B"));
        giving.give(open, 0, Sample.text("EJERCICIO C"));
        assertEquals(0, round(act -> !act.equals(closed)), "nothing is lacking");
        assertEquals(List.of("1/0/0"), giving.asked);
        assertEquals(0, round());
        assertEquals(List.of("1/0/0", "0/0/0", "0/1/0"), giving.asked);
    }

    /** Else each commit would have all of it decided about again. */
    @Test
    void whatMayNotBeHereIsDecidedAboutAsItComesAndThenByTurnsHoweverMuchAPartnerNames() throws Exception {
        name(1, 3 * Fetcher.AGAIN);
        var decided = new ArrayList<ActId>();
        var fetcher = gt.files.fetcher(new Fetcher.From(HN, giving, act -> {
            decided.add(act);
            return act.index() == 5_000;
        }));
        fetcher.round();
        var all = List.copyOf(decided);
        assertEquals(3 * Fetcher.AGAIN, all.size());
        decided.clear();
        for (var turn = 1; turn <= 3; turn++) {
            fetcher.round();
            assertEquals(turn * Fetcher.AGAIN, decided.size());
        }
        assertEquals(all, decided, "each once more");
        assertEquals(List.of(), giving.asked);
        name(5_000, 5_000);
        fetcher.round();
        assertEquals(List.of("5000/0/0"), giving.asked, "what is new waits for no turn");
    }

    /** A file of each act, from one place to another, which Honduras does not give. */
    private void name(int from, int to) {
        gt.texts("insert into files.named select 'HN', k, 0, 'a.pdf', 'application/pdf', 1, sha256('x'), sha256('x')"
                + " from generate_series(%d, %d) k returning name".formatted(from, to));
    }

    @Test
    void whatMayNotStayIsSweptButForWhatAnActThatMayNamesAndComesAgainWhenItMay() throws Exception {
        var shared = Sample.pdf(MIB + 7, 1);
        var other = Sample.text("EJERCICIO");
        var first = said(Sample.named("a.pdf", shared), Sample.named("b.txt", other));
        var second = said(Sample.named("c.pdf", shared));
        giving.give(first, 0, shared);
        giving.give(first, 1, other);
        giving.give(second, 0, shared);
        assertEquals(0, round());
        assertEquals(1, gt.files.sweep(act -> !act.equals(first)));
        assertArrayEquals(shared, gt.bytes(second));
        assertEquals(Kept.State.COMING, gt.files.of(first).getLast().state());
        assertEquals(2, gt.files.sweep(_ -> false), "both name them, and neither may");
        for (var table : List.of("chunk", "given", "looked")) assertEquals(0, gt.count("files." + table), table);
        assertEquals(0, gt.number("select bytes from files.taken where party = 'HN'"));
        assertEquals(0, round());
        assertArrayEquals(shared, gt.bytes(first));
        assertEquals(0, gt.files.sweep(_ -> true));
    }

    @Test
    void whatMoreActsNameThanOneSweepAsksOfStaysIfOneMayAndElseGoesWithTheLast() {
        name(1, 2 * Files.ASKED + 1);
        gt.texts("insert into files.chunk values (sha256('x'), 'x') returning 'x'");
        gt.texts("insert into files.given values ('HN', sha256('x'), 1, now()) returning 'x'");
        gt.texts("insert into files.taken values ('HN', 1) returning 'x'");
        for (var turn = 0; turn < 2; turn++) assertEquals(0, gt.files.sweep(_ -> false), "more name it");
        assertEquals(0, gt.files.sweep(act -> act.index() == 1), "by now it may, whatever an earlier sweep found");
        for (var turn = 0; turn < 2; turn++) assertEquals(0, gt.files.sweep(_ -> false), "it is asked anew of all");
        assertEquals(1, gt.files.sweep(_ -> false));
        for (var table : List.of("chunk", "given")) assertEquals(0, gt.count("files." + table), table);
        assertEquals(0, gt.number("select bytes from files.taken where party = 'HN'"));
    }

    @Test
    void chunksThatAnotherActOfThatPartyNamesStay() throws Exception {
        var shared = Sample.pdf(MIB + 7, 1);
        var first = said(Sample.named("a.pdf", shared), Sample.named("b.txt", Sample.text("EJERCICIO")));
        var second = said(Sample.named("c.pdf", shared));
        giving.give(first, 0, shared);
        giving.give(first, 1, Sample.text("EJERCICIO"));
        giving.give(second, 0, shared);
        assertEquals(0, round());
        unname(first);
        assertEquals(2, gt.count("files.chunk"));
        assertEquals(shared.length, gt.number("select bytes from files.taken where party = 'HN'"));
        assertEquals(1, gt.count("files.looked"));
        assertArrayEquals(shared, gt.bytes(second));
        unname(second);
        assertEquals(0, gt.count("files.chunk"));
    }

    @Test
    void whatWasCutGoesOnWhereItWas() throws Exception {
        var bytes = Sample.pdf(2 * MIB + 7, 1);
        var act = said(Sample.named("a.pdf", bytes));
        giving.give(act, 0, bytes);
        assertEquals(Kept.State.COMING, gt.kept(act).state());
        giving.cutAfter = 2;
        assertEquals(1, round());
        assertEquals(2, gt.kept(act).here());
        assertEquals(Kept.State.COMING, gt.kept(act).state());
        giving.cutAfter = Integer.MAX_VALUE;
        assertEquals(0, round());
        assertEquals(List.of("0/0/0", "0/0/1", "0/0/2"), giving.asked);
        assertEquals(Kept.State.WHOLE, gt.kept(act).state());
        assertArrayEquals(bytes, gt.bytes(act));
        assertEquals(0, round());
        assertEquals(3, giving.asked.size(), "what is whole is asked for no more");
    }

    @Test
    void bytesThatAreNotWhatTheActNamesAreNotKeptAndHoldUpNoOtherFile() throws Exception {
        var good = Sample.pdf(100, 1);
        var act =
                said(Sample.named("a.pdf", good), Sample.named("b.pdf", good), Sample.named("c.pdf", Sample.pdf(9, 2)));
        giving.give(act, 0, Sample.pdf(100, 3));
        giving.give(act, 1, good);
        giving.give(act, 2, Sample.pdf(10, 2));
        assertEquals(2, round());
        assertEquals(1, gt.count("files.chunk"));
        assertEquals(Kept.State.WHOLE, gt.files.of(act).get(1).state());
        assertEquals(Kept.State.COMING, gt.files.of(act).get(2).state());
        assertEquals(0, gt.files.of(act).get(2).here());
    }

    @Test
    void aFileThatIsWithheldHoldsUpNothingAndIsAskedForAgain() throws Exception {
        var bytes = Sample.pdf(100, 1);
        var withheld = said(Sample.named("a.pdf", Sample.pdf(100, 9)));
        var other = said(Sample.named("b.pdf", bytes));
        giving.give(other, 0, bytes);
        assertEquals(1, round());
        assertEquals(Kept.State.WHOLE, gt.kept(other).state());
        assertEquals(1, round());
        assertEquals(Kept.State.COMING, gt.kept(withheld).state());
        gt.until(
                "the receipt is for acts, not for files",
                () -> gt.logs.state(HN).cosignedSize() == 2);
    }

    @Test
    void aPartnerThatFailsForFileAfterFileIsGivenARest() {
        said(
                Sample.named("a.pdf", Sample.pdf(9, 1)),
                Sample.named("b.pdf", Sample.pdf(9, 2)),
                Sample.named("c.pdf", Sample.pdf(9, 3)),
                Sample.named("d.pdf", Sample.pdf(9, 4)));
        giving.cutAfter = 0;
        assertThrows(IOException.class, this::round);
    }

    @Test
    void aFileWhoseChunksAreRightAndWhoseWholeIsNotIsNeverWhole() throws Exception {
        var bytes = Sample.pdf(MIB + 1, 1);
        var honest = Sample.named("a.pdf", bytes);
        var other = Hash.sha256(new byte[] {1});
        var program = Sample.text("MZ is no document");
        var act = said(
                new Attachment("a.pdf", FileType.PDF, MIB + 1, other, honest.chunks()),
                new Attachment(
                        "b.pdf", FileType.PDF, program.length, Hash.sha256(program), List.of(Hash.sha256(program))));
        giving.give(act, 0, bytes);
        giving.give(act, 1, program);
        assertEquals(0, round());
        for (var kept : gt.files.of(act)) assertEquals(Kept.State.NOT_AS_SAID, kept.state());
    }

    @Test
    void aPartnersFilesTakeUpTheirRoomAndNotAByteMore() throws Exception {
        var bytes = Sample.pdf(3 * MIB, 1);
        var more = Sample.text("one more");
        var act = said(Sample.named("a.pdf", bytes));
        var next = said(Sample.named("b.txt", more));
        giving.give(act, 0, bytes);
        giving.give(next, 0, more);
        assertEquals(0, round());
        assertEquals(Kept.State.WHOLE, gt.kept(act).state());
        assertEquals(Kept.State.NO_ROOM, gt.kept(next).state());
    }

    @Test
    void thatAnotherPartyGaveTheSameBytesHelpsNobodyToThemAndTellsNobody() throws Exception {
        var secret = Sample.pdf(100, 1);
        gt.send(List.of(gt.upload(ANA, "ours.pdf", secret)), SV);
        var act = said(Sample.named("guess.pdf", secret));
        assertEquals(Kept.State.COMING, gt.kept(act).state(), "Honduras names bytes it does not have");
        assertEquals(0, gt.kept(act).here());
        assertEquals(1, round());
        assertEquals(List.of("0/0/0"), giving.asked, "and is asked as if nobody here had them");
        giving.give(act, 0, secret);
        assertEquals(0, round());
        assertEquals(1, gt.count("files.chunk"), "stored once");
        assertEquals(2, gt.count("files.given"));
    }

    @Test
    void whatARejectedActNamesIsNotFetched() throws Exception {
        var act = said(Sample.named("a.pdf", Sample.pdf(9, 1)));
        assertEquals(1, round());
        try (var connection = gt.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("truncate files.named"); // as its duty does when it takes its verdict back
        }
        assertEquals(0, round());
        assertEquals(List.of(), gt.files.of(act));
    }
}
