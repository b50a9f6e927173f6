package acorde.files;

import acorde.acts.ChunkPeer;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file as an act names it; see spec/attachments.md. That an act names it says nothing of whether its bytes are here.
 *
 * @param name as it may be shown and saved
 * @param size in bytes, at least 1
 * @param sha256 of the whole file
 * @param chunks the SHA-256 of each stretch of 1 MiB, the last of which is what is left
 */
public record Attachment(String name, FileType type, long size, Hash sha256, List<Hash> chunks) { // as the act has it
    /** The member of an act's body that holds them. */
    public static final String MEMBER = "attachments";

    /** Bytes of a file: a scanned agreement with all its annexes. */
    public static final long LIMIT = 256L << 20;

    /** Bytes of a chunk: little enough to be fetched again on a bad line, and to be held in memory. */
    public static final int CHUNK = ChunkPeer.CHUNK_LIMIT;

    /** Files of one act: their names and hashes, 17 kB for the longest, leave three quarters of an act to its text. */
    public static final int MOST = 12;

    private static final Set<String> MEMBERS = Set.of("name", "type", "size", "sha256", "chunks");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if it is none */
    public Attachment {
        chunks = List.copyOf(chunks);
        if (!FileName.isClean(name)) throw new IllegalArgumentException("not a name to be shown");
        if (FileType.ofName(name).filter(type::equals).isEmpty())
            throw new IllegalArgumentException("the name ends otherwise than those of its type");
        if (size < 1 || size > LIMIT) throw new IllegalArgumentException("a file has from 1 byte to 256 MiB");
        if (chunks.size() != (size + CHUNK - 1) / CHUNK)
            throw new IllegalArgumentException("a chunk for each MiB begun, no more and no less");
        if (chunks.size() == 1 && !chunks.getFirst().equals(sha256))
            throw new IllegalArgumentException("the only chunk is the file");
    }

    /** Bytes of the chunk at {@code place}, from 0. */
    public int chunkSize(int place) {
        return (int) Math.min(CHUNK, size - (long) place * CHUNK);
    }

    /** What a body says of its files: none if it lacks the member; empty if what it says is not of the specified form. */
    public static Optional<List<Attachment>> read(JsonNode body) {
        var array = body.get(MEMBER);
        if (array == null) return Optional.of(List.of());
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) return Optional.empty();
        try {
            var read = new ArrayList<Attachment>();
            for (var one : array) read.add(one(one));
            return Optional.of(List.copyOf(read));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Attachment one(JsonNode node) {
        if (!node.isObject() || node.size() != MEMBERS.size() || !MEMBERS.containsAll(node.propertyNames()))
            throw new IllegalArgumentException("other members");
        if (!node.path("size").isIntegralNumber() || !node.path("size").canConvertToLong())
            throw new IllegalArgumentException("no size");
        var chunks = node.path("chunks");
        if (!chunks.isArray() || chunks.size() > LIMIT / CHUNK) throw new IllegalArgumentException("no chunks");
        var hashes = new ArrayList<Hash>();
        for (var chunk : chunks) hashes.add(hash(chunk));
        var type = FileType.ofMediaType(text(node.path("type")));
        return new Attachment(
                text(node.path("name")),
                type.orElseThrow(() -> new IllegalArgumentException("a type that is not taken")),
                node.path("size").longValue(),
                hash(node.path("sha256")),
                hashes);
    }

    private static Hash hash(JsonNode node) {
        var text = text(node);
        if (!HEX.matcher(text).matches()) throw new IllegalArgumentException("not a hash");
        return Hash.ofHex(text);
    }

    private static String text(JsonNode node) {
        if (!node.isString()) throw new IllegalArgumentException("not a text");
        return node.stringValue();
    }

    /** The member as a body holds it. @throws IllegalArgumentException if there are none, or too many */
    public static ArrayNode write(List<Attachment> attachments) {
        if (attachments.isEmpty() || attachments.size() > MOST)
            throw new IllegalArgumentException("an act names from 1 to " + MOST + " files, or leaves the member out");
        var array = JsonNodeFactory.instance.arrayNode();
        attachments.forEach(one -> array.add(one.toJson()));
        return array;
    }

    private ObjectNode toJson() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", name).put("type", type.mediaType()).put("size", size).put("sha256", sha256.hex());
        var array = node.putArray("chunks");
        chunks.forEach(chunk -> array.add(chunk.hex()));
        return node;
    }
}
