package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AotCacheTest {
    @TempDir
    Path folder;

    private AotCache cache;

    @BeforeEach
    void program() throws IOException {
        cache = AotCache.beside(Files.writeString(folder.resolve("node.jar"), "program"));
    }

    private Path written() throws IOException {
        return Files.writeString(cache.unfinished(), "cache");
    }

    @Test
    void isNotUsedBeforeItIsThere() throws IOException {
        assertFalse(cache.usable());
    }

    @Test
    void isUsedOnceARunHasWrittenItToItsEnd() throws IOException {
        cache.keep(written());
        assertTrue(cache.usable());
        assertFalse(Files.exists(cache.unfinished()));
    }

    @Test
    void isNotKeptWhileWhatJavaWritesFirstIsStillThere() throws IOException {
        var made = written();
        var first = Files.writeString(made.resolveSibling(made.getFileName() + ".config"), "half");
        cache.keep(made);
        assertFalse(cache.usable());
        assertFalse(Files.exists(first));
        assertFalse(Files.exists(made));
    }

    @Test
    void ofAnEarlierBuildIsNotUsed() throws IOException {
        cache.keep(written());
        Files.setLastModifiedTime(cache.program(), FileTime.from(Instant.now().plusSeconds(5)));
        assertFalse(cache.usable());
    }

    @Test
    void isNamedForTheJavaThatMadeIt() {
        assertEquals(
                "node-" + Runtime.version() + ".aot", cache.file().getFileName().toString());
    }
}
