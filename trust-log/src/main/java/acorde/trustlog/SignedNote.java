package acorde.trustlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A text and the signatures under it (c2sp.org/signed-note). Holding one proves nothing: read the text only after
 * {@link NoteSigning} has found the signature of a key you trust.
 */
public final class SignedNote {
    /** Two lines, Ed25519 and ML-DSA-44, from each of 64 parties. The standard asks for 16 at least. */
    public static final int MAX_SIGNATURES = 128;
    /**
     * The text and 128 lines of the above kinds come to 250 kB; twice that leaves room for longer kinds, and bounds the
     * work.
     */
    public static final int MAX_BYTES = 512 * 1024;

    private static final Comparator<NoteSignature> LARGEST =
            Comparator.comparing(NoteSignature::signature, Arrays::compareUnsigned);

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        if (signatures.size() > MAX_SIGNATURES)
            throw new Malformed(
                    "the note has " + signatures.size() + " signatures; at most " + MAX_SIGNATURES + " are read");
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES / 2)
            throw new Malformed("the text of a note has at most " + MAX_BYTES / 2 + " bytes");
        this.text = text;
        this.signatures = List.copyOf(signatures);
    }

    /** A text with its first signature. */
    public static SignedNote of(String text, NoteSignature signature) {
        if (!text.endsWith("\n")) throw new Malformed("the text of a note must end with a newline");
        return new SignedNote(Strict.plain(text, "the text"), List.of(signature));
    }

    /**
     * Reads a note; {@link #bytes} gives the very same bytes again.
     *
     * @throws Malformed with a sentence, when it is not a note or beyond the limits
     */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES)
            throw new Malformed("the note has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        var all = Strict.text(bytes, "the note");
        var end = all.lastIndexOf("\n\n");
        if (end < 0) throw new Malformed("the note has no empty line between text and signatures");
        if (end + 2 == all.length()) throw new Malformed("the note has no signatures");
        if (!all.endsWith("\n")) throw new Malformed("the note does not end with a newline");
        var signatures = new ArrayList<NoteSignature>();
        for (var at = end + 2; at < all.length(); ) {
            var newline = all.indexOf('\n', at);
            if (signatures.size() == MAX_SIGNATURES)
                throw new Malformed("the note has more than " + MAX_SIGNATURES + " signatures");
            signatures.add(NoteSignature.parse(all.substring(at, newline)));
            at = newline + 1;
        }
        return new SignedNote(all.substring(0, end + 1), signatures);
    }

    /** The note as it is sent and stored. */
    public byte[] bytes() {
        var note = new StringBuilder(text).append('\n');
        for (var signature : signatures) note.append(signature.line()).append('\n');
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text that is signed, with its final newline. */
    public String text() {
        return text;
    }

    public List<NoteSignature> signatures() {
        return signatures;
    }

    /** The same note with one more signature; a line by the same key is replaced. */
    public SignedNote with(NoteSignature signature) {
        var all = new ArrayList<>(signatures);
        all.removeIf(signature::sameKey);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /**
     * The same text with one line of each of these keys, in their order: whoever hands a note on may write what they
     * like under it. Of several by one key the largest stays; a cosigner's begin with the time, so it is the latest.
     */
    public SignedNote by(List<VerifierKey> keys) {
        return new SignedNote(
                text,
                keys.stream()
                        .flatMap(key -> signatures.stream().filter(line -> line.isBy(key)).max(LARGEST).stream())
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedNote that && text.equals(that.text) && signatures.equals(that.signatures);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
