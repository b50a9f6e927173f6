package acorde.trustlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTest {
    /**
     * Entries and roots published with the first implementation of Certificate Transparency, and used by many since.
     */
    static final List<String> PUBLISHED_ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    static final List<String> PUBLISHED_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    static final NaiveTree TREE = NaiveTree.counting(1_200);
    static final byte[] LEAVES = leaves(1_200);

    static byte[] leaves(int count) {
        var hashes = new byte[count * Hash.SIZE];
        for (var i = 0; i < count; i++) {
            var entry = NaiveTree.entry(i);
            Merkle.leaf(entry, 0, entry.length, hashes, i * Hash.SIZE);
        }
        return hashes;
    }

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertEquals(PUBLISHED_ROOTS.getFirst(), Merkle.EMPTY_ROOT.hex());
        assertEquals(Merkle.EMPTY_ROOT, new Frontier().root());
        assertEquals(Merkle.EMPTY_ROOT, Merkle.root(new byte[0], 0, 0));
    }

    @Test
    void thePublishedTreesHaveTheirPublishedRoots() {
        var frontier = new Frontier();
        for (var i = 0; i < PUBLISHED_ENTRIES.size(); i++) {
            frontier.add(Merkle.leaf(HexFormat.of().parseHex(PUBLISHED_ENTRIES.get(i))));
            assertEquals(PUBLISHED_ROOTS.get(i + 1), frontier.root().hex());
        }
    }

    @Test
    void theNaiveTreeHasThePublishedRootsToo() {
        var tree = new NaiveTree(
                PUBLISHED_ENTRIES.stream().map(HexFormat.of()::parseHex).toList());
        for (var size = 0; size <= 8; size++)
            assertEquals(PUBLISHED_ROOTS.get(size), tree.root(size).hex());
    }

    @Test
    void everySizeHasTheRootTheNaiveTreeHas() {
        for (var size = 0; size <= 600; size++)
            assertEquals(TREE.root(size), Merkle.root(LEAVES, 0, size), "size " + size);
        for (var size : new int[] {1023, 1024, 1025, 1199, 1200})
            assertEquals(TREE.root(size), Merkle.root(LEAVES, 0, size), "size " + size);
    }

    @Test
    void aSliceInTheMiddleIsATreeOfItsOwn() {
        assertEquals(TREE.subtree(8, 2), Merkle.root(LEAVES, 512, 256));
    }

    @Test
    void growingInAnyStepsGivesTheSameTree() {
        var random = new Random(6962);
        for (var round = 0; round < 200; round++) {
            var frontier = new Frontier();
            while (frontier.size() < 1_200) {
                var size = (int) frontier.size();
                var step = Math.min(1 + random.nextInt(300), 1_200 - size);
                if (step == 1) frontier.add(Hash.read(LEAVES, size * Hash.SIZE));
                else frontier.add(LEAVES, size, step);
                assertEquals(Merkle.root(LEAVES, 0, size + step), frontier.root());
            }
        }
    }

    @Test
    void aSubtreeCountsAsItsEntries() {
        var frontier = new Frontier();
        frontier.add(LEAVES, 0, 256);
        frontier.addSubtree(8, Merkle.root(LEAVES, 256, 256));
        frontier.addSubtree(8, Merkle.root(LEAVES, 512, 256));
        frontier.addSubtree(4, Merkle.root(LEAVES, 768, 16));
        frontier.add(Hash.read(LEAVES, 784 * Hash.SIZE));
        assertEquals(785, frontier.size());
        assertEquals(TREE.root(785), frontier.root());
    }

    @Test
    void aSubtreeMayOnlyStandWhereSuchSubtreesBegin() {
        var frontier = new Frontier();
        frontier.add(LEAVES, 0, 3);
        assertThrows(IllegalArgumentException.class, () -> frontier.addSubtree(1, Merkle.EMPTY_ROOT));
        assertEquals(TREE.root(3), frontier.root());
    }

    @Test
    void aStoredFrontierGoesOnWhereItWas() {
        var first = new Frontier();
        first.add(LEAVES, 0, 777);
        var again = Frontier.of(777, first.roots());
        again.add(LEAVES, 777, 100);
        assertEquals(TREE.root(877), again.root());
        assertEquals(TREE.root(777), first.root());
    }

    @Test
    void aStoredFrontierIsReadFromTheStoredTree() {
        for (var size = 0; size <= 600; size++) {
            var frontier = Frontier.at(size, TREE::subtree);
            assertEquals(TREE.root(size), frontier.root());
            assertEquals(Long.bitCount(size), frontier.roots().size());
        }
    }

    @Test
    void aStoredFrontierWithTooFewOrTooManyRootsIsRefused() {
        var roots = Frontier.at(777, TREE::subtree).roots();
        assertThrows(Malformed.class, () -> Frontier.of(777, roots.subList(1, roots.size())));
        assertThrows(Malformed.class, () -> Frontier.of(776, roots));
        assertThrows(Malformed.class, () -> Frontier.of(-1, roots));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var first = new Frontier();
        first.add(LEAVES, 0, 5);
        var copy = first.copy();
        copy.add(LEAVES, 5, 6);
        assertEquals(TREE.root(5), first.root());
        assertEquals(TREE.root(11), copy.root());
    }

    @Test
    void theLargestTreeIsTheEnd() {
        var frontier = new Frontier();
        for (var level = 62; level >= 0; level--) frontier.addSubtree(level, Merkle.EMPTY_ROOT);
        assertEquals(Long.MAX_VALUE, frontier.size());
        assertThrows(IllegalArgumentException.class, () -> frontier.add(Merkle.EMPTY_ROOT));
    }

    @Test
    void hashesBeyondTheArrayAreRefusedAndNothingChanges() {
        var frontier = new Frontier();
        frontier.add(LEAVES, 0, 7);
        assertThrows(IndexOutOfBoundsException.class, () -> frontier.add(LEAVES, 1_199, 2));
        assertEquals(TREE.root(7), frontier.root());
        assertEquals(7, frontier.size());
    }
}
