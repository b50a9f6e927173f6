package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
final class JournalTest {
    private static final PartyCode HN = new PartyCode("HN");

    @TempDir
    Path folder;

    private TestOffices test;
    private Journal journal;

    @BeforeEach
    void open() {
        test = new TestOffices("offices", "trust", "acts");
        journal = test.offices.journal();
        test.execute("truncate offices.journal_line");
        test.execute("update offices.journal_next set next = 0");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void write(int lines) {
        for (var i = 0; i < lines; i++)
            journal.write(JournalLine.of("tested", test.administrator).with("i", i));
    }

    /** A party's acts on the same database, with nobody else in the compact but GT. */
    private Acts acts() {
        var parties = JsonMapper.shared().createArrayNode();
        var own = KeyRing.create(folder.resolve("HN"), new SecureRandom());
        for (var code : List.of("HN", "GT")) {
            var ring = code.equals("HN") ? own : KeyRing.create(folder.resolve(code), new SecureRandom());
            var party = parties.addObject();
            party.put("code", code);
            party.put("address", "https://127.0.0.1:1");
            ring.publicKeys("test", new PartyCode(code)).writeTo(party.putObject("keys"));
        }
        var content = JsonMapper.shared().createObjectNode();
        content.put("compact", "test");
        content.set("parties", parties);
        var charter = Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
        var logs = new Logs(charter, HN, own, test.postgres.readers());
        return new Acts(
                test.postgres,
                test.postgres.lease("log"),
                logs,
                List.of(new OfficesDuty()),
                Journal.ofActs(),
                test.clock);
    }

    private Act close(Acts acts) throws InterruptedException, ExecutionException {
        var said = acts.sayOfItself(journal.minute()).get();
        var written = assertInstanceOf(Said.Written.class, said);
        return (Act) written.acts().getFirst();
    }

    @Test
    void aMinuteIsOneActToNobodyWithTheRootOfItsLines() throws InterruptedException, ExecutionException {
        try (var acts = acts()) {
            write(3);
            var act = close(acts);
            assertTrue(act.to().isEmpty());
            assertEquals("node", act.office());
            assertEquals(0, act.body().path("from").asLong());
            assertEquals(3, act.body().path("count").asLong());
            var minute = journal.minutes(Long.MAX_VALUE, 10).getFirst();
            assertEquals(
                    "sha256:" + minute.root().hex(), act.body().path("root").asString());
            assertTrue(journal.isUnchanged(minute));
        }
    }

    @Test
    void whichPersonHadAnActSaidIsKeptTogetherWithTheActAndNotInIt() {
        try (var acts = acts()) {
            var first = new Officer(new Person.Id(7_001), "Ana Invented", test.administrator.office());
            var second = new Officer(new Person.Id(7_002), "Luis Invented", test.administrator.office());
            for (var holder : List.of(first, second)) {
                write(1);
                var minute = journal.minute();
                var said = assertInstanceOf(Said.Written.class, acts.sayDurably(minute, holder));
                var act = (Act) said.acts().getFirst();
                var line = journal.lines(0, 10).getLast();
                assertTrue(line.contains("\"person\":" + holder.person().value()), line);
                assertTrue(line.contains("\"act\":\"" + act.id() + "\""), line);
                assertTrue(line.contains("\"kind\":\"" + act.kind() + "\""), line);
                assertFalse(act.body().has("person"));
                assertInstanceOf(
                        Said.Declined.class, acts.sayDurably(minute, holder), "what is not said leaves no line");
            }
            assertEquals(4, journal.lines(0, 10).size());
        }
    }

    @Test
    void aMinuteWithoutLinesIsSaidAllTheSame() throws InterruptedException, ExecutionException {
        try (var acts = acts()) {
            write(2);
            close(acts);
            var empty = close(acts);
            assertEquals(2, empty.body().path("from").asLong());
            assertEquals(0, empty.body().path("count").asLong());
            write(1);
            var last = close(acts);
            assertEquals(2, last.body().path("from").asLong());
            assertEquals(List.of(empty.id()), last.after());
            assertEquals(2, journal.minutes(Long.MAX_VALUE, 10).size());
        }
    }

    @Test
    void aMinuteLooksTheSameInTheLogWhateverItHolds() throws InterruptedException, ExecutionException {
        try (var acts = acts()) {
            var empty = close(acts);
            write(500);
            var full = close(acts);
            var logs = acts.logs();
            assertEquals(
                    logs.entry(HN, empty.id().index()).orElseThrow().entry().length,
                    logs.entry(HN, full.id().index()).orElseThrow().entry().length);
        }
    }

    @Test
    void aLineThatWasChangedLaterIsFound() throws InterruptedException, ExecutionException {
        try (var acts = acts()) {
            write(5);
            close(acts);
            var minute = journal.minutes(Long.MAX_VALUE, 10).getFirst();
            test.execute("update offices.journal_line set line = 'otra' where number = 3");
            assertFalse(journal.isUnchanged(minute));
            test.execute("delete from offices.journal_line where number >= 3");
            assertFalse(journal.isUnchanged(minute));
        }
    }

    @Test
    void twoThatCloseTheSameMinuteDoNotBoth() throws InterruptedException, ExecutionException {
        try (var acts = acts()) {
            write(5);
            var one = journal.minute();
            var other = journal.minute();
            assertInstanceOf(Said.Written.class, acts.sayOfItself(one).get());
            assertEquals(
                    new Said.Declined<>(Journal.NotClosed.CLOSED_MEANWHILE),
                    acts.sayOfItself(other).get());
        }
    }

    @Test
    void linesWrittenAtTheSameMomentAreNumberedWithoutGapsAndNoneIsLost() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 200)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(thread -> () -> {
                        for (var i = 0; i < 5; i++)
                            journal.write(JournalLine.of("tested", null).with("line", thread + "." + i));
                        return true;
                    })
                    .toList());
        }
        var lines = journal.lines(0, 10_000);
        assertEquals(1_000, lines.size());
        Set<String> different =
                lines.stream().map(line -> line.replaceAll(".*\"about\":", "")).collect(Collectors.toSet());
        assertEquals(1_000, different.size());
    }

    @Test
    void aLineThatCannotBeWrittenIsAFault() {
        test.execute("alter table offices.journal_line rename to elsewhere");
        assertThrows(Journal.Lost.class, () -> write(1));
        test.execute("alter table offices.elsewhere rename to journal_line");
        write(1);
        assertEquals(1, journal.lines(0, 10).size());
    }

    @Test
    void aLineOfOnceADayIsWrittenOnceAndAgainWhenItWasLost() {
        var line = JournalLine.of("tested", test.administrator);
        test.execute("alter table offices.journal_line rename to elsewhere");
        assertThrows(Journal.Lost.class, () -> journal.writeOnceADay(line));
        test.execute("alter table offices.elsewhere rename to journal_line");
        for (var i = 0; i < 1_000; i++) journal.writeOnceADay(line);
        journal.writeOnceADay(line.with("another", 1));
        assertEquals(2, journal.lines(0, 10).size());
        test.clock.forward(Duration.ofDays(1));
        journal.writeOnceADay(line);
        assertEquals(3, journal.lines(0, 10).size());
    }

    @Test
    void aSignInThatCannotBeJournalledDoesNotHappen() {
        var nadia = test.officer("nadia.alvarenga", "coordination", "un puente de madera");
        test.execute("alter table offices.journal_line rename to elsewhere");
        assertThrows(
                Journal.Lost.class,
                () -> test.offices.signIn("nadia.alvarenga", "un puente de madera", "192.0.2.1", null));
        assertThrows(RuntimeException.class, () -> test.offices.closeAccount(test.administrator, nadia));
        test.execute("alter table offices.elsewhere rename to journal_line");
        test.signIn("nadia.alvarenga", "un puente de madera");
    }

    @Test
    void aLineIsOfBoundedLength() {
        journal.write(JournalLine.of("tested", null).with("long", "x".repeat(100_000)));
        assertTrue(journal.lines(0, 1).getFirst().length() < 500);
        var line = JournalLine.of("tested", null);
        assertThrows(IllegalArgumentException.class, () -> {
            var more = line;
            for (var i = 'a'; i <= 'z'; i++) more = more.with(String.valueOf(i), i);
        });
    }
}
