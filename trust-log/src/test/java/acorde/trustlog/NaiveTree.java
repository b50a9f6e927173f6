package acorde.trustlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 6962 §2.1 read aloud: recursive, slow, sharing no line with the library. What the library says is compared with
 * this.
 */
final class NaiveTree {
    private final List<byte[]> entries;

    NaiveTree(List<byte[]> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A tree whose entry i is the text "entry i". */
    static NaiveTree counting(int size) {
        var entries = new ArrayList<byte[]>();
        for (var i = 0; i < size; i++) entries.add(entry(i));
        return new NaiveTree(entries);
    }

    static byte[] entry(long i) {
        return ("entry " + i).getBytes(StandardCharsets.UTF_8);
    }

    List<byte[]> entries() {
        return entries;
    }

    Hash root(int size) {
        return Hash.of(mth(0, size));
    }

    Hash subtree(int level, long index) {
        return Hash.of(mth((int) (index << level), (int) ((index + 1) << level)));
    }

    List<Hash> path(int index, int size) {
        return path(index, 0, size).stream().map(Hash::of).toList();
    }

    List<Hash> proof(int first, int second) {
        return subproof(first, 0, second, true).stream().map(Hash::of).toList();
    }

    private byte[] mth(int begin, int end) {
        if (begin == end) return sha256(new byte[0]);
        if (end - begin == 1) return sha256(new byte[] {0}, entries.get(begin));
        var k = split(end - begin);
        return sha256(new byte[] {1}, mth(begin, begin + k), mth(begin + k, end));
    }

    private List<byte[]> path(int m, int begin, int end) {
        if (end - begin == 1) return List.of();
        var k = split(end - begin);
        return m < k
                ? plus(path(m, begin, begin + k), mth(begin + k, end))
                : plus(path(m - k, begin + k, end), mth(begin, begin + k));
    }

    private List<byte[]> subproof(int m, int begin, int end, boolean whole) {
        if (m == end - begin) return whole ? List.of() : List.of(mth(begin, end));
        var k = split(end - begin);
        return m <= k
                ? plus(subproof(m, begin, begin + k, whole), mth(begin + k, end))
                : plus(subproof(m - k, begin + k, end, false), mth(begin, begin + k));
    }

    private static int split(int n) {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }

    private static List<byte[]> plus(List<byte[]> hashes, byte[] last) {
        var all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
