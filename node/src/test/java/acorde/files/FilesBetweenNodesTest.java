package acorde.files;

import static acorde.files.Post.ANA;
import static acorde.files.Post.GT;
import static acorde.files.Post.HN;
import static acorde.files.Post.SV;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ChunkPeer;
import acorde.trust.PartyCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files between real nodes over real TLS. */
@Tag("database")
class FilesBetweenNodesTest {
    @TempDir
    Path folder;

    @Test
    void aFileReachesThoseItsActIsAddressedToAndNobodyElse() throws Exception {
        try (var post = new Post(folder)) {
            var gt = post.start(GT);
            var hn = post.start(HN);
            var sv = post.start(SV);
            var bytes = Sample.pdf(3 * Attachment.CHUNK + 11, 1);
            List.of(gt, hn, sv).forEach(Post.One::follow);
            var act = hn.send(List.of(hn.upload(ANA, "acta.pdf", bytes)), GT);
            gt.until("the file", () -> gt.isWhole(act));
            assertArrayEquals(bytes, gt.bytes(act));
            hn.until(
                    "HN knows what it gave",
                    () -> hn.kept(act).handed().getFirst().chunks() == 4);
            assertEquals(
                    List.of(GT),
                    hn.kept(act).handed().stream().map(Handed::party).toList());
            assertEquals(List.of(), gt.kept(act).handed(), "of its partner's file it was given one and gave none");
            sv.until("SV has the entry", () -> sv.logs.state(HN).size() == 1);
            assertEquals(0, sv.count("files.chunk"));
            assertSameNothing(hn, act.index(), sv);
        }
    }

    private static HttpResponse<String> ask(Post.One asked, Post.One asking, String path) throws Exception {
        try (var client = HttpClient.newBuilder()
                .sslContext(asking.transport().client(asked.party))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            var address = asked.logs.self().address().resolve(path);
            return client.send(
                    HttpRequest.newBuilder(URI.create(address.toString())).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** To whom it is not addressed gets, for a file there is, what it gets for a file there is not. */
    private static void assertSameNothing(Post.One asked, long index, Post.One asking) throws Exception {
        var answers = new HashSet<String>();
        for (var path : List.of(
                "/files/" + index + "/0/0",
                "/files/" + index + "/0/200",
                "/files/" + index + "/7/0",
                "/files/9999/0/0",
                "/nothing")) {
            var answer = ask(asked, asking, path);
            answers.add(
                    answer.statusCode() + answer.body() + answer.headers().map().keySet());
        }
        assertEquals(1, answers.size(), answers.toString());
        assertTrue(answers.iterator().next().startsWith("404"));
        for (var path : List.of("/files/0/0", "/files/0/0/0/0", "/files/00/0/0", "/files/-1/0/0", "/files/0/0/1000"))
            assertEquals(400, ask(asked, asking, path).statusCode(), path);
    }

    @Test
    void whatTheOtherNodeCouldNotGiveComesWhenItCan() throws Exception {
        try (var post = new Post(folder)) {
            var gt = post.start(GT);
            var hn = post.start(HN);
            gt.acts.follow(gt.transport());
            var act = hn.send(List.of(hn.upload(ANA, "acta.txt", Sample.text("EJERCICIO"))), GT);
            gt.until("the act", () -> !gt.files.of(act).isEmpty());
            hn.stopServing();
            gt.files.follow(gt.transport(), _ -> true, _ -> true);
            assertEquals(Kept.State.COMING, gt.kept(act).state());
            assertEquals(new Handed(GT, 0, null), hn.kept(act).handed().getFirst());
            hn.serve();
            gt.until("the file", () -> gt.isWhole(act));
            var again = hn.send(List.of(hn.upload(ANA, "otra.txt", Sample.text("EJERCICIO"))), GT);
            gt.until("the other act", () -> gt.isWhole(again));
            assertEquals(
                    List.of(new Handed(GT, 0, null)),
                    hn.kept(again).handed(),
                    "which had the bytes, did not ask for them under this act, and nobody is told more");
        }
    }

    @Test
    void aChunkIsAskedForByTheKeyOfTheCallerAndNoOther() throws Exception {
        try (var post = new Post(folder)) {
            var hn = post.start(HN);
            var act = hn.send(List.of(hn.upload(ANA, "acta.txt", Sample.text("EJERCICIO"))), GT);
            assertEquals(Optional.empty(), chunk(post, SV, act.index()));
            assertArrayEquals(
                    Sample.text("EJERCICIO"), chunk(post, GT, act.index()).orElseThrow());
        }
    }

    private static Optional<byte[]> chunk(Post post, PartyCode caller, long index) throws Exception {
        var charter = post.parties.charter();
        var transport = new acorde.trust.Transport(charter, caller, post.parties.keys(caller));
        try (var peer = ChunkPeer.of(charter.place(HN).orElseThrow(), transport)) {
            return peer.chunk(index, 0, 0);
        }
    }
}
