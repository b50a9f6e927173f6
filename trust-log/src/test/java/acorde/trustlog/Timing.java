package acorde.trustlog;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two figures that the library answers for, on one core. Not a test: run its main by hand. Prints the best and the
 * median of rounds after warming up, and the plain SHA-256 rate of the same run to compare with.
 */
final class Timing {
    private static final int ENTRIES = 1_000_000;
    private static final int BATCH = 256;

    private Timing() {}

    public static void main(String[] arguments) throws Exception {
        var flat = new byte[ENTRIES * 66];
        new Random(1).nextBytes(flat);
        var bundles = bundles(flat);
        var raw = bundles.stream().map(EntryBundle::bytes).toList();
        var sha = MessageDigest.getInstance("SHA-256");
        report("SHA-256 of 64 MiB in one go, MB/s", 64 * 1.048576, () -> sha.digest(new byte[64 << 20]));
        report("verify 1,000,000 flat entries: leaves and root, millions/s", 1, () -> leavesAndRoot(flat));
        report("verify 1,000,000 entries in bundles: parse, stretch, millions/s", 1, () -> stretch(raw));
        report("verify 1,000,000 entries in bundles, each on its own, millions/s", 1, () -> eachOnItsOwn(raw));
        report("append in batches of 256: leaf, tree, root, 1,000/s", 1_000, () -> append(flat));
        report("append, all crypto of an act of 612 bytes, batches of 256, 1,000/s", 256, Timing::wholeAppend);
    }

    private static void report(String what, double amount, Callable<?> work) throws Exception {
        var nanos = new long[15];
        for (var round = -10; round < nanos.length; round++) {
            var start = System.nanoTime();
            work.call();
            if (round >= 0) nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-75s best %8.3f  median %8.3f   (%.3f s, %.3f s)%n",
                what, amount / (nanos[0] / 1e9), amount / (nanos[7] / 1e9), nanos[0] / 1e9, nanos[7] / 1e9);
    }

    private static Hash leavesAndRoot(byte[] flat) {
        var hashes = new byte[ENTRIES * Hash.SIZE];
        for (var i = 0; i < ENTRIES; i++) Merkle.leaf(flat, i * 66, 66, hashes, i * Hash.SIZE);
        return Merkle.root(hashes, 0, ENTRIES);
    }

    private static Hash stretch(List<byte[]> raw) {
        var frontier = new Frontier();
        var hashes = new byte[BATCH * Hash.SIZE];
        for (var bytes : raw) {
            var bundle = EntryBundle.parse(bytes, LogEntry.MAX_BYTES);
            bundle.leafHashes(hashes, 0);
            frontier.add(hashes, 0, bundle.count());
        }
        return frontier.root();
    }

    private static Hash eachOnItsOwn(List<byte[]> raw) {
        var root = Merkle.EMPTY_ROOT;
        for (var bytes : raw) {
            var bundle = EntryBundle.parse(bytes, LogEntry.MAX_BYTES);
            root = Merkle.root(bundle.leafHashes(), 0, bundle.count());
        }
        return root;
    }

    private static Hash append(byte[] flat) {
        var frontier = new Frontier();
        var hashes = new byte[BATCH * Hash.SIZE];
        var root = Merkle.EMPTY_ROOT;
        for (var from = 0; from < ENTRIES; from += BATCH) {
            var count = Math.min(BATCH, ENTRIES - from);
            for (var i = 0; i < count; i++) Merkle.leaf(flat, (from + i) * 66, 66, hashes, i * Hash.SIZE);
            frontier.add(hashes, 0, count);
            root = frontier.root();
        }
        return root;
    }

    private static Object wholeAppend() throws GeneralSecurityException {
        var act = new byte[612];
        var macs = new ArrayList<Mac>();
        for (var i = 0; i < 4; i++) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            macs.add(mac);
        }
        var sha = MessageDigest.getInstance("SHA-256");
        var random = new SecureRandom();
        var salts = new byte[BATCH * 32];
        var entry = new byte[66];
        var tag = new byte[32];
        var hashes = new byte[BATCH * Hash.SIZE];
        var tagged = new byte[32];
        var frontier = new Frontier();
        var signed = 0L;
        var key = VerifierKey.ofEd25519("acorde/vega/HN", Ed25519.named("log").publicKey());
        var signer = Ed25519.named("log").signer();
        for (var batch = 0; batch < 1_000; batch++) {
            random.nextBytes(salts);
            for (var i = 0; i < BATCH; i++) {
                entry[0] = 1;
                sha.update(new byte[14]);
                sha.update(salts, i * 32, 32);
                sha.update(act);
                sha.digest(entry, 1, 32);
                entry[33] = 4;
                for (var r = 0; r < 4; r++) {
                    ByteBuffer.wrap(tagged).putLong(24, frontier.size() + i);
                    macs.get(r).update(tagged);
                    macs.get(r).doFinal(tag, 0);
                    System.arraycopy(tag, 0, entry, 34 + r * 8, 8);
                }
                Merkle.leaf(entry, 0, entry.length, hashes, i * Hash.SIZE);
            }
            frontier.add(hashes, 0, BATCH);
            signed += NoteSigning.sign(Checkpoint.of("acorde/vega/HN", frontier), key, signer)
                    .bytes()
                    .length;
        }
        return signed;
    }

    private static List<EntryBundle> bundles(byte[] flat) {
        var bundles = new ArrayList<EntryBundle>();
        for (var from = 0; from < ENTRIES; from += BATCH) {
            var entries = new ArrayList<byte[]>();
            for (var i = from; i < Math.min(from + BATCH, ENTRIES); i++)
                entries.add(Arrays.copyOfRange(flat, i * 66, (i + 1) * 66));
            bundles.add(EntryBundle.of(entries));
        }
        return bundles;
    }
}
