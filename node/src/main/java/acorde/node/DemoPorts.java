package acorde.node;

import acorde.web.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ports of a node of the demonstration, for its pages and for its partners. */
record DemoPorts(int pages, int partners) {
    private static final int FIRST = 8401;
    private static final int FIRST_OF_PARTNERS = 9401;

    /** Which ports a node gets. */
    interface Choice {
        DemoPorts of(int place) throws IOException;
    }

    static DemoPorts usual(int place) throws IOException {
        var ports = new DemoPorts(FIRST + place, FIRST_OF_PARTNERS + place);
        return isFree(ports.pages) && isFree(ports.partners) ? ports : free(place);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * That the usual ports are taken, by what, and which are used; empty where they are not.
     *
     * @param words in whose language it is said
     * @param pages the ports of the pages of the four
     * @param acorde whether a node of Acorde answers at a port
     */
    static Optional<String> elsewhere(Words words, List<Integer> pages, IntPredicate acorde) {
        var taken = IntStream.range(0, pages.size())
                .filter(place -> pages.get(place) != FIRST + place)
                .map(place -> FIRST + place)
                .toArray();
        if (taken.length == 0) return Optional.empty();
        var here = pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(
                IntStream.of(taken).anyMatch(acorde)
                        ? words.say("cli.demo.beside", here)
                        : words.say("cli.demo.beside.other", here));
    }

    static boolean isOfAcorde(int port) {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            var door = URI.create("http://127.0.0.1:" + port + "/demo");
            var request =
                    HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(2)).build();
            return client.send(request, BodyHandlers.ofString()).body().contains("Acorde");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static DemoPorts free(int place) throws IOException {
        try (var pages = new ServerSocket(0, place + 1, InetAddress.getLoopbackAddress());
                var partners = new ServerSocket(0, place + 1, InetAddress.getLoopbackAddress())) {
            return new DemoPorts(pages.getLocalPort(), partners.getLocalPort());
        }
    }
}
