package acorde.trustlog;

import static acorde.trustlog.LogVectorWriter.GT;
import static acorde.trustlog.LogVectorWriter.GT_KEY;
import static acorde.trustlog.LogVectorWriter.HN;
import static acorde.trustlog.LogVectorWriter.LOG;
import static acorde.trustlog.LogVectorWriter.LOG_KEY;
import static acorde.trustlog.LogVectorWriter.SV;
import static acorde.trustlog.LogVectorWriter.SV_KEY;
import static acorde.trustlog.LogVectorWriter.TREE;
import static acorde.trustlog.LogVectorWriter.checkpointOf;
import static acorde.trustlog.LogVectorWriter.entry;
import static acorde.trustlog.LogVectorWriter.forged;
import static acorde.trustlog.LogVectorWriter.signed;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keys, notes, checkpoints, cosignatures and proof files. */
final class NoteVectors {
    private static final long TIME = 1_553_788_800;
    /** Its 1,313 bytes end in padding and two unused bits; those of an Ed25519 key have neither. */
    private static final String ML_DSA_KEY =
            VerifierKey.ofMlDsaCosigner("acorde/vega/GT", new byte[1_312]).toString();

    private final LogVectorWriter writer;

    NoteVectors(LogVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        keys();
        notes();
        checkpoints();
        checkpointTexts();
        cosignatures();
        proofFiles();
    }

