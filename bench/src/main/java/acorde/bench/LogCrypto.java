package acorde.bench;

import acorde.trustlog.Frontier;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** What an append costs in cryptography, and how fast a log of a million entries is verified, on one core. */
final class LogCrypto implements Story {
    private static final int ENTRY = 66;
    private static final int ACT = 612;
    private static final int BATCH = 256;
    private static final int MILLION = 1_000_000;
    private static final int RUNS = 7;

    @Override
    public String name() {
        return "log-crypto";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var append = medianOf(this::appends);
        var verify = medianOf(LogCrypto::verifies);
        return List.of(
                new Figure(
                        name(),
                        "append: salt, commitment, 4 tags, leaf, tree, root, signature per " + BATCH,
                        append,
                        "/s",
                        300_000,
                        450_000,
                        "one core, warm, median of " + RUNS),
                new Figure(
                        name(),
                        "verify 1,000,000 entries of 66 bytes: leaves and root",
                        verify,
                        "s",
                        0.3,
                        0.25,
                        "one core, warm, median of " + RUNS));
    }

    private static double medianOf(DoubleSupplier measure) {
        var warm = measure.getAsDouble();
        if (warm == 0) throw new IllegalStateException("nothing was measured");
        var values = new double[RUNS];
        for (var i = 0; i < RUNS; i++) values[i] = measure.getAsDouble();
        Arrays.sort(values);
        return values[RUNS / 2];
    }

    private double appends() {
        try {
            var random = new SecureRandom();
            var sha = MessageDigest.getInstance("SHA-256");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            var secret = new byte[32];
            var act = new byte[ACT];
            var tagged = new byte[32];
            var salts = new byte[BATCH * 32];
            var frontier = new Frontier();
            var leaves = new byte[BATCH * Hash.SIZE];
            var entry = new byte[ENTRY];
            var signature = new byte[64];
            var began = System.nanoTime();
            var count = MILLION / BATCH * BATCH;
            for (var done = 0; done < count; done += BATCH) {
                random.nextBytes(salts);
                for (var i = 0; i < BATCH; i++) {
                    sha.update(salts, i * 32, 32);
                    sha.update(act);
                    sha.digest(entry, 1, 32);
                    for (var tag = 0; tag < 4; tag++) System.arraycopy(mac.doFinal(tagged), 0, entry, 34 + tag * 8, 8);
                    Merkle.leaf(entry, 0, ENTRY, leaves, i * Hash.SIZE);
                }
                frontier.add(leaves, 0, BATCH);
                var root = frontier.root().bytes();
                Ed25519.sign(secret, 0, root, 0, root.length, signature, 0);
            }
            return count / ((System.nanoTime() - began) / 1e9);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double verifies() {
        var bundle = new byte[256 * ENTRY];
        var leaves = new byte[256 * Hash.SIZE];
        var frontier = new Frontier();
        var began = System.nanoTime();
        for (var done = 0; done < MILLION; done += 256) {
            var count = Math.min(256, MILLION - done);
            for (var i = 0; i < count; i++) Merkle.leaf(bundle, i * ENTRY, ENTRY, leaves, i * Hash.SIZE);
            frontier.add(leaves, 0, count);
        }
        frontier.root();
        return (System.nanoTime() - began) / 1e9;
    }
}
