package acorde.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.PartyCode;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tiles of a published log there are, and which there are not. */
@Tag("database")
@Tag("slow") // the whole history is announced
final class LogTilesTest {
    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestDesk desk;
    private static TestDesk.One node;
    private static long size;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        size = node.acts.logs().state(new PartyCode("GT")).size();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + node.website.port() + "/log/" + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static int status(TilePath tile) throws IOException, InterruptedException {
        return get(tile.path()).statusCode();
    }

    @Test
    void everyTileAtTheEdgeOfTheCheckpointIsThere() throws Exception {
        for (var tile : TilePath.edge(size)) {
            var answer = get(tile.path());
            assertEquals(200, answer.statusCode(), tile.path());
            if (!tile.holdsEntries()) assertEquals(32 * tile.width(), answer.body().length, tile.path());
        }
    }

    @Test
    void aFullTileOfWhichOnlyAPartIsThereIsNot() throws Exception {
        for (var tile : TilePath.edge(size))
            assertEquals(404, status(new TilePath(tile.level(), tile.index(), TilePath.FULL)), tile.path());
    }

    @Test
    void nothingBeyondTheCheckpointIsThere() throws Exception {
        for (var tile : TilePath.edge(size)) {
            if (tile.width() + 1 < TilePath.FULL)
                assertEquals(404, status(tile.partial(tile.width() + 1)), tile.path());
            assertEquals(404, status(new TilePath(tile.level(), tile.index() + 1, 1)), tile.path());
        }
        assertEquals(404, status(new TilePath(TilePath.MAX_LEVEL, 0, 1)));
        assertEquals(404, status(new TilePath(0, (1L << 46) - 1, 1)));
    }

    @Test
    void aPartialTileOfAnEarlierSizeIsTheBeginningOfTheLaterOneAndStaysTheSame() throws Exception {
        var tile = TilePath.edge(size).get(1);
        var earlier = get(tile.partial(tile.width() - 1).path());
        assertEquals(200, earlier.statusCode());
        var now = get(tile.path()).body();
        assertArrayEquals(Arrays.copyOf(now, 32 * (tile.width() - 1)), earlier.body());
        assertEquals("public, max-age=31536000, immutable", Visitor.header(earlier, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/-1",
                "tile/0/000.p/1x",
                "tile/0/000.p/99999999999999999999",
                "tile/8/000.p/1",
                "tile/-1/000.p/1",
                "tile/entries/0.p/1",
                "tile/0/x999/999/999",
                "tile/0/999x"
            })
    void whatIsNoPathOfATileIsRefused(String path) throws Exception {
        assertEquals(400, get(path).statusCode());
    }
}
