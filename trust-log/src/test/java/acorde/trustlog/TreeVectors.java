package acorde.trustlog;

import static acorde.trustlog.LogVectorWriter.TREE;
import static acorde.trustlog.LogVectorWriter.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Trees, inclusion and consistency. */
final class TreeVectors {
    private static final Hash STRANGE = Merkle.leaf(new byte[] {(byte) 0xff});

    private final LogVectorWriter writer;

    TreeVectors(LogVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        for (var size = 0; size <= 8; size++) {
            var entries = MerkleTest.PUBLISHED_ENTRIES.subList(0, size).stream()
                    .map(HexFormat.of()::parseHex)
                    .toList();
            writer.write(
                    "tree",
                    "published-" + size,
                    "good",
                    "entries",
                    entries,
                    "root",
                    MerkleTest.PUBLISHED_ROOTS.get(size));
        }
        for (var size : new int[] {255, 256, 257})
            writer.write(
                    "tree", "of-" + size, "good", "entries", LogVectorWriter.entries(size), "root", TREE.root(size));
        published();
        inclusion();
        consistency();
    }

    /** Proofs published beside the roots of the same eight entries. */
    private void published() throws IOException {
        var a = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
        var b = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
        var c = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
        var d = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
        var e = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
        var f = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
        var g = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
        publishedInclusion(0, 8, List.of(a, b, c));
        publishedInclusion(5, 8, List.of(d, e, f));
        publishedConsistency(1, 1, List.of());
        publishedConsistency(1, 8, List.of(a, b, c));
        publishedConsistency(6, 8, List.of(g, e, f));
        publishedConsistency(2, 5, List.of(b, d));
    }

    private void publishedInclusion(int index, int size, List<String> path) throws IOException {
        var leaf = Merkle.leaf(HexFormat.of().parseHex(MerkleTest.PUBLISHED_ENTRIES.get(index)));
        inclusion(
                "published-" + index + "-of-" + size,
                "good",
                new InclusionProof(index, size, path.stream().map(Hash::ofHex).toList()),
                leaf,
                Hash.ofHex(MerkleTest.PUBLISHED_ROOTS.get(size)));
    }

    private void publishedConsistency(int first, int second, List<String> path) throws IOException {
        consistency(
                "published-" + first + "-to-" + second,
                "good",
                new ConsistencyProof(
                        first, second, path.stream().map(Hash::ofHex).toList()),
                Hash.ofHex(MerkleTest.PUBLISHED_ROOTS.get(first)),
                Hash.ofHex(MerkleTest.PUBLISHED_ROOTS.get(second)));
    }

    private void inclusion() throws IOException {
        for (var place : new int[][] {{0, 1}, {0, 2}, {6, 7}, {12, 21}, {255, 256}, {256, 257}, {600, 700}})
            inclusion(place[0] + "-of-" + place[1], "good", place[0], place[1], TREE.path(place[0], place[1]));
        var path = TREE.path(12, 21);
        inclusion("index-not-below-size", "index-not-below-size", 21, 21, path);
        // Without the comparison of index and size, RFC 9162 §2.1.3.2 would go the way of entry 2 and arrive.
        inclusion(
                "index-beyond-size-that-would-lead-to-the-root",
                "index-not-below-size",
                new InclusionProof(6, 4, TREE.path(2, 4)),
                Merkle.leaf(entry(2)),
                TREE.root(4));
        inclusion(
                "in-an-empty-tree",
                "index-not-below-size",
                new InclusionProof(0, 0, List.of()),
                Merkle.leaf(entry(0)),
                TREE.root(0));
        inclusion("proof-too-short", "proof-too-short", 12, 21, path.subList(0, path.size() - 1));
        inclusion("proof-empty", "proof-too-short", 12, 21, List.of());
        // The root over the first eight of twelve, given for a larger tree: the path ends at a subtree, and its hash as
        // the root.
        inclusion(
                "proof-too-short-that-leads-to-the-root-given",
                "proof-too-short",
                new InclusionProof(5, 12, TREE.path(5, 8)),
                Merkle.leaf(entry(5)),
                TREE.root(8));
        inclusion("proof-too-long", "proof-too-long", 12, 21, with(path, STRANGE));
        var longer = with(TREE.path(5, 8), STRANGE);
        inclusion(
                "proof-too-long-that-leads-to-the-root-given",
                "proof-too-long",
                new InclusionProof(5, 8, longer),
                Merkle.leaf(entry(5)),
                Merkle.node(STRANGE, TREE.root(8)));
        inclusion("proof-of-one-entry-with-a-path", "proof-too-long", 0, 1, List.of(STRANGE));
        inclusion("two-hashes-swapped", "root-mismatch", 12, 21, swapped(path));
        inclusion(
                "another-entry",
                "root-mismatch",
                new InclusionProof(12, 21, path),
                Merkle.leaf(entry(13)),
                TREE.root(21));
        inclusion(
                "another-index",
                "root-mismatch",
                new InclusionProof(13, 21, path),
                Merkle.leaf(entry(12)),
                TREE.root(21));
        inclusion(
                "another-root",
                "root-mismatch",
                new InclusionProof(12, 21, path),
                Merkle.leaf(entry(12)),
                TREE.root(22));
        // A node passed off as an entry: without the prefixes 00 and 01 it would hold.
        inclusion(
                "a-node-as-entry",
                "root-mismatch",
                new InclusionProof(6, 11, TREE.path(12, 21).subList(1, 5)),
                Merkle.leaf(pair(Merkle.leaf(entry(12)), Merkle.leaf(entry(13)))),
                TREE.root(21));
    }

