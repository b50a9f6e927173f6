package acorde.trustlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;

/**
 * A file that proves offline that an entry is in a log (c2sp.org/tlog-proof): the place, the path up to the root, and
 * the checkpoint with its signatures. Kept under the extension {@code .tlog-proof}.
 */
public final class TlogProof {
    /** Room for an act of 1 MiB with its salt and entry. It is not authenticated by the file; see {@link #extra}. */
    public static final int MAX_EXTRA_BYTES = 1_114_112;
    /** A path has one hash for each bit of a size. */
    public static final int MAX_PATH = 63;
    /** The extra data in base64, the path and the largest note. */
    public static final int MAX_BYTES = MAX_EXTRA_BYTES / 3 * 4 + 8 + MAX_PATH * 45 + 128 + SignedNote.MAX_BYTES;

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";

    private final long index;
    private final List<Hash> path;
    private final SignedNote note;
    private final byte[] extra;

    /** A proof without extra data. */
    public TlogProof(long index, List<Hash> path, SignedNote note) {
        this(index, path, note, new byte[0]);
    }

    /** A proof with extra data; none is an empty array. */
    public TlogProof(long index, List<Hash> path, SignedNote note, byte[] extra) {
        if (index < 0) throw new Malformed("there is no entry " + index);
        if (path.size() > MAX_PATH)
            throw new Malformed("the path has " + path.size() + " hashes; at most " + MAX_PATH + " are read");
        if (extra.length > MAX_EXTRA_BYTES)
            throw new Malformed("the extra data is longer than " + MAX_EXTRA_BYTES + " bytes");
        this.index = index;
        this.path = List.copyOf(path);
        this.note = note;
        this.extra = extra.clone();
    }

    /**
     * Whose signatures the reader trusts.
     *
     * @param log the key of the log; its name is the origin that is expected
     * @param cosigners keys of those who may have cosigned; two kinds of key under one name are one cosigner
     * @param quorum how many different cosigners there must be; 0 to trust the log alone
     */
    public record Trust(VerifierKey log, List<VerifierKey> cosigners, int quorum) {
        public Trust {
            cosigners = List.copyOf(cosigners);
            var names = new HashSet<String>();
            var keys = new HashSet<String>();
            for (var cosigner : cosigners) {
                if (!cosigner.kind().cosigns())
                    throw new IllegalArgumentException(cosigner.name() + " is not a cosigner's key");
                names.add(cosigner.name());
                if (!keys.add(Base64.getEncoder().encodeToString(cosigner.publicKey())))
                    throw new IllegalArgumentException(
                            "the key of " + cosigner.name() + " is listed twice and would count twice");
            }
            if (quorum < 0 || quorum > names.size())
                throw new IllegalArgumentException(
                        "a quorum of " + quorum + " cannot be had from " + names.size() + " cosigners");
        }
    }

    /**
     * One cosignature that was good.
     *
     * @param posixSeconds when, by the cosigner's own clock
     */
    public record Cosigned(String name, long posixSeconds) {}

    /** What checking a file comes to. */
    public sealed interface Outcome {
        /** The entry is in the log, and these stand behind it. */
        record Proven(Checkpoint checkpoint, List<Cosigned> cosigners) implements Outcome {
            public Proven {
                cosigners = List.copyOf(cosigners);
            }
        }

        record Refused(Refusal refusal) implements Outcome {}
    }

