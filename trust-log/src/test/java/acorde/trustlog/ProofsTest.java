package acorde.trustlog;

import static acorde.trustlog.MerkleTest.TREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProofsTest {
    /** The stored tree, with each hash computed once. */
    static final HashReader STORED = new HashReader() {
        private final java.util.Map<String, Hash> read = new java.util.HashMap<>();

        @Override
        public Hash subtree(int level, long index) {
            return read.computeIfAbsent(level + "/" + index, key -> TREE.subtree(level, index));
        }
    };

    @Test
    void everyInclusionProofIsTheNaiveOneAndHolds() {
        var random = new Random(1);
        for (var size = 1; size <= 600; size++) {
            for (var index : indexes(size, random)) {
                var proof = InclusionProof.of(index, size, STORED);
                assertEquals(TREE.path(index, size), proof.path(), index + " of " + size);
                assertInstanceOf(
                        InclusionProof.Outcome.Included.class,
                        proof.verify(Merkle.leaf(NaiveTree.entry(index)), STORED.root(size)));
            }
        }
    }

    @Test
    void everyConsistencyProofIsTheNaiveOneAndHolds() {
        var random = new Random(2);
        for (var second = 1; second <= 600; second++) {
            for (var first : indexes(second, random)) {
                var proof = ConsistencyProof.of(first + 1, second, STORED);
                assertEquals(TREE.proof(first + 1, second), proof.path(), (first + 1) + " to " + second);
                assertInstanceOf(
                        ConsistencyProof.Outcome.Consistent.class,
                        proof.verify(STORED.root(first + 1), STORED.root(second)));
            }
        }
    }

    @Test
    void everyBitOfAnInclusionProofMatters() {
        for (var size : new int[] {1, 2, 3, 7, 8, 21, 64, 100, 513}) {
            for (var index : new int[] {0, size / 2, size - 1}) {
                var proof = InclusionProof.of(index, size, STORED);
                var leaf = Merkle.leaf(NaiveTree.entry(index));
                var root = STORED.root(size);
                for (var bit = 0; bit < 256; bit++) {
                    refused(Flaw.ROOT_MISMATCH, proof.verify(flip(leaf, bit), root));
                    refused(Flaw.ROOT_MISMATCH, proof.verify(leaf, flip(root, bit)));
                    for (var i = 0; i < proof.path().size(); i++) {
                        var other = new InclusionProof(index, size, flipped(proof.path(), i, bit));
                        refused(Flaw.ROOT_MISMATCH, other.verify(leaf, root));
                    }
                }
            }
        }
    }

    @Test
    void everyBitOfAConsistencyProofMatters() {
        for (var sizes : new int[][] {{1, 2}, {2, 3}, {3, 7}, {4, 8}, {6, 8}, {64, 100}, {100, 513}}) {
            var proof = ConsistencyProof.of(sizes[0], sizes[1], STORED);
            var first = STORED.root(sizes[0]);
            var second = STORED.root(sizes[1]);
            for (var bit = 0; bit < 256; bit++) {
                refused(Flaw.ROOT_MISMATCH, proof.verify(flip(first, bit), second));
                refused(Flaw.ROOT_MISMATCH, proof.verify(first, flip(second, bit)));
                for (var i = 0; i < proof.path().size(); i++) {
                    var other = new ConsistencyProof(sizes[0], sizes[1], flipped(proof.path(), i, bit));
                    refused(Flaw.ROOT_MISMATCH, other.verify(first, second));
                }
            }
        }
    }

    @Test
    void anInclusionProofHoldsForNoOtherPlaceAndNoOtherSizeWithAnotherShape() {
        var size = 37;
        for (var index = 0; index < size; index++) {
            var proof = InclusionProof.of(index, size, STORED);
            var leaf = Merkle.leaf(NaiveTree.entry(index));
            for (var other = 0; other < 80; other++) {
                if (other == index) continue;
                var moved = new InclusionProof(other, size, proof.path()).verify(leaf, STORED.root(size));
                assertInstanceOf(InclusionProof.Outcome.Refused.class, moved, index + " passed as " + other);
            }
        }
    }

    @Test
    void anInclusionProofForAnIndexNotBelowTheSizeIsRefusedWhateverItHolds() {
        var proof = InclusionProof.of(2, 3, STORED);
        var leaf = Merkle.leaf(NaiveTree.entry(2));
        for (var index : new long[] {3, 4, 6, 1L << 40, Long.MAX_VALUE, -1})
            refused(Flaw.INDEX_NOT_BELOW_SIZE, new InclusionProof(index, 3, proof.path()).verify(leaf, STORED.root(3)));
        refused(Flaw.INDEX_NOT_BELOW_SIZE, new InclusionProof(0, 0, List.of()).verify(leaf, Merkle.EMPTY_ROOT));
    }

    @Test
    void aProofThatIsTooLongOrTooShortIsRefused() {
        var leaf = Merkle.leaf(NaiveTree.entry(9));
        var path = InclusionProof.of(9, 21, STORED).path();
        var root = STORED.root(21);
        refused(Flaw.PROOF_TOO_LONG, new InclusionProof(9, 21, longer(path)).verify(leaf, root));
        refused(Flaw.PROOF_TOO_SHORT, new InclusionProof(9, 21, path.subList(0, path.size() - 1)).verify(leaf, root));
        refused(Flaw.PROOF_TOO_SHORT, new InclusionProof(9, 21, List.of()).verify(leaf, root));
        refused(Flaw.PROOF_TOO_LONG, new InclusionProof(0, 1, longer(List.of())).verify(leaf, root));
    }

    @Test
    void aConsistencyProofThatIsTooLongOrTooShortIsRefused() {
        for (var first : new int[] {8, 9}) {
            var path = ConsistencyProof.of(first, 21, STORED).path();
            var roots = new Hash[] {STORED.root(first), STORED.root(21)};
            refused(Flaw.PROOF_TOO_LONG, new ConsistencyProof(first, 21, longer(path)).verify(roots[0], roots[1]));
            refused(
                    Flaw.PROOF_TOO_SHORT,
                    new ConsistencyProof(first, 21, path.subList(0, path.size() - 1)).verify(roots[0], roots[1]));
            refused(Flaw.PROOF_TOO_SHORT, new ConsistencyProof(first, 21, List.of()).verify(roots[0], roots[1]));
        }
        refused(
                Flaw.PROOF_TOO_LONG,
                new ConsistencyProof(9, 9, longer(List.of())).verify(STORED.root(9), STORED.root(9)));
        refused(
                Flaw.PROOF_TOO_LONG,
                new ConsistencyProof(0, 9, longer(List.of())).verify(Merkle.EMPTY_ROOT, STORED.root(9)));
    }

    @Test
    void aSmallerTreeAndTwoTreesOfOneSizeAreCalledByTheirNames() {
        refused(Flaw.SMALLER_TREE, new ConsistencyProof(9, 8, List.of()).verify(STORED.root(9), STORED.root(8)));
        refused(
                Flaw.SAME_SIZE_OTHER_ROOT,
                new ConsistencyProof(9, 9, List.of()).verify(STORED.root(9), STORED.root(8)));
        refused(Flaw.ROOT_MISMATCH, new ConsistencyProof(0, 9, List.of()).verify(STORED.root(1), STORED.root(9)));
    }

    @Test
    void everythingContinuesTheEmptyTree() {
        assertInstanceOf(
                ConsistencyProof.Outcome.Consistent.class,
                ConsistencyProof.of(0, 9, STORED).verify(Merkle.EMPTY_ROOT, STORED.root(9)));
    }

    @Test
    void proofsOfVeryLargeTreesHold() {
        // All entries alike, so that a tree of any size is known: one hash for each level.
        var levels = new Hash[63];
        levels[0] = Merkle.leaf(new byte[0]);
        for (var level = 1; level < 63; level++) levels[level] = Merkle.node(levels[level - 1], levels[level - 1]);
        HashReader alike = (level, index) -> levels[level];
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++) {
            var size = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            var index = random.nextLong(size);
            assertInstanceOf(
                    InclusionProof.Outcome.Included.class,
                    InclusionProof.of(index, size, alike).verify(levels[0], alike.root(size)));
            assertInstanceOf(
                    ConsistencyProof.Outcome.Consistent.class,
                    ConsistencyProof.of(index, size, alike).verify(alike.root(index), alike.root(size)));
        }
        assertEquals(63, InclusionProof.of(0, Long.MAX_VALUE, alike).path().size());
    }

    @Test
    void noProofIsBuiltForWhatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> InclusionProof.of(3, 3, STORED));
        assertThrows(IllegalArgumentException.class, () -> InclusionProof.of(-1, 3, STORED));
        assertThrows(IllegalArgumentException.class, () -> ConsistencyProof.of(4, 3, STORED));
        assertThrows(IllegalArgumentException.class, () -> STORED.range(1, 3));
    }

    private static int[] indexes(int size, Random random) {
        if (size <= 70) return java.util.stream.IntStream.range(0, size).toArray();
        return new int[] {0, 1, size / 2, size - 2, size - 1, Integer.highestOneBit(size - 1), random.nextInt(size)};
    }

    private static Hash flip(Hash hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    private static List<Hash> flipped(List<Hash> path, int at, int bit) {
        var other = new ArrayList<>(path);
        other.set(at, flip(path.get(at), bit));
        return other;
    }

    private static List<Hash> longer(List<Hash> path) {
        var other = new ArrayList<>(path);
        other.add(Merkle.EMPTY_ROOT);
        return other;
    }

    private static void refused(Flaw flaw, InclusionProof.Outcome outcome) {
        assertEquals(
                flaw,
                assertInstanceOf(InclusionProof.Outcome.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }

    private static void refused(Flaw flaw, ConsistencyProof.Outcome outcome) {
        assertEquals(
                flaw,
                assertInstanceOf(ConsistencyProof.Outcome.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }
}
