package acorde.web.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Person;
import acorde.offices.Turns;
import acorde.web.view.Frame;
import acorde.web.view.Pages;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF of a paper, read back. */
class PdfTest {
    private static final Pages PAGES = new Pages();
    private static final Pdf PDF = new Pdf();
    private static final Person.Id ANA = new Person.Id(1);
    private static final Person.Id LUZ = new Person.Id(2);

    private static Frame frame(Language language) {
        return new Frame(
                new Formats(Words.in(language), "HN", Instant.parse("2026-11-25T15:12:00Z")),
                "/",
                new Frame.Node("HN", new Bilingual("Secretaría de Seguridad", "Secretariat of Security")),
                null,
                0,
                true,
                null,
                null);
    }

    private static PDDocument drawn(Language language, PaperView view) throws IOException {
        return Loader.loadPDF(
                PDF.draw(ANA, PAGES.draw("print", frame(language), view)).orElseThrow());
    }

    private static String text(PDDocument pdf) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    /** A partner may have written what XML has no place for, and an act does not go away. */
    @Test
    void aCharacterThatXmlHasNoPlaceForEndsNoPdf() throws IOException {
        try (var pdf =
                Loader.loadPDF(PDF.draw(ANA, page("", "<p>Uno \uFFFF dos</p>")).orElseThrow())) {
            assertTrue(text(pdf).contains("Uno"), text(pdf));
        }
    }

    @Test
    void aBriefIsOnePageHoweverMuchStandsOnIt() throws IOException {
        for (var language : Language.values())
            for (var view : List.of(SamplePapers.brief(frame(language), true), SamplePapers.full(frame(language))))
                try (var pdf = drawn(language, view)) {
                    assertEquals(1, pdf.getNumberOfPages(), language + " " + text(pdf));
                    var box = pdf.getPage(0).getMediaBox();
                    assertEquals(595, box.getWidth(), 1, "A4");
                    assertEquals(842, box.getHeight(), 1, "A4");
                }
    }

    /** Characters that take most room in a page, as many as a communiqué may have. */
    @Test
    void aCommuniqueSaysThatItIsADraftAndIsDrawnHoweverLong() throws IOException {
        for (var language : Language.values()) {
            var frame = frame(language);
            try (var pdf = drawn(language, SamplePapers.communique(frame, "\"".repeat(600), 15))) {
                var draft = frame.say("paper.communique.draft.what").substring(0, 30);
                assertTrue(text(pdf).contains(draft), text(pdf));
            }
        }
    }

    @Test
    void theTextIsReadBackWithEveryFigureItsActsAndTheCode() throws IOException {
        for (var language : Language.values()) {
            var frame = frame(language);
            try (var pdf = drawn(language, SamplePapers.brief(frame, true))) {
                var text = text(pdf);
                for (var row : SamplePapers.brief(frame, true).rows())
                    assertTrue(
                            text.contains(
                                    row.name() + " " + frame.number(row.value()) + " " + String.join(" ", row.acts())),
                            row.name() + " not in " + text);
                assertTrue(text.contains("GT-123-7F3A-9C2D"), text);
                assertTrue(text.contains("Despachos de consulta en los puestos fronterizos"), text);
                assertTrue(text.contains(frame.say("frame.exercise.banner")), text);
                assertTrue(
                        text.contains(frame.say("paper.figures", frame.day(java.time.LocalDate.parse("2026-11-25")))),
                        text);
            }
        }
    }

    @Test
    void theFiguresAreTheSameInBothLanguages() throws IOException {
        try (var spanish = drawn(Language.ES, SamplePapers.brief(frame(Language.ES), true));
                var english = drawn(Language.EN, SamplePapers.brief(frame(Language.EN), true))) {
            assertTrue(numbers(spanish).contains("1,248"));
            assertEquals(numbers(spanish), numbers(english));
        }
    }

    /** Every run of digits, with what names an act or a code. */
    private static List<String> numbers(PDDocument pdf) throws IOException {
        return Pattern.compile("[A-Z0-9/,-]*[0-9][A-Z0-9/,-]*")
                .matcher(text(pdf).replaceAll("[.;)(:]", " "))
                .results()
                .map(found -> found.group().replaceAll(",$", ""))
                .toList();
    }

