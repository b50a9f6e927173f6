package acorde.trustlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Every parser either gives back the very bytes it was given or says {@link Malformed}; nothing else may come out. In a
 * test run these go over the kept inputs; see {@code spec/vectors/README.md} for how to let them search.
 */
class ParsersFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void signedNote(byte[] input) {
        SignedNote note;
        try {
            note = SignedNote.parse(input);
        } catch (Malformed refused) {
            return;
        }
        assertArrayEquals(input, note.bytes());
        assertEquals(note, SignedNote.parse(note.bytes()));
    }

    @FuzzTest(maxDuration = "60s")
    void checkpoint(byte[] input) {
        var text = new String(input, UTF_8);
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(text);
        } catch (Malformed refused) {
            return;
        }
        assertEquals(text, checkpoint.text());
        assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
    }

    @FuzzTest(maxDuration = "60s")
    void verifierKey(byte[] input) {
        var text = new String(input, UTF_8);
        VerifierKey key;
        try {
            key = VerifierKey.parse(text);
        } catch (Malformed refused) {
            return;
        }
        assertEquals(text, key.toString());
    }

    @FuzzTest(maxDuration = "60s")
    void tilePath(byte[] input) {
        var text = new String(input, UTF_8);
        TilePath path;
        try {
            path = TilePath.parse(text);
        } catch (Malformed refused) {
            return;
        }
        assertEquals(text, path.path());
        if (path.holdsEntries()) assertEquals(path, TilePath.parseNumber(path.number()));
        assertTrue(path.isIn(path.fromSize()));
        assertTrue(path.isIn(path.lastSize()));
        assertFalse(path.isIn(path.fromSize() - 1));
    }

    @FuzzTest(maxDuration = "60s")
    void entryBundle(byte[] input) {
        EntryBundle bundle;
        try {
            bundle = EntryBundle.parse(input, LogEntry.MAX_BYTES);
        } catch (Malformed refused) {
            return;
        }
        assertArrayEquals(input, bundle.bytes());
        assertArrayEquals(input, EntryBundle.of(bundle.entries()).bytes());
        assertEquals(bundle.count() * Hash.SIZE, bundle.leafHashes().length);
    }

    @FuzzTest(maxDuration = "60s")
    void logEntry(byte[] input) {
        LogEntry entry;
        try {
            entry = LogEntry.parse(input);
        } catch (Malformed refused) {
            return;
        }
        assertArrayEquals(input, entry.bytes());
        assertEquals(entry, LogEntry.of(entry.commitment(), entry.tags()));
    }

    @FuzzTest(maxDuration = "60s")
    void tlogProof(byte[] input) {
        TlogProof proof;
        try {
            proof = TlogProof.parse(input);
        } catch (Malformed refused) {
            return;
        }
        assertArrayEquals(input, proof.bytes());
        assertEquals(proof, TlogProof.parse(proof.bytes()));
    }
}
