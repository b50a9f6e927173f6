package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.view.Pages;
import acorde.web.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page sends, without a browser: its weight, and that nothing in it needs a looser content policy. */
class PagesWeightTest {
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_STYLE = 30_000;
    private static final Pattern ASSET =
            Pattern.compile("(?:src|href)=\"(/[a-z0-9./-]+\\.(?:css|js|svg))(?:\\?v=[0-9a-f]+)?\"");
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pages PAGES = new Pages();

    static Stream<String> pages() {
        return Samples.paths().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageWithItsStyleAndScriptsStaysUnderAHundredKilobytes(String path) throws IOException {
        String page = Samples.draw(PAGES, Language.ES, URI.create(path));
        int total = page.getBytes(StandardCharsets.UTF_8).length;
        Matcher assets = ASSET.matcher(page);
        while (assets.find()) total += bytes(assets.group(1)).length;
        int weight = total;
        assertTrue(weight < MOST_BYTES, () -> path + " weighs " + weight);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingInAPageIsStyledOrScriptedInline(String path) {
        String page = Samples.draw(PAGES, Language.EN, URI.create(path));
        for (String inline : List.of(" style=", "<style", "javascript:", " onclick", " onload", " onsubmit")) {
            assertFalse(page.contains(inline), () -> path + " has " + inline);
        }
        assertFalse(Pattern.compile("<script(?![^>]* src=)").matcher(page).find(), path);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFormThatWritesCarriesItsToken(String path) {
        String page = Samples.draw(PAGES, Language.EN, URI.create(path));
        Matcher forms = Pattern.compile("<form method=\"post\".*?</form>", Pattern.DOTALL)
                .matcher(page);
        while (forms.find()) assertTrue(forms.group().contains("name=\"_csrf\""), forms.group());
    }

    @Test
    void theStylesheetStaysUnderThirtyKilobytes() throws IOException {
        assertTrue(bytes("/acorde.css").length < MOST_STYLE);
    }

    @Test
    void whatOthersWroteIsWhatWasListed() throws IOException, NoSuchAlgorithmException {
        List<String> lines = Files.readAllLines(STATIC.resolve("vendor/SHA256SUMS"));
        for (String line : lines) {
            byte[] content = Files.readAllBytes(STATIC.resolve("vendor").resolve(line.substring(66)));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertEquals(line.substring(0, 64), HexFormat.of().formatHex(digest), line.substring(66));
        }
        assertEquals(5, lines.size());
    }

    private static byte[] bytes(String asset) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PagesWeightTest.class.getResourceAsStream("/static" + asset), asset)) {
            return in.readAllBytes();
        }
    }
}