    /**
     * Reads a file; {@link #bytes} gives the very same bytes again.
     *
     * @throws Malformed with a sentence, when it is not a proof file or beyond the limits
     */
    public static TlogProof parse(byte[] file) {
        if (file.length > MAX_BYTES)
            throw new Malformed("the proof has " + file.length + " bytes; at most " + MAX_BYTES + " are read");
        var text = Strict.text(file, "the proof");
        if (!text.startsWith(HEADER)) throw new Malformed("the proof does not begin with " + HEADER.strip());
        var empty = text.indexOf("\n\n");
        if (empty < 0) throw new Malformed("the proof has no empty line before its checkpoint");
        if (empty < HEADER.length()) throw new Malformed("the proof has no line \"index\"");
        // A path is at most 63 lines, so that a file of newlines does not become a list of a million.
        var lines =
                new ArrayList<>(List.of(text.substring(HEADER.length(), empty).split("\n", MAX_PATH + 3)));
        var extra = new byte[0];
        if (lines.getFirst().startsWith("extra ")) {
            extra = Strict.base64(lines.removeFirst().substring(6), "the extra data");
            if (extra.length == 0) throw new Malformed("the proof has a line \"extra\" without data");
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith("index "))
            throw new Malformed("the proof has no line \"index\"");
        var index = Strict.decimal(lines.removeFirst().substring(6), "the index");
        if (lines.size() > MAX_PATH) throw new Malformed("the path has more than " + MAX_PATH + " hashes");
        var path = new ArrayList<Hash>();
        for (var line : lines) path.add(Strict.hash(line, "a hash of the path"));
        var note = SignedNote.parse(text.substring(empty + 2).getBytes(StandardCharsets.UTF_8));
        Checkpoint.parse(note.text());
        return new TlogProof(index, path, note, extra);
    }

    /** The file. */
    public byte[] bytes() {
        var head = new StringBuilder(HEADER);
        if (extra.length > 0)
            head.append("extra ")
                    .append(Base64.getEncoder().encodeToString(extra))
                    .append('\n');
        head.append("index ").append(index).append('\n');
        for (var hash : path) head.append(hash.base64()).append('\n');
        var file = new ByteArrayOutputStream();
        file.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        file.writeBytes(note.bytes());
        return file.toByteArray();
    }

    public long index() {
        return index;
    }

    public List<Hash> path() {
        return path;
    }

    public SignedNote note() {
        return note;
    }

    /**
     * What the author put beside the proof; empty if nothing. Nobody signed it: believe of it only what a hash
     * confirms.
     */
    public byte[] extra() {
        return extra.clone();
    }

    /**
     * Checks the log's signature and origin, every cosignature by a key of {@code trust}, the quorum, and the path from
     * {@code leaf} to the signed root. Computing the leaf hash from what is to be proven is the caller's part.
     */
    public Outcome verify(Hash leaf, Trust trust, SignatureCheck signatures) {
        return switch (NoteSigning.check(note, trust.log(), signatures)) {
            case NoteSigning.CheckpointOutcome.Refused(var refusal) -> new Outcome.Refused(refusal);
            case NoteSigning.CheckpointOutcome.Signed(var checkpoint) ->
                switch (new InclusionProof(index, checkpoint.size(), path).verify(leaf, checkpoint.root())) {
                    case InclusionProof.Outcome.Refused(var refusal) -> new Outcome.Refused(refusal);
                    case InclusionProof.Outcome.Included included -> cosigned(checkpoint, trust, signatures);
                };
        };
    }

    private Outcome cosigned(Checkpoint checkpoint, Trust trust, SignatureCheck signatures) {
        var good = new ArrayList<Cosigned>();
        var names = new HashSet<String>();
        for (var cosigner : trust.cosigners()) {
            switch (NoteSigning.checkCosignature(note, cosigner, signatures)) {
                case NoteSigning.CosignatureOutcome.Cosigned(var ignored, var time) -> {
                    good.add(new Cosigned(cosigner.name(), time));
                    names.add(cosigner.name());
                }
                case NoteSigning.CosignatureOutcome.Refused(var refusal) -> {
                    if (refusal.flaw() != Flaw.NO_SIGNATURE) return new Outcome.Refused(refusal);
                }
            }
        }
        if (names.size() < trust.quorum())
            return new Outcome.Refused(new Refusal(
                    Flaw.TOO_FEW_COSIGNERS,
                    "the checkpoint is cosigned by " + names.size() + " of those trusted; " + trust.quorum()
                            + " are needed"));
        return new Outcome.Proven(checkpoint, good);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index) * 31 + path.hashCode();
    }
}
