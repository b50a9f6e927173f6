package acorde.trustlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.trustlog.NoteSigning.CheckpointOutcome;
import acorde.trustlog.NoteSigning.CosignatureOutcome;
import acorde.trustlog.NoteSigning.NoteOutcome;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
    static final Ed25519 LOG = Ed25519.named("log");
    static final Ed25519 WITNESS = Ed25519.named("witness");
    static final VerifierKey LOG_KEY = VerifierKey.ofEd25519("acorde/vega/HN", LOG.publicKey());
    static final VerifierKey WITNESS_KEY = VerifierKey.ofCosigner("acorde/vega/GT", WITNESS.publicKey());
    static final Checkpoint CHECKPOINT = new Checkpoint("acorde/vega/HN", 9, MerkleTest.TREE.root(9));

    private static SignedNote signed() {
        return NoteSigning.sign(CHECKPOINT, LOG_KEY, LOG.signer());
    }

    @Test
    void theNoteOfTheGoPackageIsGood() {
        // Published in the documentation of golang.org/x/mod/sumdb/note.
        var key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var note = SignedNote.parse((text + "\n— PeterNeumann "
                        + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUg"
                        + "YN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")
                .getBytes(UTF_8));
        assertEquals(new NoteOutcome.Good(text), NoteSigning.checkNote(note, key, Ed25519.CHECK));
    }

    @Test
    void theExampleOfTheStandardIsGood() {
        // Published in c2sp.org/signed-note.
        var key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = SignedNote.parse(("This is an example message.\n\n— example.com/foo "
                        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK"
                        + "7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")
                .getBytes(UTF_8));
        assertEquals(
                new NoteOutcome.Good("This is an example message.\n"), NoteSigning.checkNote(note, key, Ed25519.CHECK));
    }

    @Test
    void ofANoteTheLinesOfGivenKeysAloneAreKept() {
        var cosigned = NoteSigning.cosign(signed(), WITNESS_KEY, 1, WITNESS.signer());
        var padded = cosigned.with(new NoteSignature("anybody", 7, new byte[NoteSignature.MAX_BYTES]));
        assertEquals(signed(), padded.by(List.of(LOG_KEY)));
        assertEquals(cosigned, padded.by(List.of(LOG_KEY, WITNESS_KEY)));
    }

    @Test
    void ofSeveralLinesOfAKeyTheLatestAloneIsKept() {
        var lines = new StringBuilder(signed().toString());
        for (var time : new long[] {7, 300, 1}) {
            var cosigned = NoteSigning.cosign(signed(), WITNESS_KEY, time, WITNESS.signer());
            for (var line : cosigned.signatures()) lines.append(line.line()).append('\n');
        }
        var fat = SignedNote.parse(lines.toString().getBytes(UTF_8));
        assertEquals(7, fat.signatures().size());
        assertEquals(
                new CosignatureOutcome.Cosigned(CHECKPOINT, 300),
                NoteSigning.checkCosignature(fat, WITNESS_KEY, Ed25519.CHECK));
        var latest = NoteSigning.cosign(signed(), WITNESS_KEY, 300, WITNESS.signer());
        assertEquals(latest, fat.by(List.of(LOG_KEY, WITNESS_KEY)));
    }

    @Test
    void aTextThatLeavesNoRoomForSignaturesIsNoNote() {
        var text = "x".repeat(SignedNote.MAX_BYTES / 2) + "\n";
        var line = signed().signatures().getFirst().line();
        assertThrows(Malformed.class, () -> SignedNote.parse((text + "\n" + line + "\n").getBytes(UTF_8)));
    }

    @Test
    void aSignedCheckpointComesBackTheSame() {
        var note = SignedNote.parse(signed().bytes());
        assertEquals(new CheckpointOutcome.Signed(CHECKPOINT), NoteSigning.check(note, LOG_KEY, Ed25519.CHECK));
    }

    @Test
    void everyBitOfASignedCheckpointMatters() {
        var bytes = signed().bytes();
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                var outcome = NoteSigning.check(SignedNote.parse(other), LOG_KEY, Ed25519.CHECK);
                assertInstanceOf(CheckpointOutcome.Refused.class, outcome, "bit " + bit);
            } catch (Malformed expected) {
                // Not a note any more: refused as well.
            }
        }
    }

    @Test
    void aNoteByAnotherKeyIsNotByThisOne() {
        var other = VerifierKey.ofEd25519("acorde/vega/HN", WITNESS.publicKey());
        refused(Flaw.NO_SIGNATURE, NoteSigning.check(signed(), other, Ed25519.CHECK));
    }

    @Test
    void aLineThatNamesTheKeyMustBeByIt() {
        var note = SignedNote.of(CHECKPOINT.text(), new NoteSignature(LOG_KEY.name(), LOG_KEY.keyId(), new byte[64]));
        refused(Flaw.WRONG_SIGNATURE, NoteSigning.check(note, LOG_KEY, Ed25519.CHECK));
        var tooShort =
                SignedNote.of(CHECKPOINT.text(), new NoteSignature(LOG_KEY.name(), LOG_KEY.keyId(), new byte[63]));
        refused(Flaw.WRONG_SIGNATURE, NoteSigning.check(tooShort, LOG_KEY, Ed25519.CHECK));
    }

    @Test
    void aLogSignsForItsOwnOriginOnly() {
        var other = new Checkpoint("acorde/vega/SV", 9, MerkleTest.TREE.root(9));
        assertThrows(IllegalArgumentException.class, () -> NoteSigning.sign(other, LOG_KEY, LOG.signer()));
        var line = new NoteSignature(
                LOG_KEY.name(), LOG_KEY.keyId(), LOG.signer().sign(other.text().getBytes(UTF_8)));
        refused(Flaw.WRONG_ORIGIN, NoteSigning.check(SignedNote.of(other.text(), line), LOG_KEY, Ed25519.CHECK));
    }

    @Test
    void aCosignatureHoldsItsTime() {
        var note = NoteSigning.cosign(signed(), WITNESS_KEY, 1_553_788_800, WITNESS.signer());
        var read = SignedNote.parse(note.bytes());
        assertEquals(
                new CosignatureOutcome.Cosigned(CHECKPOINT, 1_553_788_800),
                NoteSigning.checkCosignature(read, WITNESS_KEY, Ed25519.CHECK));
        assertEquals(new CheckpointOutcome.Signed(CHECKPOINT), NoteSigning.check(read, LOG_KEY, Ed25519.CHECK));
    }

    @Test
    void aCosignatureOfAnotherTimeIsNotGood() {
        var note = NoteSigning.cosign(signed(), WITNESS_KEY, 1_553_788_800, WITNESS.signer());
        var line = note.signatures().getLast();
        var later = line.signature();
        later[7]++;
        var moved = note.with(new NoteSignature(line.name(), line.keyId(), later));
        refused(Flaw.WRONG_SIGNATURE, NoteSigning.checkCosignature(moved, WITNESS_KEY, Ed25519.CHECK));
        var negative = line.signature();
        negative[0] = (byte) 0x80;
        var beyond = note.with(new NoteSignature(line.name(), line.keyId(), negative));
        refused(Flaw.WRONG_SIGNATURE, NoteSigning.checkCosignature(beyond, WITNESS_KEY, Ed25519.CHECK));
    }

    @Test
    void signingAgainReplacesTheOlderLine() {
        var note = NoteSigning.cosign(signed(), WITNESS_KEY, 100, WITNESS.signer());
        note = NoteSigning.cosign(note, WITNESS_KEY, 200, WITNESS.signer());
        assertEquals(2, note.signatures().size());
        assertEquals(
                new CosignatureOutcome.Cosigned(CHECKPOINT, 200),
                NoteSigning.checkCosignature(note, WITNESS_KEY, Ed25519.CHECK));
    }

    @Test
    void aLogsSignatureIsNoCosignatureNorTheOtherWayRound() {
        var sameName = VerifierKey.ofCosigner("acorde/vega/HN", LOG.publicKey());
        refused(Flaw.NO_SIGNATURE, NoteSigning.checkCosignature(signed(), sameName, Ed25519.CHECK));
        assertThrows(IllegalArgumentException.class, () -> NoteSigning.check(signed(), sameName, Ed25519.CHECK));
        assertThrows(
                IllegalArgumentException.class, () -> NoteSigning.checkCosignature(signed(), LOG_KEY, Ed25519.CHECK));
        assertThrows(IllegalArgumentException.class, () -> NoteSigning.sign(CHECKPOINT, sameName, LOG.signer()));
        assertThrows(IllegalArgumentException.class, () -> NoteSigning.cosign(signed(), LOG_KEY, 1, LOG.signer()));
    }

    @Test
    void anMlDsaCosignatureHoldsAsASecondLine() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        var key = VerifierKey.ofMlDsaCosigner(
                "acorde/vega/GT", Arrays.copyOfRange(encoded, encoded.length - 1312, encoded.length));
        SignatureCheck check = (publicKey, message, signature) -> {
            try {
                var verifier = Signature.getInstance("ML-DSA-44");
                verifier.initVerify(pair.getPublic());
                verifier.update(message);
                return verifier.verify(signature);
            } catch (GeneralSecurityException bad) {
                return false;
            }
        };
        var note = NoteSigning.cosign(signed(), WITNESS_KEY, 77, WITNESS.signer());
        note = NoteSigning.cosign(note, key, 78, message -> {
            try {
                var signer = Signature.getInstance("ML-DSA-44");
                signer.initSign(pair.getPrivate());
                signer.update(message);
                return signer.sign();
            } catch (GeneralSecurityException bad) {
                throw new IllegalStateException(bad);
            }
        });
        var read = SignedNote.parse(note.bytes());
        assertEquals(3, read.signatures().size());
        assertEquals(new CosignatureOutcome.Cosigned(CHECKPOINT, 78), NoteSigning.checkCosignature(read, key, check));
        assertEquals(
                new CosignatureOutcome.Cosigned(CHECKPOINT, 77),
                NoteSigning.checkCosignature(read, WITNESS_KEY, Ed25519.CHECK));
        assertEquals(key, VerifierKey.parse(key.toString()));
    }

    @Test
    void aSignerOfTheWrongKindIsAFault() {
        assertThrows(IllegalStateException.class, () -> NoteSigning.sign(CHECKPOINT, LOG_KEY, message -> new byte[63]));
    }

    @Test
    void aNoteHasAtMostItsNumberOfSignatures() {
        var note = signed();
        for (var i = 1; i < SignedNote.MAX_SIGNATURES; i++)
            note = note.with(new NoteSignature("w" + i, i, new byte[1]));
        var full = SignedNote.parse(note.bytes());
        assertEquals(SignedNote.MAX_SIGNATURES, full.signatures().size());
        var one = new NoteSignature("one", 1, new byte[1]);
        assertThrows(Malformed.class, () -> full.with(one));
        var tooMany = new String(note.bytes(), UTF_8) + one.line() + "\n";
        assertThrows(Malformed.class, () -> SignedNote.parse(tooMany.getBytes(UTF_8)));
    }

    @Test
    void aNoteHasAtMostItsBytes() {
        var bytes = new byte[SignedNote.MAX_BYTES + 1];
        Arrays.fill(bytes, (byte) '\n');
        assertThrows(Malformed.class, () -> SignedNote.parse(bytes));
    }

    @Test
    void theTextMayHaveEmptyLines() {
        var note = SignedNote.of("first\n\nsecond\n", new NoteSignature("w", 1, new byte[1]));
        assertEquals("first\n\nsecond\n", SignedNote.parse(note.bytes()).text());
        assertArrayEquals(note.bytes(), SignedNote.parse(note.bytes()).bytes());
    }

    @Test
    void aNameAtTheLimitIsReadAndOneBeyondIsNot() {
        var name = "x".repeat(VerifierKey.MAX_NAME_BYTES);
        assertEquals(
                name,
                VerifierKey.parse(VerifierKey.ofEd25519(name, LOG.publicKey()).toString())
                        .name());
        assertThrows(Malformed.class, () -> VerifierKey.ofEd25519(name + "x", LOG.publicKey()));
        for (var bad : List.of("", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u0085b", "a\nb", "a\tb", "a\ud800b"))
            assertThrows(Malformed.class, () -> VerifierKey.ofEd25519(bad, LOG.publicKey()), bad);
    }

    @Test
    void aKeyWithALostCharacterIsRefused() {
        var vkey = LOG_KEY.toString();
        assertEquals(LOG_KEY, VerifierKey.parse(vkey));
        for (var i = 0; i < vkey.length(); i++) {
            var lost = vkey.substring(0, i) + vkey.substring(i + 1);
            assertThrows(Malformed.class, () -> VerifierKey.parse(lost), lost);
        }
    }

    @Test
    void aCheckpointHasOneSpelling() {
        var root = CHECKPOINT.root().base64();
        assertEquals(CHECKPOINT, Checkpoint.parse(CHECKPOINT.text()));
        assertEquals(
                List.of("more"), Checkpoint.parse("o\n9\n" + root + "\nmore\n").extensions());
        for (var bad : List.of(
                "",
                "\n",
                "o\n9\n",
                "o\n9\n" + root,
                "\n9\n" + root + "\n",
                "o\n09\n" + root + "\n",
                "o\n+9\n" + root + "\n",
                "o\n-9\n" + root + "\n",
                "o\n\n" + root + "\n",
                "o\n9223372036854775808\n" + root + "\n",
                "o\n9\n" + root.replace("=", "") + "\n",
                "o\n9\n" + root + "\n\n",
                "o\n9\n" + root + "\n\nx\n",
                "o\n0\n" + root + "\n",
                "o\r\n9\n" + root + "\n",
                "o\n9\nAAAA\n",
                "o\n9 \n" + root + "\n")) assertThrows(Malformed.class, () -> Checkpoint.parse(bad), bad);
    }

    @Test
    void aCheckpointIsReadAtItsLimitsAndNotBeyond() {
        var root = CHECKPOINT.root();
        var origin = "o".repeat(Checkpoint.MAX_ORIGIN_BYTES);
        var lines = java.util.Collections.nCopies(Checkpoint.MAX_EXTENSIONS, "line");
        var full = new Checkpoint(origin, Long.MAX_VALUE, root, lines);
        assertEquals(full, Checkpoint.parse(full.text()));
        assertThrows(Malformed.class, () -> new Checkpoint(origin + "o", 1, root));
        var tooMany = java.util.Collections.nCopies(Checkpoint.MAX_EXTENSIONS + 1, "line");
        assertThrows(Malformed.class, () -> new Checkpoint(origin, 1, root, tooMany));
    }

    private static void refused(Flaw flaw, CheckpointOutcome outcome) {
        assertEquals(
                flaw,
                assertInstanceOf(CheckpointOutcome.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }

    private static void refused(Flaw flaw, CosignatureOutcome outcome) {
        assertEquals(
                flaw,
                assertInstanceOf(CosignatureOutcome.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }
}