    private void keys() throws IOException {
        var published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        key("published-go", "good", published);
        key("published-standard", "good", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        key("log", "good", LOG_KEY.toString());
        key("cosigner", "good", GT_KEY.toString());
        key("cosigner-ml-dsa", "good", ML_DSA_KEY);
        key("empty", "malformed", "");
        key("only-plus-signs", "malformed", "++");
        key("key-id-of-another-key", "malformed", published.replace("c74f20a3", "c74f20a4"));
        key("key-id-in-capitals", "malformed", published.replace("c74f20a3", "C74F20A3"));
        key("name-changed", "malformed", published.replace("Neumann", "Newmann"));
        key("name-empty", "malformed", published.substring(published.indexOf('+')));
        key("name-with-a-space", "malformed", published.replace("PeterN", "Peter N"));
        key("name-with-a-space-that-is-not-ascii", "malformed", published.replace("PeterN", "Peter\u2003N"));
        key("kind-not-used-here", "malformed", published.replace("+ARpc", "+Ahpc"));
        key("base64-without-padding", "malformed", ML_DSA_KEY.replaceAll("=$", ""));
        key("base64-with-stray-bits", "malformed", ML_DSA_KEY.replaceAll("A=$", "B="));
        key("character-lost", "malformed", published.substring(0, published.length() - 1));
        key("line-break-at-the-end", "malformed", published + "\n");
    }

    private void key(String situation, String expect, String vkey) throws IOException {
        writer.write("key", situation, expect, "key", vkey);
    }

    private void notes() throws IOException {
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var line = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUg"
                + "YN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        var key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        note("published-go", "good", text + "\n" + line, key);
        note(
                "published-standard",
                "good",
                "This is an example message.\n\n— example.com/foo "
                        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK"
                        + "7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        note("line-by-an-unknown-key-beside", "good", text + "\n— unknown AAAAAQE=\n" + line, key);
        note("key-id-known-name-not", "no-signature", text + "\n" + line.replace("PeterNeumann", "Somebody"), key);
        note("name-known-key-id-not", "no-signature", text + "\n" + line.replace("x08go/", "y08go/"), key);
        note("text-changed", "wrong-signature", text.replace("think", "thank") + "\n" + line, key);
        note("wrong-signature", "wrong-signature", text + "\n" + line.replace("BwJnAM=", "BwJnBM="), key);
        note(
                "one-good-and-one-wrong-line-by-one-key",
                "wrong-signature",
                text + "\n" + line + line.replace("BwJnAM=", "BwJnBM="),
                key);
        note("signature-one-byte-short", "wrong-signature", text + "\n" + line.replace("BwJnAM=", "BwJnA=="), key);
        note("empty-file", "malformed", "", key);
        note("no-signatures", "malformed", text, key);
        note("no-signatures-after-the-empty-line", "malformed", text + "\n", key);
        note("no-empty-line", "malformed", text + line, key);
        note("no-newline-at-the-end", "malformed", (text + "\n" + line).stripTrailing(), key);
        note("no-text", "malformed", "\n" + line, key);
        note("carriage-returns", "malformed", (text + "\n" + line).replace("\n", "\r\n"), key);
        note("control-character", "malformed", text.replace("think", "th\u0007nk") + "\n" + line, key);
        note("hyphen-for-dash", "malformed", text + "\n" + line.replace("—", "-"), key);
        note("two-spaces", "malformed", text + "\n" + line.replace("Neumann x", "Neumann  x"), key);
        note("name-empty", "malformed", text + "\n" + line.replace("PeterNeumann", ""), key);
        note("name-with-a-plus", "malformed", text + "\n" + line.replace("Peter", "Peter+"), key);
        note("not-base64", "malformed", text + "\n" + line.replace("x08go", "x_8go"), key);
        note("base64-with-stray-bits", "malformed", text + "\n" + line.replace("BwJnAM=", "BwJnAN="), key);
        note("base64-without-padding", "malformed", text + "\n" + line.replace("AM=", "AM"), key);
        note("signature-is-only-a-key-id", "malformed", text + "\n— PeterNeumann x08gow==\n", key);
        note("text-after-the-signatures", "malformed", text + "\n" + line + "more\n", key);
        var notUtf8 = (text + "\n" + line).getBytes(UTF_8);
        notUtf8[3] = (byte) 0xff;
        writer.write("note", "not-utf-8", "malformed", "noteHex", notUtf8, "key", key);
        var many = new ArrayList<String>();
        for (var i = 0; i < 129; i++) many.add("— w" + i + " AAAAAQE=\n");
        note("one-signature-too-many", "malformed", text + "\n" + String.join("", many), key);
    }

    private void note(String situation, String expect, String note, String key) throws IOException {
        writer.write("note", situation, expect, "note", note, "key", key);
    }

    private void checkpoints() throws IOException {
        checkpoint("good", "good", signed(checkpointOf(21)));
        checkpoint("of-an-empty-log", "good", signed(checkpointOf(0)));
        var other = new Checkpoint("acorde/vega/SV", 21, TREE.root(21));
        checkpoint("right-signature-wrong-origin", "wrong-origin", forged(other.text(), LOG_KEY, LOG, other.text()));
        checkpoint(
                "wrong-signature",
                "wrong-signature",
                forged(checkpointOf(21).text(), LOG_KEY, GT, checkpointOf(21).text()));
        checkpoint(
                "signature-of-another-size",
                "wrong-signature",
                forged(checkpointOf(22).text(), LOG_KEY, LOG, checkpointOf(21).text()));
        checkpoint(
                "signed-by-another-party",
                "no-signature",
                forged(
                        checkpointOf(21).text(),
                        VerifierKey.ofEd25519("acorde/vega/GT", GT.publicKey()),
                        GT,
                        checkpointOf(21).text()));
        checkpoint("cosigned-and-not-signed", "no-signature", onlyCosigned());
        var text = HN + "\n021\n" + TREE.root(21).base64() + "\n";
        checkpoint("right-signature-under-a-malformed-checkpoint", "malformed", forged(text, LOG_KEY, LOG, text));
    }

    private static SignedNote onlyCosigned() {
        var cosigned = NoteSigning.cosign(signed(checkpointOf(21)), GT_KEY, TIME, GT.signer());
        return SignedNote.of(cosigned.text(), cosigned.signatures().getLast());
    }

    private void checkpoint(String situation, String expect, SignedNote note) throws IOException {
        writer.write("checkpoint", situation, expect, "note", note, "key", LOG_KEY);
    }

    private void checkpointTexts() throws IOException {
        var root = TREE.root(21).base64();
        text("good", "good", HN + "\n21\n" + root + "\n");
        text("with-extension-lines", "good", HN + "\n21\n" + root + "\nmore\nand more\n");
        text("origin-that-is-no-url", "good", "Any origin + spaces\n21\n" + root + "\n");
        text("largest-size", "good", HN + "\n9223372036854775807\n" + root + "\n");
        text("size-beyond-the-largest", "malformed", HN + "\n9223372036854775808\n" + root + "\n");
        text("size-with-leading-zero", "malformed", HN + "\n021\n" + root + "\n");
        text("size-negative", "malformed", HN + "\n-21\n" + root + "\n");
        text("size-with-a-sign", "malformed", HN + "\n+21\n" + root + "\n");
        text("size-in-other-digits", "malformed", HN + "\n٢١\n" + root + "\n");
        text("size-empty", "malformed", HN + "\n\n" + root + "\n");
        text("origin-empty", "malformed", "\n21\n" + root + "\n");
        text("origin-too-long", "malformed", "x".repeat(256) + "\n21\n" + root + "\n");
        text("root-too-short", "malformed", HN + "\n21\nAAAA\n");
        text("root-without-padding", "malformed", HN + "\n21\n" + root.replace("=", "") + "\n");
        text("root-with-stray-bits", "malformed", HN + "\n21\n" + root.replaceAll("(.)=$", "B=") + "\n");
        text("root-missing", "malformed", HN + "\n21\n");
        text("empty-log-with-a-root", "malformed", HN + "\n0\n" + root + "\n");
        text("extension-line-empty", "malformed", HN + "\n21\n" + root + "\n\nmore\n");
        text("no-newline-at-the-end", "malformed", HN + "\n21\n" + root);
        text("seventeen-extension-lines", "malformed", HN + "\n21\n" + root + "\n" + "more\n".repeat(17));
    }

    private void text(String situation, String expect, String text) throws IOException {
        writer.write("checkpoint-text", situation, expect, "text", text);
    }

    private void cosignatures() throws IOException {
        var note = NoteSigning.cosign(signed(checkpointOf(21)), GT_KEY, TIME, GT.signer());
        cosignature("good", "good", note, "time", TIME);
        cosignature("among-others", "good", NoteSigning.cosign(note, SV_KEY, TIME + 60, SV.signer()), "time", TIME);
        cosignature("none", "no-signature", signed(checkpointOf(21)));
        cosignature(
                "by-another-cosigner",
                "no-signature",
                NoteSigning.cosign(signed(checkpointOf(21)), SV_KEY, TIME, SV.signer()));
        cosignature(
                "signed-by-another-key",
                "wrong-signature",
                NoteSigning.cosign(signed(checkpointOf(21)), GT_KEY, TIME, SV.signer()));
        var line = note.signatures().getLast();
        var later = line.signature();
        later[7]++;
        cosignature("time-changed", "wrong-signature", note.with(new NoteSignature(line.name(), line.keyId(), later)));
        var beyond = line.signature();
        beyond[0] = (byte) 0x80;
        cosignature(
                "time-beyond-the-largest",
                "wrong-signature",
                note.with(new NoteSignature(line.name(), line.keyId(), beyond)));
        cosignature(
                "of-another-size",
                "wrong-signature",
                SignedNote.of(checkpointOf(22).text(), line));
        // The log's kind of signature under the cosigner's key id: no time, no cosignature/v1 in front.
        cosignature(
                "a-plain-signature",
                "wrong-signature",
                forged(checkpointOf(21).text(), GT_KEY, GT, checkpointOf(21).text()));
    }

    private void cosignature(String situation, String expect, SignedNote note, Object... time) throws IOException {
        var pairs = new ArrayList<Object>(List.of("note", note, "key", GT_KEY));
        pairs.addAll(List.of(time));
        writer.write("cosignature", situation, expect, pairs.toArray());
    }

    private void proofFiles() throws IOException {
        var note = NoteSigning.cosign(signed(checkpointOf(21)), GT_KEY, TIME, GT.signer());
        var path = TREE.path(12, 21);
        var good = new TlogProof(12, path, note);
        file("good", "good", good, 1);
        file("log-alone-is-trusted", "good", new TlogProof(12, path, signed(checkpointOf(21))), 0);
        file("with-extra-data", "good", new TlogProof(12, path, note, "salt and act".getBytes(UTF_8)), 1);
        file(
                "of-the-only-entry",
                "good",
                new TlogProof(0, List.of(), NoteSigning.cosign(signed(checkpointOf(1)), GT_KEY, TIME, GT.signer())),
                1);
        file("two-cosigners-wanted-one-there", "too-few-cosigners", good, 2);
        file(
                "cosignature-wrong",
                "wrong-signature",
                new TlogProof(12, path, NoteSigning.cosign(signed(checkpointOf(21)), GT_KEY, TIME, SV.signer())),
                0);
        file("index-not-below-size", "index-not-below-size", new TlogProof(21, path, note), 1);
        file("another-index", "root-mismatch", new TlogProof(13, path, note), 1);
        file("proof-too-short", "proof-too-short", new TlogProof(12, path.subList(0, 4), note), 1);
        var longer = new ArrayList<>(path);
        longer.add(path.getFirst());
        file("proof-too-long", "proof-too-long", new TlogProof(12, longer, note), 1);
        var other = new Checkpoint("acorde/vega/SV", 21, TREE.root(21));
        file(
                "right-signature-wrong-origin",
                "wrong-origin",
                new TlogProof(12, path, forged(other.text(), LOG_KEY, LOG, other.text())),
                0);
        var text = new String(good.bytes(), UTF_8);
        fileText("empty", "malformed", "");
        fileText("header-of-another-version", "malformed", text.replace("@v1", "@v2"));
        fileText("header-alone", "malformed", "c2sp.org/tlog-proof@v1\n");
        fileText("index-missing", "malformed", text.replace("index 12\n", ""));
        fileText("index-with-leading-zero", "malformed", text.replace("index 12", "index 012"));
        fileText("index-negative", "malformed", text.replace("index 12", "index -1"));
        fileText("index-before-extra", "malformed", text.replace("index 12\n", "index 12\nextra AAAA\n"));
        fileText("extra-empty", "malformed", text.replace("index 12\n", "extra \nindex 12\n"));
        fileText("extra-not-base64", "malformed", text.replace("index 12\n", "extra !!!!\nindex 12\n"));
        fileText("extra-twice", "malformed", text.replace("index 12\n", "extra AAAA\nextra AAAA\nindex 12\n"));
        fileText(
                "path-hash-too-short", "malformed", text.replace(path.getFirst().base64(), "AAAA"));
        fileText(
                "path-of-64-hashes",
                "malformed",
                text.replace("index 12\n", "index 12\n" + (path.getFirst().base64() + "\n").repeat(59)));
        fileText("no-empty-line-before-the-checkpoint", "malformed", text.replace("\n\n" + HN, "\n" + HN));
        fileText("two-empty-lines-before-the-checkpoint", "malformed", text.replace("\n\n" + HN, "\n\n\n" + HN));
        fileText("no-checkpoint", "malformed", text.substring(0, text.indexOf("\n\n") + 2));
        fileText("checkpoint-without-signatures", "malformed", text.substring(0, text.lastIndexOf("\n\n") + 1));
        fileText("carriage-returns", "malformed", text.replace("\n", "\r\n"));
    }

    private void file(String situation, String expect, TlogProof proof, int quorum) throws IOException {
        var index = (int) proof.index();
        writer.write(
                "proof-file",
                situation,
                expect,
                "file",
                new String(proof.bytes(), UTF_8),
                "leaf",
                Merkle.leaf(entry(Math.min(index, 20) == 13 ? 12 : index)),
                "log",
                LOG_KEY,
                "cosigners",
                List.of(GT_KEY, SV_KEY),
                "quorum",
                quorum);
    }

    private void fileText(String situation, String expect, String text) throws IOException {
        writer.write(
                "proof-file",
                situation,
                expect,
                "file",
                text,
                "leaf",
                Merkle.leaf(entry(12)),
                "log",
                LOG_KEY,
                "cosigners",
                List.of(GT_KEY, SV_KEY),
                "quorum",
                1);
    }
}
