package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private AotRecording written() throws IOException {
        Files.writeString(cache.unfinished(), "cache");
        return AotRecording.among(cache.making()).orElseThrow();
    }

    @Test
    void isNotUsedBeforeItIsThere() throws IOException {
        assertFalse(cache.usable());
    }

    @Test
    void isUsedOnceARunHasWrittenItToItsEnd() throws IOException {
        written().keep();
        assertTrue(cache.usable());
        assertFalse(Files.exists(cache.unfinished()));
    }

    @Test
    void isNotKeptWhileWhatJavaWritesFirstIsStillThere() throws IOException {
        var made = written();
        var first = Files.writeString(made.made().resolveSibling(made.made().getFileName() + ".config"), "half");
        made.keep();
        assertFalse(cache.usable());
        assertFalse(Files.exists(first));
        assertFalse(Files.exists(made.made()));
    }

    @Test
    void isEndedByNobodyWhereAnotherHandAskedForIt() {
        assertEquals(Optional.empty(), AotRecording.among(cache.using()));
        assertEquals(Optional.empty(), AotRecording.among(List.of(AotCache.OUTPUT + folder.resolve("mine.aot"))));
    }

    @Test
    void ofAnEarlierBuildIsNotUsed() throws IOException {
        written().keep();
        Files.setLastModifiedTime(cache.program(), FileTime.from(Instant.now().plusSeconds(5)));
        assertFalse(cache.usable());
    }

    @Test
    void whatNobodyWillUseIsSweptAwayAndNothingElse() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        written().keep();
        var alive = Files.writeString(cache.unfinished(), "being written");
        var other = Files.writeString(folder.resolve("node-24.0.1+9.aot"), "of another Java");
        var left = Files.writeString(folder.resolve(cache.file().getFileName() + "." + ended.pid() + ".new"), "half");
        var leftToo = Files.writeString(folder.resolve(left.getFileName() + ".config"), "half");
        cache.sweep();
        for (var gone : List.of(other, left, leftToo)) assertFalse(Files.exists(gone), gone.toString());
        for (var kept : List.of(cache.program(), cache.file(), alive)) assertTrue(Files.exists(kept), kept.toString());

        Files.setLastModifiedTime(cache.program(), FileTime.from(Instant.now().plusSeconds(5)));
        cache.sweep();
        assertFalse(Files.exists(cache.file()), "one of an earlier build goes too");
    }

    @Test
    void isNamedForTheJavaThatMadeIt() {
        assertEquals(
                "node-" + Runtime.version() + ".aot", cache.file().getFileName().toString());
    }
}
