package acorde.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** {@code spec/vectors/attachments}: what every implementation must agree on. */
class AttachmentVectorsTest {
    @TestFactory
    Stream<DynamicTest> bodies() throws IOException {
        try (var files = Files.walk(Path.of("..", "spec", "vectors", "attachments", "body"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        var vector = JsonMapper.shared().readTree(Files.readString(file));
        var read = Attachment.read(vector.path("body"));
        assertEquals(vector.path("expect").asString(), read.isPresent() ? "good" : "malformed");
        read.ifPresent(files -> assertEquals(
                vector.path("body").path(Attachment.MEMBER).toString(),
                Attachment.write(files).toString(),
                "written as it was read"));
    }
}
