package acorde.trustlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of {@code spec/vectors/log}, by the folder it lies in. A file of a folder that is not known here fails.
 */
class VectorsTest {
    private static final Path FOLDER = Path.of("..", "spec", "vectors", "log");

    @TestFactory
    Stream<DynamicTest> everyVectorHasTheOutcomeItExpects() throws IOException {
        return files().stream()
                .map(file ->
                        DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), file.toUri(), () -> check(file)));
    }

    @Test
    void theHostileCasesOfTheSpecificationAreThere() {
        for (var name : List.of(
                "stretch/wrong-signature",
                "stretch/right-signature-wrong-origin",
                "stretch/smaller-tree",
                "stretch/same-size-other-root",
                "stretch/rolled-back-mirror-after-restore-from-backup",
                "inclusion/index-not-below-size",
                "inclusion/proof-too-long",
                "inclusion/proof-too-short",
                "entry/of-wrong-length-one-byte-short",
                "served/partial-tile-of-a-size-never-signed"))
            assertTrue(Files.exists(FOLDER.resolve(name + ".json")), name);
    }

    @Test
    void everyInputThatSearchingKeptIsAVector() throws IOException {
        for (var input : ParseVectors.kept()) {
            var vector = new LogVector(FOLDER.resolve("parse").resolve(input + ".json"));
            assertArrayEquals(Files.readAllBytes(ParseVectors.KEPT.resolve(input)), vector.bytes("input"));
        }
    }

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(FOLDER)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void check(Path file) throws IOException {
        assertTrue(file.toString().endsWith(".json"), "only .json files belong here");
        var vector = new LogVector(file);
        vector.assertOutcome(outcome(FOLDER.relativize(file).getName(0).toString(), vector));
    }

    private static String outcome(String folder, LogVector vector) {
        try {
            return switch (folder) {
                case "tree" -> tree(vector);
                case "inclusion" -> inclusion(vector);
                case "consistency" -> consistency(vector);
                case "key" -> key(vector);
                case "note" -> note(vector);
                case "checkpoint" -> checkpoint(vector);
                case "checkpoint-text" -> checkpointText(vector);
                case "cosignature" -> cosignature(vector);
                case "proof-file" -> proofFile(vector);
                case "tile-path" -> tilePath(vector);
                case "edge" -> edge(vector);
                case "served" -> served(vector);
                case "bundle" -> bundle(vector);
                case "entry" -> entry(vector);
                case "stretch" -> stretch(vector);
                case "catch-up" -> catchUp(vector);
                case "parse" -> parse(vector);
                default -> throw new AssertionError("nobody reads the vectors in " + folder);
            };
        } catch (Malformed malformed) {
            return "malformed";
        }
    }

    private static String of(Refusal refusal) {
        return refusal.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String tree(LogVector vector) {
        var frontier = new Frontier();
        var leaves = new byte[vector.slices("entries").size() * Hash.SIZE];
        for (var entry : vector.slices("entries")) {
            var leaf = Merkle.leaf(entry);
            leaf.write(leaves, (int) frontier.size() * Hash.SIZE);
            frontier.add(leaf);
        }
        assertEquals(vector.hash("root"), frontier.root());
        assertEquals(vector.hash("root"), Merkle.root(leaves, 0, leaves.length / Hash.SIZE));
        return "good";
    }

    private static String inclusion(LogVector vector) {
        var proof = new InclusionProof(vector.number("index"), vector.number("size"), vector.hashes("path"));
        return switch (proof.verify(vector.hash("leaf"), vector.hash("root"))) {
            case InclusionProof.Outcome.Included included -> "good";
            case InclusionProof.Outcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static String consistency(LogVector vector) {
        var proof = new ConsistencyProof(vector.number("first"), vector.number("second"), vector.hashes("path"));
        return switch (proof.verify(vector.hash("firstRoot"), vector.hash("secondRoot"))) {
            case ConsistencyProof.Outcome.Consistent consistent -> "good";
            case ConsistencyProof.Outcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static String key(LogVector vector) {
        assertEquals(vector.text("key"), VerifierKey.parse(vector.text("key")).toString());
        return "good";
    }

    private static String note(LogVector vector) {
        var bytes = vector.has("noteHex")
                ? vector.bytes("noteHex")
                : vector.text("note").getBytes(UTF_8);
        var key = VerifierKey.parse(vector.text("key"));
        var note = SignedNote.parse(bytes);
        assertArrayEquals(bytes, note.bytes());
        return switch (NoteSigning.checkNote(note, key, Ed25519.CHECK)) {
            case NoteSigning.NoteOutcome.Good good -> "good";
            case NoteSigning.NoteOutcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static String checkpoint(LogVector vector) {
        return switch (checkpointOf(vector)) {
            case NoteSigning.CheckpointOutcome.Signed signed -> "good";
            case NoteSigning.CheckpointOutcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static NoteSigning.CheckpointOutcome checkpointOf(LogVector vector) {
        var note = SignedNote.parse(vector.text("note").getBytes(UTF_8));
        return NoteSigning.check(note, VerifierKey.parse(vector.text("key")), Ed25519.CHECK);
    }

    private static String checkpointText(LogVector vector) {
        assertEquals(vector.text("text"), Checkpoint.parse(vector.text("text")).text());
        return "good";
    }

    private static String cosignature(LogVector vector) {
        var note = SignedNote.parse(vector.text("note").getBytes(UTF_8));
        return switch (NoteSigning.checkCosignature(note, VerifierKey.parse(vector.text("key")), Ed25519.CHECK)) {
            case NoteSigning.CosignatureOutcome.Cosigned(var checkpoint, var time) -> {
                assertEquals(vector.number("time"), time);
                yield "good";
            }
            case NoteSigning.CosignatureOutcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static String proofFile(LogVector vector) {
        var bytes = vector.text("file").getBytes(UTF_8);
        var proof = TlogProof.parse(bytes);
        assertArrayEquals(bytes, proof.bytes());
        var trust = new TlogProof.Trust(
                VerifierKey.parse(vector.text("log")),
                vector.texts("cosigners").stream().map(VerifierKey::parse).toList(),
                (int) vector.number("quorum"));
        return switch (proof.verify(vector.hash("leaf"), trust, Ed25519.CHECK)) {
            case TlogProof.Outcome.Proven proven -> "good";
            case TlogProof.Outcome.Refused(var refusal) -> of(refusal);
        };
    }

    private static String tilePath(LogVector vector) {
        var path = TilePath.parse(vector.text("path"));
        assertEquals(
                new TilePath((int) vector.number("level"), vector.number("index"), (int) vector.number("width")), path);
        assertEquals(vector.text("path"), path.path());
        return "good";
    }

    private static String edge(LogVector vector) {
        var edge = TilePath.edge(vector.number("size"));
        assertEquals(vector.texts("tiles"), edge.stream().map(TilePath::path).toList());
        for (var tile : edge) assertTrue(tile.isIn(vector.number("size")));
        return "good";
    }

    private static String served(LogVector vector) {
        var path = TilePath.parse(vector.text("path"));
        var sizes = vector.texts("signedSizes").stream().map(Long::parseLong).toList();
        if (!path.isWithin(sizes.getLast())) return "not-there";
        return sizes.stream().anyMatch(path::isIn) ? "served" : "may-be-served";
    }

    private static String bundle(LogVector vector) {
        var bundle = EntryBundle.parse(vector.bytes("bundle"), (int) vector.number("maxEntryBytes"));
        assertEquals(
                vector.texts("entries"),
                bundle.entries().stream().map(HexFormat.of()::formatHex).toList());
        return "good";
    }

    private static String entry(LogVector vector) {
        var entry = LogEntry.parse(vector.bytes("entry"));
        assertArrayEquals(vector.bytes("entry"), entry.bytes());
        assertEquals(vector.hash("commitment"), entry.commitment());
        assertEquals(
                vector.texts("tags"),
                entry.tags().stream().map(HexFormat.of()::formatHex).toList());
        return "good";
    }

    private static String stretch(LogVector vector) {
        return switch (checkpointOf(vector)) {
            case NoteSigning.CheckpointOutcome.Refused(var refusal) -> of(refusal);
            case NoteSigning.CheckpointOutcome.Signed(var checkpoint) -> {
                var entries = vector.slices("entries");
                var bundles = entries.isEmpty() ? List.<EntryBundle>of() : List.of(EntryBundle.of(entries));
                yield switch (Stretch.verify(vector.frontier("held"), checkpoint, bundles)) {
                    case Stretch.Outcome.Verified verified -> "good";
                    case Stretch.Outcome.Refused(var refusal) -> of(refusal);
                };
            }
        };
    }

    private static String catchUp(LogVector vector) {
        if (!(checkpointOf(vector) instanceof NoteSigning.CheckpointOutcome.Signed(var checkpoint)))
            throw new AssertionError("the checkpoint of a catch-up must be signed");
        var served = vector.node("served");
        CatchUp.Resources resources =
                path -> HexFormat.of().parseHex(served.get(path.path()).asString());
        return switch (CatchUp.open(vector.frontier("held"), checkpoint, resources)) {
            case CatchUp.Opening.Refused(var refusal) -> of(refusal);
            case CatchUp.Opening.Ready(var catchUp) -> fetched(catchUp, resources);
        };
    }

    private static String parse(LogVector vector) {
        var input = vector.bytes("input");
        var text = new String(input, UTF_8);
        var written = switch (vector.text("parser")) {
            case "signedNote" -> SignedNote.parse(input).bytes();
            case "checkpoint" -> Checkpoint.parse(text).text().getBytes(UTF_8);
            case "verifierKey" -> VerifierKey.parse(text).toString().getBytes(UTF_8);
            case "tilePath" -> TilePath.parse(text).path().getBytes(UTF_8);
            case "entryBundle" -> EntryBundle.parse(input, LogEntry.MAX_BYTES).bytes();
            case "logEntry" -> LogEntry.parse(input).bytes();
            case "tlogProof" -> TlogProof.parse(input).bytes();
            default -> throw new AssertionError("nobody parses what is of " + vector.text("parser"));
        };
        assertArrayEquals(input, written);
        return "good";
    }

    private static String fetched(CatchUp catchUp, CatchUp.Resources resources) {
        var outcomes = new ArrayList<String>();
        for (var number = catchUp.firstSegment(); number < catchUp.endSegment(); number++) {
            switch (catchUp.segment(number)) {
                case CatchUp.SegmentOutcome.Refused(var refusal) -> outcomes.add("segment-" + of(refusal));
                case CatchUp.SegmentOutcome.Checked(var segment) -> {
                    for (var bundle = segment.firstBundle(); bundle < segment.endBundle(); bundle++) {
                        var entries = EntryBundle.parse(resources.read(TilePath.entries(bundle)));
                        if (segment.check(bundle, entries) instanceof CatchUp.BundleOutcome.Refused(var refusal))
                            outcomes.add("bundle-" + of(refusal));
                    }
                }
            }
        }
        return outcomes.isEmpty() ? "good" : outcomes.getFirst();
    }
}
