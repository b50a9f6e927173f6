package acorde.trustlog;

import static acorde.trustlog.LogVectorWriter.GT;
import static acorde.trustlog.LogVectorWriter.GT_KEY;
import static acorde.trustlog.LogVectorWriter.LOG_KEY;
import static acorde.trustlog.LogVectorWriter.SV;
import static acorde.trustlog.LogVectorWriter.SV_KEY;
import static acorde.trustlog.LogVectorWriter.TREE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofFileTest {
    private static final SignedNote NOTE = NoteSigning.cosign(
            LogVectorWriter.signed(LogVectorWriter.checkpointOf(21)), GT_KEY, 1_553_788_800, GT.signer());
    private static final Hash LEAF = Merkle.leaf(LogVectorWriter.entry(12));
    private static final TlogProof PROOF = new TlogProof(12, TREE.path(12, 21), NOTE);
    private static final TlogProof.Trust TRUST = new TlogProof.Trust(LOG_KEY, List.of(GT_KEY, SV_KEY), 1);

    @Test
    void aProofSaysWhoStandsBehindItAndSinceWhen() {
        assertEquals(
                new TlogProof.Outcome.Proven(
                        LogVectorWriter.checkpointOf(21),
                        List.of(new TlogProof.Cosigned("acorde/vega/GT", 1_553_788_800))),
                TlogProof.parse(PROOF.bytes()).verify(LEAF, TRUST, Ed25519.CHECK));
    }

    @Test
    void everyBitOfAProofFileMatters() {
        var bytes = PROOF.bytes();
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                var outcome = TlogProof.parse(other).verify(LEAF, TRUST, Ed25519.CHECK);
                assertInstanceOf(TlogProof.Outcome.Refused.class, outcome, "bit " + bit);
            } catch (Malformed expected) {
                // Not a proof file any more: refused as well.
            }
        }
    }

    @Test
    void extraDataIsReadAtItsLimitAndNotBeyond() {
        var extra = new byte[TlogProof.MAX_EXTRA_BYTES];
        var proof = new TlogProof(12, TREE.path(12, 21), NOTE, extra);
        assertArrayEquals(extra, TlogProof.parse(proof.bytes()).extra());
        assertThrows(
                Malformed.class, () -> new TlogProof(12, List.of(), NOTE, new byte[TlogProof.MAX_EXTRA_BYTES + 1]));
    }

    @Test
    void thePathIsReadAtItsLimitAndNotBeyond() {
        var longest = Collections.nCopies(TlogProof.MAX_PATH, LEAF);
        assertEquals(
                longest,
                TlogProof.parse(new TlogProof(0, longest, NOTE).bytes()).path());
        assertThrows(Malformed.class, () -> new TlogProof(0, Collections.nCopies(TlogProof.MAX_PATH + 1, LEAF), NOTE));
    }

    @Test
    void aFileBeyondTheLimitIsNotEvenRead() {
        assertThrows(Malformed.class, () -> TlogProof.parse(new byte[TlogProof.MAX_BYTES + 1]));
    }

    @Test
    void twoKindsOfKeyUnderOneNameAreOneCosigner() {
        var second = VerifierKey.ofCosigner("acorde/vega/GT", SV.publicKey());
        var both = NoteSigning.cosign(NOTE, second, 1_553_788_900, SV.signer());
        var proof = new TlogProof(12, TREE.path(12, 21), both);
        var trust = new TlogProof.Trust(LOG_KEY, List.of(GT_KEY, second, VerifierKey.ofCosigner("w", new byte[32])), 2);
        var refused = assertInstanceOf(TlogProof.Outcome.Refused.class, proof.verify(LEAF, trust, Ed25519.CHECK));
        assertEquals(Flaw.TOO_FEW_COSIGNERS, refused.refusal().flaw());
    }

    @Test
    void aTrustThatCouldCountOneKeyTwiceIsRefused() {
        var sameKey = VerifierKey.ofCosigner("acorde/vega/US", GT.publicKey());
        assertThrows(IllegalArgumentException.class, () -> new TlogProof.Trust(LOG_KEY, List.of(GT_KEY, sameKey), 1));
        assertThrows(IllegalArgumentException.class, () -> new TlogProof.Trust(LOG_KEY, List.of(GT_KEY), 2));
        assertThrows(IllegalArgumentException.class, () -> new TlogProof.Trust(LOG_KEY, List.of(GT_KEY), -1));
        assertThrows(IllegalArgumentException.class, () -> new TlogProof.Trust(LOG_KEY, List.of(LOG_KEY), 0));
    }
}
