package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.GT;
import static acorde.files.Post.HN;
import static acorde.files.Post.LUZ;
import static acorde.files.Post.SV;
import static acorde.files.Post.officer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** What officers send in, what is given out, and what goes again. */
@Tag("database")
class FilesTest {
    private static final int MIB = Attachment.CHUNK;
    private static final Room SMALL = new Room(
            3L * MIB, 5L * MIB, 3L * MIB, 1, 1, 16, Duration.ofHours(2), Duration.ofDays(7), Duration.ofHours(24));

    @TempDir
    Path folder;

    private Post post;
    private Post.One hn;

    @BeforeEach
    void start() {
        post = new Post(folder);
        hn = post.start(HN, SMALL);
    }

    @AfterEach
    void stop() {
        post.close();
    }

    private Put.Why refused(String name, byte[] bytes) {
        return refused(name, new ByteArrayInputStream(bytes));
    }

    private Put.Why refused(String name, InputStream content) {
        return switch (hn.files.put(officer(ANA), Announced.as(name), content)) {
            case Put.Ready ready -> throw new AssertionError("taken: " + ready);
            case Put.Refused(var why) -> why;
        };
    }

    @Test
    void aFileThatIsTakenLiesReadyForItsOfficerAloneAndComesOutAsItWentIn() {
        var bytes = Sample.pdf(MIB + 5, 1);
        var file = hn.upload(ANA, "C:\\notas\\acta.pdf", bytes);
        assertEquals(Sample.named("acta.pdf", bytes), file);
        var ready = hn.files.uploads(ANA).getFirst();
        assertEquals(file, ready.file());
        assertEquals(List.of(), hn.files.uploads(LUZ));
        assertEquals(Optional.empty(), hn.files.choose(LUZ, ready.id()));
        assertFalse(hn.files.drop(LUZ, ready.id()));
        assertEquals(Optional.of(file), hn.files.choose(ANA, ready.id()));
        var act = hn.send(List.of(file), GT);
        assertEquals(Kept.State.WHOLE, hn.kept(act).state());
        assertArrayEquals(bytes, hn.bytes(act));
    }

    /** Who sent what is told in the transaction that makes it whole. */
    @Test
    void aFileIsThereOnlyTogetherWithWhoSentIt() {
        var told = new ArrayList<String>();
        hn.records = (_, lines) -> lines.forEach(line -> told.add(new String(line, StandardCharsets.UTF_8)));
        var file = hn.upload(ANA, "a.pdf", Sample.pdf(MIB + 5, 1));
        assertEquals(1, told.size(), told.toString());
        for (var part : List.of("file-sent", "\"person\":1", file.sha256().hex()))
            assertTrue(told.getFirst().contains(part), told.toString());
        hn.records = (trip, _) -> trip.insist("select 1 / 0", (_, first) -> first);
        assertThrows(DataAccessException.class, () -> hn.upload(ANA, "b.pdf", Sample.pdf(MIB + 5, 2)));
        assertEquals(1, hn.count("files.upload"));
        assertEquals(file, hn.files.uploads(ANA).getFirst().file());
    }

    @Test
    void aFileThatIsNotTakenLeavesNothingBehind() {
        assertEquals(Put.Why.NAME, refused("..", Sample.pdf(10, 1)));
        assertEquals(Put.Why.TYPE, refused("a.exe", Sample.pdf(10, 1)));
        assertEquals(Put.Why.TYPE, refused("a.svg", Sample.text("<svg/>")));
        assertEquals(Put.Why.TYPE, refused("a.html", Sample.text("<p>")));
        assertEquals(Put.Why.CONTENT, refused("a.pdf", Sample.text("MZ")));
        assertEquals(Put.Why.CONTENT, refused("a.txt", Sample.text("<script>")));
        assertEquals(Put.Why.EMPTY, refused("a.pdf", new byte[0]));
        var late = Sample.text("a".repeat(MIB) + "\0");
        assertEquals(Put.Why.CONTENT, refused("a.txt", late));
        assertEquals(List.of(), hn.files.uploads(ANA));
        assertEquals(0, hn.count("files.chunk") + hn.count("files.given"), "nor the good chunk before the bad one");
    }

