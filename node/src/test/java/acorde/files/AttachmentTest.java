package acorde.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trustlog.Hash;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AttachmentTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Hash HASH = Hash.sha256(new byte[] {1});
    private static final Attachment SMALL = new Attachment("a.pdf", FileType.PDF, 5, HASH, List.of(HASH));

    private static Attachment of(long size, int chunks) {
        return new Attachment("a.pdf", FileType.PDF, size, HASH, Collections.nCopies(chunks, HASH));
    }

    @Test
    void whatIsWrittenIsRead() {
        var body = JSON.createObjectNode();
        body.set(Attachment.MEMBER, Attachment.write(List.of(SMALL, of(Attachment.LIMIT, 256))));
        var read = Attachment.read(JSON.readTree(JSON.writeValueAsString(body)));
        assertEquals(Optional.of(List.of(SMALL, of(Attachment.LIMIT, 256))), read);
        assertEquals(Optional.of(List.of()), Attachment.read(JSON.createObjectNode()));
    }

    @Test
    void aFileHasFromOneByteTo256MiBInAsManyChunksAsItTakes() {
        assertEquals(Attachment.CHUNK, of(Attachment.LIMIT, 256).chunkSize(255));
        assertEquals(1, of(Attachment.CHUNK + 1, 2).chunkSize(1));
        assertThrows(IllegalArgumentException.class, () -> of(Attachment.LIMIT + 1, 257));
        assertThrows(IllegalArgumentException.class, () -> of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> of(Attachment.CHUNK + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> of(Attachment.CHUNK, 2));
    }

    @Test
    void anActNamesAsManyFilesAsTheLimitAndStillFits() {
        var most = Collections.nCopies(Attachment.MOST, of(Attachment.LIMIT, 256));
        var body = JSON.createObjectNode();
        body.set(Attachment.MEMBER, Attachment.write(most));
        assertEquals(Optional.of(most), Attachment.read(body));
        assertTrue(JSON.writeValueAsBytes(body).length < 1 << 18);
        body.withArray(Attachment.MEMBER).add(body.path(Attachment.MEMBER).get(0));
        assertEquals(Optional.empty(), Attachment.read(body));
        assertThrows(
                IllegalArgumentException.class,
                () -> Attachment.write(Collections.nCopies(Attachment.MOST + 1, SMALL)));
    }

    private static void assertRefused(Consumer<ObjectNode> change) {
        var body = JSON.createObjectNode();
        body.set(Attachment.MEMBER, Attachment.write(List.of(SMALL)));
        change.accept((ObjectNode) body.path(Attachment.MEMBER).get(0));
        assertEquals(Optional.empty(), Attachment.read(body), body.toString());
    }

    @Test
    void whatIsNotOfTheSpecifiedFormIsNotRead() {
        for (var member : List.of("name", "type", "size", "sha256", "chunks")) {
            assertRefused(file -> file.remove(member));
            assertRefused(file -> file.putNull(member));
        }
        assertRefused(file -> file.put("more", 1));
        assertRefused(file -> file.put("size", 5.0));
        assertRefused(file -> file.put("size", "5"));
        assertRefused(file -> file.put("size", new java.math.BigInteger("18446744073709551621")));
        assertRefused(file -> file.put("type", "text/html"));
        assertRefused(file -> file.put("type", "image/svg+xml"));
        assertRefused(file -> file.put("type", "text/csv"));
        assertRefused(file -> file.put("sha256", HASH.hex().toUpperCase(java.util.Locale.ROOT)));
        assertRefused(file -> file.put("sha256", "sha256:" + HASH.hex()));
        assertRefused(file -> file.put("sha256", "00".repeat(32)));
        assertRefused(file -> file.putArray("chunks"));
        assertRefused(file -> file.putArray("chunks").add(HASH.hex()).add(HASH.hex()));
        for (var name : List.of("a.exe", "../a.pdf", "a\u202E.pdf", "a\n.pdf", "a\"b.pdf", ".pdf", ""))
            assertRefused(file -> file.put("name", name));
        for (var other : List.of("[]", "{}", "1", "\"a\"", "null", "[1]", "[[]]")) {
            JsonNode body = JSON.createObjectNode().set(Attachment.MEMBER, JSON.readTree(other));
            assertEquals(Optional.empty(), Attachment.read(body), other);
        }
    }
}
