package acorde.acts;

import static acorde.acts.ActVectorWriter.act;
import static acorde.acts.ActVectorWriter.bytes;
import static acorde.acts.ActVectorWriter.sha256;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The entry of an act, its tags, and pages of openings: the log of Honduras as Guatemala reads it, which stands second of two. */
final class OpeningVectors {
    private static final byte[] AUTHOR = sha256(bytes("exchange key of HN"));
    private static final byte[] READER = sha256(bytes("exchange key of GT"));
    private static final String TO_GT = act("HN", "vega.said", List.of("GT"), List.of(), "{\"w\":\"así\"}");
    private static final byte[] SALT = sha256(bytes("salt"));

    private final ActVectorWriter writer;

    OpeningVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        commitments();
        tags();
        goodPages();
        wrongOpenings();
        unreadablePages();
    }

    private static byte[] commitment(byte[] salt, byte[] act) {
        return sha256(bytes("acorde/act/v1\0"), salt, act);
    }

    private void commitments() throws IOException {
        var act = bytes(TO_GT);
        var entry = entry(0, SALT, act, true);
        commitment("good", "good", entry, SALT, act);
        commitment("of-an-empty-act", "good", entry(0, SALT, new byte[0], true), SALT, new byte[0]);
        commitment("another-act", "mismatch", entry, SALT, bytes(TO_GT.replace("así", "asi")));
        commitment("another-salt", "mismatch", entry, sha256(bytes("another salt")), act);
        commitment("the-act-written-again-with-a-space", "mismatch", entry, SALT, bytes(TO_GT.replace(",", ", ")));
        commitment("salt-one-byte-short", "mismatch", entry, Arrays.copyOf(SALT, 31), act);
        commitment(
                "salt-and-act-divided-elsewhere",
                "mismatch",
                entry,
                Arrays.copyOf(SALT, 33),
                Arrays.copyOfRange(act, 1, act.length));
        commitment("without-the-label", "mismatch", raw(sha256(SALT, act), new byte[16]), SALT, act);
    }

    private void commitment(String situation, String expect, byte[] entry, byte[] salt, byte[] act)
            throws IOException { // a case
        writer.write("commitment", situation, expect, "entry", entry, "salt", salt, "act", act);
    }

    private void tags() throws IOException {
        for (var index : List.of(0L, 1L, 255L, 4_294_967_296L, 999_999_999_999_999L))
            tag("of-index-" + index, "good", "index", index, "tag", tag(index));
        tag("of-another-index", "not-for-us", "index", 2L, "tag", tag(3));
        tag("random", "not-for-us", "index", 2L, "tag", Arrays.copyOf(sha256(bytes("random")), 8));
        tag("of-the-other-direction", "not-for-us", "index", 2L, "tag", mac(key("GT", "HN"), "GT", 2));
        tag("of-another-compact", "not-for-us", "index", 2L, "tag", mac(derive("mira", "HN", "GT"), "HN", 2));
        writer.write(
                "tag",
                "key-of-low-order",
                "refused",
                "compact",
                "vega",
                "author",
                "HN",
                "reader",
                "GT",
                "readerSecret",
                READER,
                "authorKey",
                new byte[32],
                "index",
                0L,
                "tag",
                new byte[8]);
    }

    private void tag(String situation, String expect, Object... pairs) throws IOException {
        var all = new ArrayList<Object>(List.of(
                "compact",
                "vega",
                "author",
                "HN",
                "reader",
                "GT",
                "authorSecret",
                AUTHOR,
                "readerKey",
                publicKey(READER),
                "readerSecret",
                READER,
                "authorKey",
                publicKey(AUTHOR)));
        all.addAll(List.of(pairs));
        writer.write("tag", situation, expect, all.toArray());
    }

    /** What is in the log of Honduras from index 256 on: for Guatemala the first, third and fourth. */
    private record Page(List<byte[]> entries, ByteArrayOutputStream openings) {
        Page() {
            this(new ArrayList<>(), new ByteArrayOutputStream());
        }

        Page entry(String act, boolean tagged) {
            entries.add(OpeningVectors.entry(256 + entries.size(), SALT, bytes(act), tagged));
            return this;
        }

        Page open(long index, byte[] salt, byte[] act) {
            return head(index, salt, act.length).raw(act);
        }

        Page open(long index, String act) {
            return open(index, SALT, bytes(act));
        }

        Page head(long index, byte[] salt, int length) {
            return raw(ByteBuffer.allocate(8).putLong(index).array())
                    .raw(salt)
                    .raw(ByteBuffer.allocate(4).putInt(length).array());
        }

        Page takenBack(long index, long order) {
            return raw(ByteBuffer.allocate(16)
                    .putLong(index | Long.MIN_VALUE)
                    .putLong(order)
                    .array());
        }

        Page raw(byte[] bytes) {
            openings.writeBytes(bytes);
            return this;
        }
    }

    /** Three entries: for us, for others, for us. */
    private static Page three() {
        return new Page().entry(TO_GT, true).entry(TO_GT, false).entry(TO_GT, true);
    }

    private void page(String situation, String expect, Page page, Map<String, String> outcome) throws IOException {
        writer.write(
                "openings",
                situation,
                expect,
                "compact",
                "vega",
                "author",
                "HN",
                "reader",
                "GT",
                "readerSecret",
                READER,
                "authorKey",
                publicKey(AUTHOR),
                "from",
                256L,
                "entries",
                page.entries,
                "page",
                page.openings.toByteArray(),
                "outcome",
                new TreeMap<>(outcome));
    }

    private void goodPages() throws IOException {
        page("good", "good", three().open(256, TO_GT).open(258, TO_GT), outcome("opened", "not-for-us", "opened"));
        page("nothing-for-us", "good", new Page().entry(TO_GT, false), outcome("not-for-us"));
        var full = new Page();
        for (var i = 0; i < 256; i++) full.entry(TO_GT, true);
        for (var i = 0; i < 256; i++) full.open(256 + i, TO_GT);
        page("256-openings", "good", full, all("opened"));
        full.open(512, TO_GT);
        page("257-openings", "unreadable", full, Map.of());
        page("tag-without-opening", "good", three().open(258, TO_GT), outcome("missing", "not-for-us", "opened"));
        page("no-opening-at-all", "good", three(), outcome("missing", "not-for-us", "missing"));
        page(
                "opening-without-tag",
                "good",
                three().open(256, TO_GT).open(257, TO_GT).open(258, TO_GT),
                outcome("opened", "not-for-us", "opened"));
    }

    private static Map<String, String> outcome(String... outcomes) {
        var outcome = new TreeMap<String, String>();
        for (var i = 0; i < outcomes.length; i++) outcome.put("HN/" + (256 + i), outcomes[i]);
        return outcome;
    }

    private static Map<String, String> all(String each) {
        var outcome = new String[256];
        Arrays.fill(outcome, each);
        return outcome(outcome);
    }

    private void wrongOpenings() throws IOException {
        page(
                "commitment-mismatch-another-act",
                "good",
                three().open(256, TO_GT.replace("así", "no")).open(258, TO_GT),
                outcome("missing", "not-for-us", "opened"));
        page(
                "commitment-mismatch-another-salt",
                "good",
                three().open(256, sha256(bytes("another")), bytes(TO_GT)).open(258, TO_GT),
                outcome("missing", "not-for-us", "opened"));
        page(
                "taken-back",
                "good",
                three().takenBack(256, 300).open(258, TO_GT),
                outcome("taken back by 300", "not-for-us", "opened"));
        page(
                "taken-back-and-not-for-us",
                "good",
                three().open(256, TO_GT).takenBack(257, 300).open(258, TO_GT),
                outcome("opened", "not-for-us", "opened"));
        rejected("of-an-act-by-another-party", TO_GT.replace("\"by\":\"HN\"", "\"by\":\"SV\""), "BY_ANOTHER");
        rejected("of-an-act-to-others", TO_GT.replace("\"to\":[\"GT\"]", "\"to\":[\"SV\"]"), "TO_DISAGREES");
        rejected("of-an-act-to-nobody", TO_GT.replace("\"to\":[\"GT\"]", "\"to\":[]"), "TO_DISAGREES");
        rejected("of-bytes-that-are-no-act", "not JSON", "NOT_JSON");
        rejected("of-no-bytes", "", "NOT_JSON");
    }

    private void rejected(String situation, String act, String rule) throws IOException {
        page(
                situation,
                "good",
                new Page().entry(act, true).entry(TO_GT, true).open(256, act).open(257, TO_GT),
                outcome(rule, "opened"));
    }

    private void unreadablePages() throws IOException {
        unreadable("index-below-those-asked-for", three().open(255, TO_GT).open(256, TO_GT));
        unreadable("index-above-those-asked-for", three().open(256, TO_GT).open(259, TO_GT));
        unreadable("index-negative", three().open(-1, TO_GT));
        unreadable("taken-back-by-itself", three().takenBack(256, 256));
        unreadable("taken-back-by-an-earlier-act", three().takenBack(256, 7));
        unreadable("taken-back-by-a-negative-act", three().takenBack(256, -1));
        unreadable("taken-back-of-what-was-not-asked-for", three().takenBack(259, 300));
        unreadable("taken-back-and-opened", three().takenBack(256, 300).open(256, TO_GT));
        unreadable(
                "cut-inside-what-was-taken-back",
                three().raw(Arrays.copyOf(three().takenBack(256, 300).openings.toByteArray(), 12)));
        unreadable("one-opening-twice", three().open(256, TO_GT).open(256, TO_GT));
        unreadable("indexes-falling", three().open(258, TO_GT).open(256, TO_GT));
        unreadable("act-longer-than-a-mebibyte", three().head(256, SALT, (1 << 20) + 1));
        unreadable("act-of-negative-length", three().head(256, SALT, -1));
        unreadable("act-of-two-gigabytes", three().head(256, SALT, Integer.MAX_VALUE));
        var whole = three().open(256, TO_GT).openings.toByteArray();
        for (var cut : Map.of("index", 3, "salt", 20, "length", 41, "act", 50).entrySet())
            unreadable("cut-inside-" + cut.getKey(), three().raw(Arrays.copyOf(whole, cut.getValue())));
        unreadable("cut-before-the-act", three().raw(Arrays.copyOf(whole, 44)));
        unreadable("garbage", three().raw(bytes("<html><body>502 Bad Gateway</body></html>".repeat(3))));
    }

    private void unreadable(String situation, Page page) throws IOException {
        page(situation, "unreadable", page, Map.of());
    }

    // The entry and its tags, from spec/act.md.

    private static byte[] entry(long index, byte[] salt, byte[] act, boolean tagged) {
        var tags = new byte[16];
        System.arraycopy(sha256(bytes("tag of nobody " + index)), 0, tags, 0, 16);
        if (tagged) System.arraycopy(tag(index), 0, tags, 8, 8);
        return raw(commitment(salt, act), tags);
    }

    private static byte[] raw(byte[] commitment, byte[] tags) {
        return ByteBuffer.allocate(34 + tags.length)
                .put((byte) 1)
                .put(commitment)
                .put((byte) (tags.length / 8))
                .put(tags)
                .array();
    }

    private static byte[] tag(long index) {
        return mac(key("HN", "GT"), "HN", index);
    }

    private static byte[] key(String author, String reader) {
        return derive("vega", author, reader);
    }

    private static byte[] derive(String compact, String author, String reader) {
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(secret(READER));
            agreement.doPhase(point(publicKey(AUTHOR)), true);
            var shared = new SecretKeySpec(agreement.generateSecret(), "X25519");
            var info = bytes("acorde/tag/v1\0" + compact + "\0" + author + "\0" + reader);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(shared).thenExpand(info, 32));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(byte[] key, String author, long index) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(bytes("acorde/tag/v1\0" + author + "\0"));
            return Arrays.copyOf(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(index).array()), 8);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey secret(byte[] scalar) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
    }

    private static PublicKey point(byte[] bytes) throws GeneralSecurityException {
        var big = new BigInteger(1, reversed(bytes));
        return KeyFactory.getInstance("X25519").generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, big));
    }

    /** The scalar times the base point, which is 9. */
    private static byte[] publicKey(byte[] scalar) {
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(secret(scalar));
            var base = new byte[32];
            base[0] = 9;
            agreement.doPhase((XECPublicKey) point(base), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(HexFormat.of().formatHex(scalar), e);
        }
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
        return reversed;
    }
}
