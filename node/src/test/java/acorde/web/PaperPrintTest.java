package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a browser prints of a brief: the same sheet as the PDF, with the same style. */
@Tag("browser")
@Tag("slow")
class PaperPrintTest {
    @Test
    void aBriefPrintsOnOneSheetWithNothingOfThePageAroundIt() throws IOException {
        try (var gallery = new Gallery(0);
                var context = TestBrowser.get().newContext()) {
            var page = context.newPage();
            page.navigate(gallery.address() + "/documents/issued/GT/123?lang=es");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var around : new String[] {".mast", ".foot", ".btns", "nav.usa-breadcrumb"})
                assertFalse(page.locator(around).first().isVisible(), around);
            try (var pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                assertEquals(1, pdf.getNumberOfPages());
                assertEquals(842, pdf.getPage(0).getMediaBox().getHeight(), 2, "A4");
                var text = new PDFTextStripper().getText(pdf);
                assertTrue(text.contains("GT-123-7F3A-9C2D"), text);
            }
        }
    }
}