    @Test
    void aSenderThatBreaksOffOrTakesTooLongIsRefused() {
        var breaking = new InputStream() {
            private int left = MIB + 100;

            @Override
            public int read() throws IOException {
                if (left == 0) throw new IOException("cut");
                left--;
                return "%PDF-1.7 ".charAt(Math.min(8, MIB + 99 - left));
            }
        };
        assertEquals(Put.Why.BROKE_OFF, refused("a.pdf", breaking));
        var slow = new InputStream() {
            @Override
            public int read() {
                hn.watch.pass(Duration.ofMinutes(1));
                return ' ';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertEquals(Put.Why.TOO_SLOW, refused("a.txt", slow));
        assertEquals(0, hn.count("files.chunk") + hn.count("files.upload"));
    }

    @Test
    void anOfficerHasRoomUpToTheLimitAndNotAByteMore() {
        var first = hn.upload(ANA, "a.pdf", Sample.pdf(2 * MIB, 1));
        assertEquals(Put.Why.NO_ROOM, refused("b.pdf", Sample.pdf(MIB + 1, 2)));
        hn.upload(ANA, "b.pdf", Sample.pdf(MIB, 3));
        assertEquals(Put.Why.NO_ROOM, refused("c.txt", Sample.text("a")));
        hn.upload(LUZ, "d.txt", Sample.text("another officer has their own room"));
        var ready = hn.files.uploads(ANA).stream()
                .filter(one -> one.file().equals(first))
                .findFirst()
                .orElseThrow();
        assertTrue(hn.files.drop(ANA, ready.id()));
        hn.upload(ANA, "c.txt", Sample.text("a"));
    }

    @Test
    void aRowThatCannotBeShownHidesNoOther() {
        var good = hn.upload(ANA, "good.txt", Sample.text("good"));
        for (var spoilt : List.of("type = 'text/html'", "size = size + " + MIB, "name = '..'")) {
            hn.upload(ANA, "spoilt.txt", Sample.text(spoilt));
            execute("update files.upload set " + spoilt + " where name = 'spoilt.txt'");
            assertEquals(
                    List.of(good),
                    hn.files.uploads(ANA).stream().map(Upload::file).toList(),
                    spoilt);
            execute("update files.upload set name = 'seen.txt' where name = 'spoilt.txt'");
        }
    }

    @Test
    void onlySoManyAreTakenAtOnce() {
        var within = new InputStream() {
            private Put.Why why = Put.Why.EMPTY;

            @Override
            public int read() {
                why = refused("b.txt", Sample.text("b"));
                return -1;
            }
        };
        refused("a.txt", within);
        assertEquals(Put.Why.TOO_MANY_AT_ONCE, within.why);
        hn.upload(ANA, "b.txt", Sample.text("b"));
    }

    @Test
    void aChunkIsStoredOnceAndGoesWhenNothingNamesIt() {
        var shared = Sample.pdf(MIB, 1);
        var longer = java.util.Arrays.copyOf(shared, MIB + 3);
        hn.upload(ANA, "a.pdf", shared);
        hn.upload(LUZ, "b.pdf", longer);
        assertEquals(2, hn.count("files.chunk"));
        hn.files.drop(ANA, hn.files.uploads(ANA).getFirst().id());
        assertEquals(2, hn.count("files.chunk"), "the other file names it still");
        hn.files.drop(LUZ, hn.files.uploads(LUZ).getFirst().id());
        assertEquals(0, hn.count("files.chunk") + hn.count("files.given"));
    }

    @Test
    void whatNoActNamesGoesAfterItsTimeAndWhatOneNamesStays() {
        var named = hn.upload(ANA, "a.pdf", Sample.pdf(10, 1));
        hn.upload(ANA, "b.pdf", Sample.pdf(10, 2));
        var act = hn.send(List.of(named), GT);
        hn.watch.pass(Duration.ofHours(23));
        assertEquals(0, hn.files.sweep(_ -> true));
        hn.watch.pass(Duration.ofHours(2));
        assertEquals(1, hn.files.sweep(_ -> true));
        assertEquals(List.of(), hn.files.uploads(ANA));
        assertTrue(hn.isWhole(act));
    }

    @Test
    void whatIsKeptIsCountedAsItComesAndGoes() {
        var named = hn.upload(ANA, "a.pdf", Sample.pdf(MIB + 3, 1));
        hn.upload(LUZ, "b.pdf", Sample.pdf(MIB + 3, 1));
        hn.upload(ANA, "c.pdf", Sample.pdf(10, 2));
        hn.upload(ANA, "d.pdf", Sample.pdf(20, 3));
        assertEquals(MIB + 3 + 30, taken());
        hn.files.drop(ANA, hn.files.uploads(ANA).getFirst().id());
        assertEquals(MIB + 3 + 10, taken());
        hn.send(List.of(named), GT);
        hn.watch.pass(Duration.ofHours(25));
        hn.files.sweep(_ -> true);
        assertEquals(MIB + 3, taken());
    }

    private long taken() {
        var sum = hn.number("select coalesce(sum(size), 0) from files.given");
        assertEquals(sum, hn.number("select bytes from files.taken where party = 'HN'"));
        return sum;
    }

    @Test
    void whatNothingNamesIsSweptInPartsSoThatARecallWaitsForNoMoreThanOne() {
        execute("insert into files.chunk select sha256(k::text::bytea), 'x' from generate_series(1, 600) k");
        execute("insert into files.given select 'HN', sha256(k::text::bytea), 1, now() from generate_series(1, 600) k");
        execute("insert into files.taken values ('HN', 600)");
        execute("create table parts (part xid8)");
        execute("create function part() returns trigger language plpgsql as"
                + " $$ begin insert into parts values (pg_current_xact_id()); return null; end $$");
        execute("create trigger part after delete on files.given for each row execute function part()");
        assertEquals(600, hn.files.sweep(_ -> true));
        assertEquals(0, hn.count("files.chunk") + hn.count("files.given"));
        assertEquals(0, hn.number("select bytes from files.taken where party = 'HN'"));
        assertEquals(
                List.of("88", "256", "256"),
                hn.texts("select count(*)::text from parts group by part order by count(*)"));
    }

    @Test
    void aSweepThatFindsNothingHoldsUpNoRecallAndWaitsForNone() throws SQLException {
        var act = hn.send(List.of(hn.upload(ANA, "a.pdf", Sample.pdf(10, 1))), GT);
        try (var recall = hn.postgres.open();
                var statement = recall.createStatement()) {
            recall.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('acorde files', 0))");
            assertEquals(0, hn.files.sweep(_ -> true));
        }
        assertTrue(hn.isWhole(act));
    }

    @Test
    void toLetAFileGoOnlyTheFilesThatNameItsChunksAreLookedAt() {
        execute(
                "insert into files.named select 'HN', k, 0, 'a.pdf', 'application/pdf', 1, '', (select string_agg("
                        + " sha256((k || '/' || n)::bytea), '') from generate_series(1, 20) n) from generate_series(1, 5000) k");
        execute("vacuum analyze files.named");
        var plan = unnamed("explain", "sha256('7/7'::bytea)");
        assertTrue(plan.contains("Index Scan on named_chunk"), plan);
        assertTrue(plan.contains("hashed SubPlan"), plan);
    }

    private String unnamed(String explain, String chunks) {
        var values = List.of("'HN'", chunks, "'HN'", "'{1}'::bigint[]", "'HN'").iterator();
        var statement =
                java.util.regex.Pattern.compile("\\?").matcher(FileRows.UNNAMED).replaceAll(_ -> values.next());
        return String.join("\n", hn.texts(explain + " select from files.given" + statement));
    }

    /** A sweep holds up all writing while it looks; a recall does so, too. */
    @Test
    void howeverManyActsNameAFileNoMoreThanOneOtherIsReadForEachOfItsChunks() {
        var chunks = "(select string_agg(sha256(n::text::bytea), '') from generate_series(1, 20) n)";
        execute("insert into files.named select 'HN', k, 0, 'a.pdf', 'application/pdf', 1, '', c from"
                + chunks.replace(") n)", ") n) as all_of (c), generate_series(1, 2000) k"));
        execute("insert into files.given select 'HN', sha256(n::text::bytea), 1, now() from generate_series(1, 20) n");
        execute("vacuum analyze files.named, files.given");
        var plan = unnamed("explain (analyze, costs off, timing off)", chunks);
        var read = plan.lines()
                .filter(line -> line.contains(" on named n"))
                .map(java.util.regex.Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)")::matcher)
                .filter(java.util.regex.Matcher::find)
                .mapToDouble(each -> Double.parseDouble(each.group(1)) * Double.parseDouble(each.group(2)))
                .sum();
        assertEquals(20, read, plan);
    }

    @Test
    void theNumberOfAFileTellsNothingOfHowManyThereAre() {
        hn.upload(ANA, "a.txt", Sample.text("a"));
        var first = hn.files.uploads(ANA).getFirst().id();
        hn.upload(LUZ, "b.txt", Sample.text("b"));
        var second = hn.files.uploads(LUZ).getFirst().id();
        assertNotEquals(first + 1, second);
    }

    @Test
    void aPartnerIsGivenTheChunksOfWhatIsAddressedToItAndElseTheSameNothing() {
        var forBoth = hn.upload(ANA, "a.pdf", Sample.pdf(100, 1));
        var forSv = hn.upload(ANA, "b.pdf", Sample.pdf(100, 2));
        hn.upload(ANA, "c.pdf", Sample.pdf(100, 3));
        var first = hn.send(List.of(forBoth), GT, SV);
        var second = hn.send(List.of(forSv, forBoth), SV);
        assertArrayEquals(
                Sample.pdf(100, 1),
                hn.files.chunkFor(GT, new Named(first, 0), 0).orElseThrow());
        assertArrayEquals(
                Sample.pdf(100, 2),
                hn.files.chunkFor(SV, new Named(second, 0), 0).orElseThrow());
        assertEquals(Optional.empty(), hn.files.chunkFor(GT, new Named(second, 0), 0), "not addressed to it");
        assertEquals(
                Optional.empty(),
                hn.files.chunkFor(GT, new Named(second, 1), 0),
                "though another act gives it the same bytes");
        assertEquals(Optional.empty(), hn.files.chunkFor(SV, new Named(first, 1), 0));
        assertEquals(Optional.empty(), hn.files.chunkFor(SV, new Named(first, 0), 1));
        assertEquals(Optional.empty(), hn.files.chunkFor(SV, new Named(new ActId(HN, 99), 0), 0), "no such act");
        assertEquals(Optional.empty(), hn.files.chunkFor(SV, new Named(new ActId(SV, 0), 0), 0));
    }

    @Test
    void whatAPartnerWasGivenUnderOneActIsToldAtThatActAlone() {
        var bytes = Sample.text("a".repeat(2 * MIB));
        var first = hn.send(List.of(hn.upload(ANA, "a.txt", bytes)), GT, SV);
        var second = hn.send(List.of(hn.upload(LUZ, "b.txt", bytes)), GT);
        give(first, GT);
        assertEquals(
                List.of("GT 2", "SV 0"),
                hn.kept(first).handed().stream()
                        .map(one -> one.party() + " " + one.chunks())
                        .toList(),
                "two chunks of the same bytes, given once");
        assertEquals(List.of(new Handed(GT, 0, null)), hn.kept(second).handed());
        var at = hn.kept(first).handed().getFirst().at();
        hn.watch.pass(Duration.ofHours(1));
        give(second, GT);
        assertEquals(at, hn.kept(first).handed().getFirst().at());
        assertNotEquals(at, hn.kept(second).handed().getFirst().at(), "each at its own time");
    }

    /** As the order to give up what names it does. */
    private void unname(ActId act) {
        execute("delete from files.named where party = 'HN' and idx = " + act.index());
    }

    @Test
    void whoWasGivenAFileIsForgottenWithItWhenItIsGivenUpAndNotedNoMore() {
        var bytes = Sample.text("a".repeat(MIB + 1));
        var first = hn.send(List.of(hn.upload(ANA, "a.txt", bytes)), GT);
        var second = hn.send(List.of(hn.upload(ANA, "b.txt", bytes)), GT);
        give(first, GT);
        give(second, GT);
        var chunk = hn.files.chunkFor(GT, new Named(first, 0), 0).orElseThrow();
        unname(first);
        assertEquals(List.of(Long.toString(second.index())), hn.texts("select idx::text from files.handed"));
        hn.files.gave(GT, first, chunk); // it was on its way
        assertEquals(1, hn.count("files.handed"));
        execute("insert into files.named select 'GT', idx, number, name, type, size, sha256, chunks from files.named");
        execute("delete from files.named where party = 'GT'");
        assertEquals(1, hn.count("files.handed"), "another's act at the same place of its log");
    }

    private void give(ActId act, PartyCode party) {
        hn.files.gave(party, act, hn.files.chunkFor(party, new Named(act, 0), 0).orElseThrow());
    }

    @Test
    void aFileWhoseBytesAreLostOrChangedIsNeverGivenOutAsEmptyOrWhole() {
        var act = hn.send(List.of(hn.upload(ANA, "a.pdf", Sample.pdf(2 * MIB, 1))), GT);
        execute("update files.chunk set bytes = 'x' where sha256 = (select max(sha256) from files.chunk)");
        assertThrows(IOException.class, () -> hn.files.write(hn.kept(act), OutputStream.nullOutputStream()));
        execute("delete from files.chunk where sha256 = (select max(sha256) from files.chunk)");
        assertEquals(Kept.State.LOST, hn.kept(act).state());
        assertEquals(1, hn.kept(act).here());
    }

    private void execute(String sql) {
        try (var connection = hn.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aReplayMakesTheSameRowsAndTouchesNoByte() {
        var act = hn.send(List.of(hn.upload(ANA, "a.pdf", Sample.pdf(2 * MIB, 1))), GT);
        var before = hn.fingerprints();
        execute("truncate files.named");
        assertEquals(List.of(), hn.files.of(act));
        hn.replay();
        assertEquals(before, hn.fingerprints());
        assertTrue(hn.isWhole(act));
    }
}
