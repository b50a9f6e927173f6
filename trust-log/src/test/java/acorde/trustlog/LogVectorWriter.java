package acorde.trustlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code spec/vectors/log} anew, from the naive tree and test keys made from words: run its main in the module's
 * folder when a case is added. What it writes is looked at and committed; the tests only read.
 */
final class LogVectorWriter {
    static final String HN = "acorde/vega/HN";
    static final Ed25519 LOG = Ed25519.named("log");
    static final VerifierKey LOG_KEY = VerifierKey.ofEd25519(HN, LOG.publicKey());
    static final Ed25519 GT = Ed25519.named("cosigner GT");
    static final VerifierKey GT_KEY = VerifierKey.ofCosigner("acorde/vega/GT", GT.publicKey());
    static final Ed25519 SV = Ed25519.named("cosigner SV");
    static final VerifierKey SV_KEY = VerifierKey.ofCosigner("acorde/vega/SV", SV.publicKey());
    static final NaiveTree TREE = new NaiveTree(entries(700));

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    LogVectorWriter(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var writer = new LogVectorWriter(Path.of("..", "spec", "vectors", "log"));
        new TreeVectors(writer).write();
        new NoteVectors(writer).write();
        new TileVectors(writer).write();
        new MirrorVectors(writer).write();
        new ParseVectors(writer).write();
    }

    /**
     * One case: a folder for what is checked, a file named for the situation, the outcome, and pairs of name and value.
     */
    void write(String check, String situation, String expect, Object... pairs) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("expect", expect);
        for (var i = 0; i < pairs.length; i += 2) fields.put((String) pairs[i], plain(pairs[i + 1]));
        var file = folder.resolve(check).resolve(situation + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(fields) + "\n");
    }

    /** Hashes and bytes in hexadecimal, whole numbers as text (they may be beyond 2^53), everything else as it is. */
    private static Object plain(Object value) {
        return switch (value) {
            case Hash hash -> hash.hex();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case VerifierKey key -> key.toString();
            case SignedNote note -> note.toString();
            case List<?> list -> list.stream().map(LogVectorWriter::plain).toList();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> all.put(key, plain(each)));
                yield all;
            }
            default -> value;
        };
    }

    /** Small entries, so that files stay readable: entry i is its number in two bytes. */
    static byte[] entry(int i) {
        return new byte[] {(byte) (i >>> 8), (byte) i};
    }

    static List<byte[]> entries(int count) {
        return entries(0, count);
    }

    static List<byte[]> entries(int from, int to) {
        var entries = new ArrayList<byte[]>();
        for (var i = from; i < to; i++) entries.add(entry(i));
        return entries;
    }

    static Checkpoint checkpointOf(int size) {
        return new Checkpoint(HN, size, TREE.root(size));
    }

    static SignedNote signed(Checkpoint checkpoint) {
        return NoteSigning.sign(checkpoint, LOG_KEY, LOG.signer());
    }

    /** A line by any key over any text, which the library itself would refuse to make. */
    static SignedNote forged(String text, VerifierKey named, Ed25519 by, String over) {
        return SignedNote.of(
                text, new NoteSignature(named.name(), named.keyId(), by.signer().sign(over.getBytes(UTF_8))));
    }

    /** The subtree roots of the first {@code size} entries, biggest first, by the naive tree. */
    static Map<String, Object> held(int size) {
        var held = new LinkedHashMap<String, Object>();
        held.put("size", size);
        held.put("roots", Frontier.at(size, TREE::subtree).roots());
        return held;
    }
}
