package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of {@code spec/vectors}. Notes what was read of it, so that a field nobody looks at is found out. */
final class ActVector {
    static final Path FOLDER = Path.of("..", "spec", "vectors");

    private final JsonNode fields;
    private final Set<String> read = new HashSet<>(Set.of("expect"));

    private ActVector(Path file) throws IOException {
        assertTrue(file.toString().endsWith(".json"), "only .json files belong here");
        fields = JsonMapper.shared().readTree(Files.readString(file));
    }

    /** What is done with one file. @return what came out */
    interface Check {
        String outcome(ActVector vector) throws IOException;
    }

    /** Every file of a folder, each a test. */
    static Stream<DynamicTest> every(String folder, Check check) throws IOException {
        try (var walk = Files.walk(FOLDER.resolve(folder))) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            FOLDER.relativize(file).toString(), file.toUri(), () -> check(file, check)));
        }
    }

    private static void check(Path file, Check check) throws IOException {
        var vector = new ActVector(file);
        assertEquals(vector.expect(), check.outcome(vector));
        var all = new HashSet<>(vector.fields.propertyNames());
        all.removeAll(vector.read);
        // A refused file may be refused before all of it is looked at.
        if (vector.isGood()) assertEquals(Set.of(), all, "fields nobody read");
    }

    String expect() {
        return fields.get("expect").asString();
    }

    boolean isGood() {
        return expect().equals("good");
    }

    JsonNode node(String name) {
        read.add(name);
        var node = fields.get(name);
        if (node == null) throw new AssertionError("the file has no field \"" + name + "\"");
        return node;
    }

    boolean has(String name) {
        return fields.has(name);
    }

    String text(String name) {
        return node(name).asString();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    PartyCode party(String name) {
        return new PartyCode(text(name));
    }

    byte[] hex(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    List<byte[]> hexes(String name) {
        return node(name)
                .valueStream()
                .map(JsonNode::asString)
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    /** A text, or pieces of text and hexadecimal bytes, some of them many times. */
    byte[] pieces(String name) {
        var value = node(name);
        if (value.isString()) return value.asString().getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        for (var piece : value) {
            var once = piece.has("hex")
                    ? HexFormat.of().parseHex(piece.get("hex").asString())
                    : piece.get("text").asString().getBytes(StandardCharsets.UTF_8);
            for (var times = Long.parseLong(piece.path("times").asString("1")); times > 0; times--)
                bytes.writeBytes(once);
        }
        return bytes.toByteArray();
    }

    Map<String, String> words(String name) {
        var words = new TreeMap<String, String>();
        var node = node(name);
        for (var key : node.propertyNames()) words.put(key, node.get(key).asString());
        return words;
    }
}
