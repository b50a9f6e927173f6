package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of an item whose party broke its word: both signed assents, nothing decided for the reader. */
class ContestedPagesTest {
    private static Gallery gallery;

    @BeforeAll
    static void open() throws IOException {
        gallery = new Gallery(0);
    }

    @AfterAll
    static void close() {
        gallery.close();
    }

    private static String page(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(gallery.address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
            return answer.body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void aContestedProposalShowsBothSignedAssentsEachWithItsActAndItsProof(String language)
            throws IOException, InterruptedException {
        var page = page("/proposals/US/22?lang=" + language);
        for (var act : List.of("SV/66", "SV/64")) {
            assertTrue(page.contains("href=\"/acts/" + act + "\""), act);
            assertTrue(page.contains("href=\"/acts/" + act + "/proof\""), act);
        }
        assertTrue(page.contains(language.equals("es") ? "Ninguna entra en vigor" : "Neither enters into force"));
        assertFalse(page.contains("id=\"answer\""), "nothing is left to answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void aContestedInitiativeLeadsToBothRivalsAndKeepsTheVersionThatStood(String language)
            throws IOException, InterruptedException {
        var page = page("/initiatives/A2-02?lang=" + language);
        for (var rival : List.of("US/22", "GT/120"))
            assertTrue(page.contains("href=\"/proposals/" + rival + "\""), rival);
        assertTrue(page.contains(language.equals("es") ? "en conflicto" : "contested"));
    }
}
