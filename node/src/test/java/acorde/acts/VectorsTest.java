package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.Entry;
import acorde.trust.KeyRefused;
import acorde.trust.StoredEntry;
import acorde.trust.VectorTags;
import acorde.trust.VectorTags.Direction;
import acorde.trustlog.TilePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files of {@code spec/vectors/acts} that need no database: acts, commitments, tags, openings. */
class VectorsTest {
    @TestFactory
    Stream<DynamicTest> everyActIsReadAsItsFileSays() throws IOException {
        return ActVector.every("acts/act", VectorsTest::act);
    }

    @TestFactory
    Stream<DynamicTest> everyCommitmentIsCheckedAsItsFileSays() throws IOException {
        return ActVector.every("acts/commitment", VectorsTest::commitment);
    }

    @TestFactory
    Stream<DynamicTest> everyTagIsReadAsItsFileSays() throws IOException {
        return ActVector.every("acts/tag", VectorsTest::tag);
    }

    @TestFactory
    Stream<DynamicTest> everyPageOfOpeningsIsTakenAsItsFileSays() throws IOException {
        return ActVector.every("acts/openings", VectorsTest::openings);
    }

    @Test
    void nobodyForgotAFolder() throws IOException {
        try (var folders = Files.list(ActVector.FOLDER.resolve("acts"))) {
            assertEquals(
                    List.of("act", "commitment", "fold", "openings", "tag"),
                    folders.map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    private static String act(ActVector vector) {
        var id = new ActId(vector.party("log"), vector.number("index"));
        return switch (ActText.read(id, vector.pieces("act"), vector.party("reader"))) {
            case ActText.Reading.Bad(var rule) -> rule;
            case ActText.Reading.Good(var act) -> {
                assertEquals(vector.text("hash"), act.hash().hex());
                assertEquals(id, act.id());
                yield "good";
            }
        };
    }

    private static String commitment(ActVector vector) {
        return Entry.opens(vector.hex("entry"), vector.hex("salt"), vector.hex("act")) ? "good" : "mismatch";
    }

    private static Direction direction(ActVector vector) {
        return new Direction(vector.text("compact"), vector.party("author"), vector.party("reader"));
    }

    private static String tag(ActVector vector) {
        var direction = direction(vector);
        var index = vector.number("index");
        try {
            var read = VectorTags.tag(vector.hex("readerSecret"), vector.hex("authorKey"), direction, index);
            assertArrayEquals(
                    VectorTags.tag(vector.hex("authorSecret"), vector.hex("readerKey"), direction, index),
                    read,
                    "both sides compute the same");
            return Arrays.equals(vector.hex("tag"), read) ? "good" : "not-for-us";
        } catch (KeyRefused refused) {
            return "refused";
        }
    }

    private static String openings(ActVector vector) {
        var tags = VectorTags.reader(vector.hex("readerSecret"), vector.hex("authorKey"), direction(vector));
        var route =
                new Unsealing.Route(vector.party("reader"), vector.party("author"), new OnePage(vector.hex("page")));
        var unsealing = new Unsealing(route, tags, vector.number("from"), vector.hexes("entries"));
        var outcome = new TreeMap<String, String>();
        try {
            while (unsealing.hasNext())
                for (var arrived : unsealing.next())
                    outcome.put(
                            new ActId(vector.party("author"), arrived.entry().index()).toString(),
                            word(unsealing, arrived));
        } catch (IOException e) {
            return "unreadable";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertEquals(vector.words("outcome"), outcome);
        return "good";
    }

    private static String word(Unsealing unsealing, Stretch.Arrived arrived) {
        var takenBack = unsealing.takenBack(arrived.entry().index());
        if (takenBack.isPresent()) return "taken back by " + takenBack.getAsLong();
        return switch (arrived.reading()) {
            case ActText.Reading.Good _ -> "opened";
            case ActText.Reading.Bad(var rule) -> rule;
            case null -> arrived.entry().state() == StoredEntry.State.MISSING ? "missing" : "not-for-us";
        };
    }

    /** Gives one page, and nothing more when it is asked again. */
    private static final class OnePage implements Peer {
        private InputStream page;

        OnePage(byte[] page) {
            this.page = new ByteArrayInputStream(page);
        }

        @Override
        public void openings(long from, long to, Openings.Reader reader) throws IOException {
            Openings.read(page, reader);
            page = InputStream.nullInputStream();
        }

        @Override
        public Optional<byte[]> checkpoint(long after, Duration wait) {
            throw new AssertionError("not asked here");
        }

        @Override
        public byte[] tile(TilePath path) {
            throw new AssertionError("not asked here");
        }

        @Override
        public Optional<byte[]> receipt(String origin, long after, Duration wait) {
            throw new AssertionError("not asked here");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** What the specification asks for by name; where a case is somewhere else, {@code spec/vectors/README.md} says where. */
    @Test
    void theHostileCasesOfTheSpecificationAreThere() {
        var missing = Map.of(
                        "acts/openings",
                                List.of(
                                        "commitment-mismatch-another-act",
                                        "tag-without-opening",
                                        "opening-without-tag"),
                        "acts/act",
                                List.of(
                                        "by-another-party",
                                        "duplicate-names",
                                        "one-mebibyte",
                                        "one-mebibyte-and-a-byte",
                                        "to-65-parties",
                                        "after-65-acts",
                                        "nul-escaped",
                                        "lone-high-surrogate"),
                        "acts/fold",
                                List.of(
                                        "after-in-a-circle",
                                        "unknown-kind",
                                        "kind-known-body-malformed",
                                        "dated-in-the-future-and-in-the-year-1"),
                        "compact",
                                List.of(
                                        "two-assents-to-rivals-and-both-complete",
                                        "assent-to-another-text",
                                        "spanish-missing"))
                .entrySet()
                .stream()
                .flatMap(folder -> folder.getValue().stream().map(name -> folder.getKey() + "/" + name + ".json"))
                .filter(name -> !Files.exists(ActVector.FOLDER.resolve(name)))
                .toList();
        assertTrue(missing.isEmpty(), missing.toString());
    }
}