    @Test
    void itIsTaggedAndCarriesItsLanguageItsTitleAndItsFonts() throws IOException {
        for (var language : Language.values())
            try (var pdf = drawn(language, SamplePapers.brief(frame(language), true))) {
                var catalog = pdf.getDocumentCatalog();
                assertEquals(language.code(), catalog.getLanguage());
                assertTrue(catalog.getMarkInfo().isMarked());
                assertNotNull(catalog.getStructureTreeRoot());
                assertTrue(catalog.getViewerPreferences().displayDocTitle());
                assertEquals(
                        frame(language).say("paper.code") + " GT-123-7F3A-9C2D",
                        pdf.getDocumentInformation().getSubject());
                assertTrue(new String(catalog.getMetadata().toByteArray(), UTF_8).contains("pdfuaid"), "PDF/UA");
                assertTrue(pdf.getDocumentInformation()
                        .getTitle()
                        .startsWith(frame(language).say("paper.title.brief", "Guatemala")));
                var resources = pdf.getPage(0).getResources();
                var fonts = 0;
                for (var name : resources.getFontNames()) {
                    assertTrue(resources.getFont(name).isEmbedded(), name.getName());
                    fonts++;
                }
                assertTrue(fonts >= 2);
            }
    }

    @Test
    void drawingFetchesNothing(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            var secret = Files.writeString(folder.resolve("secret.txt"), "a secret of this machine");
            var page = page(
                    "<link rel=\"stylesheet\" href=\"" + there + "a.css\"/><style>@import url(" + there
                            + "b.css); @font-face{font-family:x;src:url(" + there + "c.ttf)} p{background:url(" + there
                            + "d.png)}</style>",
                    "<p>text<img src=\"" + there + "e.png\" alt=\"e\"/><img src=\"" + secret.toUri()
                            + "\" alt=\"f\"/><object data=\"" + there + "g\"></object></p>");
            try (var pdf = Loader.loadPDF(PDF.draw(ANA, page).orElseThrow())) {
                assertTrue(text(pdf).contains("text"));
                assertTrue(!text(pdf).contains("secret"));
            }
            assertEquals(0, asked.get());
            var entity = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + page("", "<p>&x;</p>");
            assertThrows(IllegalArgumentException.class, () -> PDF.draw(ANA, entity));
        } finally {
            server.stop(0);
        }
    }

    private static String page(String head, String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>t</title>"
                + "<meta name=\"subject\" content=\"d\"/>" + head + "</head><body class=\"print\">" + body
                + "</body></html>";
    }

    @Test
    void everyLetterIsReadBackAsItWasWritten() throws IOException {
        var words = "Shifts of the office, final and flat: áéíñ¿«» (UTC–6)";
        var bold = "<p><b>" + words + "</b></p><h1>" + words + "</h1>";
        try (var pdf = Loader.loadPDF(PDF.draw(ANA, page("", "<p>" + words.replace('–', '−') + "</p>" + bold))
                .orElseThrow())) {
            assertEquals(words + " " + words + " " + words + " 1 / 1", text(pdf).strip());
        }
    }

    /** Mayan names with either saltillo, combining marks, and letters of those who live here and come from elsewhere. */
    @Test
    void namesInTheLanguagesOfThePartiesAndOfTheirNeighboursAreReadBack() throws IOException {
        var words = "K\u02BCiche\u02BC Q\uA78Beqchi\uA78C Tz\u2019utujil Ẍ Garínagu Ŵŵ Łódź Đorđe Ελλάδα Київ ≥ → ‑ ‰";
        var page = page(
                "", "<div class=\"paper\"><p>" + words + "</p><p><b>" + words + "</b></p><h1>" + words + "</h1></div>");
        try (var pdf = Loader.loadPDF(PDF.draw(ANA, page).orElseThrow())) {
            assertEquals(words + " " + words + " " + words + " 1 / 1", text(pdf).strip());
            for (var name : pdf.getPage(0).getResources().getFontNames())
                assertTrue(pdf.getPage(0).getResources().getFont(name).isEmbedded(), name.getName());
        }
    }

    @Test
    void nobodyHasMoreThanOneOfTheirsDrawnAtOnceSoAnotherIsServed() {
        var turns = new Turns(2, 1, Duration.ZERO);
        var pdf = new Pdf(turns);
        var sheet = page("", "<p>Acta</p>");
        var within = turns.take(
                ANA,
                () -> List.of(
                        pdf.draw(ANA, sheet).isPresent(), pdf.draw(LUZ, sheet).isPresent()));
        assertEquals(Optional.of(List.of(false, true)), within);
    }

    @Test
    void aPageIsDrawnUpToItsLengthAndNoFurther() {
        var longest =
                page("", "<p>" + " ".repeat(Pdf.LONGEST - page("", "<p></p>").length()) + "</p>");
        assertEquals(Pdf.LONGEST, longest.length());
        assertTrue(PDF.draw(ANA, longest).isPresent());
        assertThrows(IllegalArgumentException.class, () -> PDF.draw(ANA, longest + " "));
        assertThrows(IllegalArgumentException.class, () -> PDF.draw(ANA, "<p>not well-formed"));
    }
}
