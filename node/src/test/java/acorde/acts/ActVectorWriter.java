package acorde.acts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code spec/vectors/acts}, {@code compact} and {@code groups} anew: run its main in the module's folder when a case is added. The acts
 * are written by hand here, hashes and tags are made with the JDK alone, and what must come out is said beside each case, so that nothing of
 * the node has a part in it. What it writes is looked at and committed; the tests only read.
 */
final class ActVectorWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    ActVectorWriter(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var vectors = Path.of("..", "spec", "vectors");
        new ActVectors(new ActVectorWriter(vectors.resolve("acts"))).write();
        new OpeningVectors(new ActVectorWriter(vectors.resolve("acts"))).write();
        new FoldVectors(new ActVectorWriter(vectors.resolve("acts"))).write();
        new ConsentVectors(new ActVectorWriter(vectors)).write();
        new MonitoringVectors(new ActVectorWriter(vectors)).write();
        new GroupsVectors(new ActVectorWriter(vectors)).write();
        new DocumentsVectors(new ActVectorWriter(vectors)).write();
        new ExchangeVectors(new ActVectorWriter(vectors)).write();
        new RequestsVectors(new ActVectorWriter(vectors)).write();
        new OnwardVectors(new ActVectorWriter(vectors)).write();
    }

    /** One case: a folder for what is checked, a file named for the situation, the outcome, and pairs of name and value. */
    void write(String check, String situation, String expect, Object... pairs) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("expect", expect);
        for (var i = 0; i < pairs.length; i += 2) fields.put((String) pairs[i], plain(pairs[i + 1]));
        var file = folder.resolve(check).resolve(situation + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(fields) + "\n");
    }

    private static Object plain(Object value) {
        return switch (value) {
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Pieces pieces -> pieces.plain();
            case List<?> list -> list.stream().map(ActVectorWriter::plain).toList();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> all.put(key, plain(each)));
                yield all;
            }
            default -> value;
        };
    }

    /** Bytes put together from pieces, so that a file of a megabyte is written in a line. */
    record Pieces(List<Map<String, Object>> pieces) {
        Pieces() {
            this(new ArrayList<>());
        }

        Pieces text(String text) {
            pieces.add(Map.of("text", text));
            return this;
        }

        Pieces text(String text, int times) {
            var piece = new LinkedHashMap<String, Object>();
            piece.put("text", text);
            piece.put("times", times);
            pieces.add(piece);
            return this;
        }

        Pieces hex(String hex) {
            pieces.add(Map.of("hex", hex));
            return this;
        }

        private List<Object> plain() {
            return pieces.stream().map(ActVectorWriter::plain).toList();
        }
    }

    /** The text of an act as somebody might write it. */
    static String act(String by, String kind, List<String> to, List<String> after, String body) { // an act's members
        return act(by, "coordination", kind, to, after, body);
    }

    static String act( // an act's members
            String by, String office, String kind, List<String> to, List<String> after, String body) {
        return "{\"acorde\":1,\"kind\":\"" + kind + "\",\"by\":\"" + by
                + "\",\"office\":\"" + office + "\",\"at\":\"2019-03-28T16:00:00Z\",\"to\":" + array(to) + ",\"after\":"
                + array(after) + ",\"body\":" + body + "}";
    }

    static String array(List<String> words) {
        return words.isEmpty() ? "[]" : "[\"" + String.join("\",\"", words) + "\"]";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** How a version is named. */
    static String version(String act) {
        return "sha256:" + HexFormat.of().formatHex(sha256(bytes(act)));
    }
}