    private void consistency() throws IOException {
        for (var sizes :
                new int[][] {{0, 5}, {1, 2}, {3, 4}, {4, 7}, {6, 7}, {8, 21}, {13, 21}, {256, 700}, {700, 700}})
            consistency(
                    sizes[0] + "-to-" + sizes[1],
                    "good",
                    sizes[0],
                    sizes[1],
                    TREE.proof(sizes[0] == 0 ? sizes[1] : sizes[0], sizes[1]));
        var path = TREE.proof(13, 21);
        consistency("smaller-tree", "smaller-tree", 21, 13, path);
        consistency(
                "same-size-other-root",
                "same-size-other-root",
                new ConsistencyProof(21, 21, List.of()),
                TREE.root(21),
                Merkle.node(TREE.root(20), STRANGE));
        consistency("proof-too-short", "proof-too-short", 13, 21, path.subList(0, path.size() - 1));
        consistency("proof-empty", "proof-too-short", 13, 21, List.of());
        consistency("proof-empty-from-a-power-of-two", "proof-too-short", 8, 21, List.of());
        consistency("proof-too-long", "proof-too-long", 13, 21, with(path, STRANGE));
        consistency("proof-between-equal-sizes-with-a-path", "proof-too-long", 21, 21, List.of(STRANGE));
        consistency("proof-from-the-empty-tree-with-a-path", "proof-too-long", 0, 21, List.of(STRANGE));
        consistency("two-hashes-swapped", "root-mismatch", 13, 21, swapped(path));
        consistency(
                "another-older-root",
                "root-mismatch",
                new ConsistencyProof(13, 21, path),
                TREE.root(12),
                TREE.root(21));
        consistency(
                "another-newer-root",
                "root-mismatch",
                new ConsistencyProof(13, 21, path),
                TREE.root(13),
                TREE.root(20));
        consistency(
                "empty-tree-with-a-root",
                "root-mismatch",
                new ConsistencyProof(0, 21, List.of()),
                TREE.root(1),
                TREE.root(21));
    }

    private void inclusion(String situation, String expect, int index, int size, List<Hash> path) throws IOException {
        var proof = new InclusionProof(index, size, path);
        inclusion(situation, expect, proof, Merkle.leaf(entry(index)), TREE.root(size));
    }

    // Five parameters: they are the file.
    private void inclusion(String situation, String expect, InclusionProof proof, Hash leaf, Hash root)
            throws IOException {
        writer.write(
                "inclusion",
                situation,
                expect,
                "leaf",
                leaf,
                "index",
                proof.index(),
                "size",
                proof.size(),
                "root",
                root,
                "path",
                proof.path());
    }

    private void consistency(String situation, String expect, int first, int second, List<Hash> path)
            throws IOException {
        consistency(situation, expect, new ConsistencyProof(first, second, path), TREE.root(first), TREE.root(second));
    }

    // Five parameters: they are the file.
    private void consistency(String situation, String expect, ConsistencyProof proof, Hash first, Hash second)
            throws IOException {
        writer.write(
                "consistency",
                situation,
                expect,
                "first",
                proof.first(),
                "second",
                proof.second(),
                "firstRoot",
                first,
                "secondRoot",
                second,
                "path",
                proof.path());
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        var all = new ArrayList<>(path);
        all.add(last);
        return all;
    }

    private static List<Hash> swapped(List<Hash> path) {
        var all = new ArrayList<>(path);
        all.set(0, path.get(1));
        all.set(1, path.get(0));
        return all;
    }

    private static byte[] pair(Hash left, Hash right) {
        var pair = new byte[64];
        left.write(pair, 0);
        right.write(pair, 32);
        return pair;
    }
}
