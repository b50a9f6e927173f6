package acorde.offices;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id keeps them. 19 MiB, 2 passes, 1 lane: what the OWASP Password Storage Cheat Sheet asks for at the least, and so
 * little that an old server bears it. As many hashings run at once as there are places, so a flood of sign-ins cannot eat the memory.
 */
final class Passwords {
    /** Longest password that is looked at, in characters. */
    static final int LONGEST = 200;

    /** Shortest that is taken: the server's throttle and Argon2id do the rest. */
    static final int SHORTEST = 12;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Without letters and digits that look alike: 31^20 is 99 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int RANDOM_CHARACTERS = 20;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore room;
    private final Duration patience;
    private final SecureRandom random;

    /** Made aside, and outside the room of the others: it takes a tenth of a second of a start. */
    private volatile CompletableFuture<String> decoy;

    /**
     * @param atOnce hashings that may run at once, 19 MiB each
     * @param patience how long one waits for its turn
     */
    Passwords(int atOnce, Duration patience, SecureRandom random) {
        this(atOnce, patience, random, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    /** @param argon2 of other settings: tests that are not about passwords make hundreds of them */
    Passwords(int atOnce, Duration patience, SecureRandom random, Argon2PasswordEncoder argon2) {
        this.argon2 = argon2;
        this.room = new Semaphore(atOnce);
        this.patience = patience;
        this.random = random;
        this.decoy = CompletableFuture.supplyAsync(() -> hash(random()));
    }

    /** What came of comparing a password. */
    enum Match {
        RIGHT,
        WRONG,
        /** There was no room to look at it. */
        BUSY
    }

    /** Compares; the same work is done when there is nothing to compare with. */
    Match matches(String typed, @Nullable String kept) {
        var looked = typed.length() <= LONGEST ? typed : "";
        if (!enter()) return Match.BUSY;
        try {
            // Asked for in either case: that it fails, or is made again, tells nobody which accounts there are.
            var instead = decoy();
            var right = argon2.matches(normal(looked), kept == null ? instead : kept);
            return right && kept != null && !looked.isEmpty() ? Match.RIGHT : Match.WRONG;
        } finally {
            room.release();
        }
    }

    private String decoy() {
        try {
            return decoy.join();
        } catch (CompletionException failed) {
            var again = hash(random());
            decoy = CompletableFuture.completedFuture(again);
            return again;
        }
    }

    private boolean enter() {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The form in which a password is kept. */
    String encode(String password) {
        room.acquireUninterruptibly();
        try {
            return hash(password);
        } finally {
            room.release();
        }
    }

    private String hash(String password) {
        var kept = argon2.encode(normal(password));
        if (kept == null) throw new IllegalStateException("Argon2id gave nothing");
        return kept;
    }

    /** Whether a kept password was made with weaker settings than today's. */
    boolean isWeak(String kept) {
        return argon2.upgradeEncoding(kept);
    }

    /** A password nobody chose, in groups that can be read out. */
    String random() {
        var password = new StringBuilder();
        for (var i = 0; i < RANDOM_CHARACTERS; i++) {
            if (i > 0 && i % 5 == 0) password.append('-');
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Why a password that somebody chose is not taken; empty if it is. */
    static Optional<Rule> weakness(String chosen, String account) {
        var password = normal(chosen);
        if (password.length() < SHORTEST || password.length() > LONGEST) return Optional.of(Rule.PASSWORD_LENGTH);
        if (password.codePoints().distinct().count() < 6) return Optional.of(Rule.PASSWORD_TOO_PLAIN);
        var lower = password.toLowerCase(Locale.ROOT);
        for (var part : account.split("[._@-]", -1))
            if (part.length() > 3 && lower.replace(part, "").length() < SHORTEST - 4)
                return Optional.of(Rule.PASSWORD_HOLDS_NAME);
        return Optional.empty();
    }

    /** The same letters typed on another keyboard are the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
