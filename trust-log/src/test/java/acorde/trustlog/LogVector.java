package acorde.trustlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of {@code spec/vectors/log}. Notes what was read of it, so that a field nobody looks at is found out. */
final class LogVector {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode fields;
    private final Set<String> read = new HashSet<>(Set.of("expect"));

    LogVector(Path file) throws IOException {
        fields = JSON.readTree(Files.readString(file));
    }

    String expect() {
        return fields.get("expect").asString();
    }

    boolean isGood() {
        return expect().equals("good");
    }

    boolean has(String name) {
        return fields.has(name);
    }

    JsonNode node(String name) {
        read.add(name);
        var node = fields.get(name);
        if (node == null) throw new AssertionError("the file has no field \"" + name + "\"");
        return node;
    }

    String text(String name) {
        return node(name).asString();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    Hash hash(String name) {
        return Hash.ofHex(text(name));
    }

    List<String> texts(String name) {
        return StreamSupport.stream(node(name).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    List<Hash> hashes(String name) {
        return texts(name).stream().map(Hash::ofHex).toList();
    }

    List<byte[]> slices(String name) {
        return texts(name).stream().map(HexFormat.of()::parseHex).toList();
    }

    Frontier frontier(String name) {
        var held = node(name);
        var roots = StreamSupport.stream(held.get("roots").spliterator(), false)
                .map(JsonNode::asString)
                .map(Hash::ofHex)
                .toList();
        return Frontier.of(Long.parseLong(held.get("size").asString()), roots);
    }

    void assertOutcome(String outcome) {
        assertEquals(expect(), outcome);
        var all = new HashSet<>(fields.propertyNames());
        all.removeAll(read);
        // A refused file may be refused before all of it is looked at.
        if (isGood()) assertEquals(Set.of(), all, "fields nobody read");
    }
}
