package acorde.web.press;

// More than 400 lines: the site, page by page, on one history.

import static acorde.publication.Saying.A105;
import static acorde.publication.Saying.GT;
import static acorde.publication.Saying.HN;
import static acorde.publication.Saying.SV;
import static acorde.publication.Saying.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.ItemKey;
import acorde.publication.Account;
import acorde.publication.Edition;
import acorde.publication.Saying;
import acorde.publication.SmallCounts;
import acorde.trust.PartyCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** The site on the disk: whole or not at all, the same for the same acts, and never rewritten. */
final class PressTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final TreeMap<PartyCode, Edition.Log> LOGS = new TreeMap<>(
            Map.of(HN, new Edition.Log(412, Edition.sha256(new byte[] {7}), "acorde/moc-2019/HN\n412\n")));

    @TempDir
    Path folder;

    private Saying saying;
    private Path site;

    @BeforeEach
    void begin() {
        saying = new Saying(folder.resolve("keys"), true)
                .announce(key ->
                        key.kind() != ItemKey.Kind.INITIATIVE || key.code().endsWith("05"));
        site = folder.resolve("site");
    }

    private Published publish(Path where, Account account, LocalDate day) {
        try {
            return Press.publish(where, new Issue(account, day, LOGS, true));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Edition edition(LocalDate day) {
        return assertInstanceOf(Published.Done.class, publish(site, saying.account(), day))
                .edition();
    }

    private String refusal(Path where) {
        return assertInstanceOf(Published.Refused.class, publish(where, saying.account(), DAY))
                .why()
                .en();
    }

    /** Every file with what it holds. */
    private static Map<String, String> bytes(Path root) throws IOException {
        var bytes = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                bytes.put(
                        root.relativize(file).toString(),
                        Edition.sha256(Files.readAllBytes(file)).hex());
        }
        return bytes;
    }

    private String page(String path) throws IOException {
        return Files.readString(site.resolve(path));
    }

    @Test
    void theSameActsAndDateGiveTheSameBytes() throws IOException {
        edition(DAY);
        edition(DAY.plusMonths(1));
        var other = folder.resolve("other");
        for (var day : List.of(DAY, DAY.plusMonths(1))) publish(other, saying.account(), day);
        assertEquals(bytes(site), bytes(other));
    }

    @Test
    void anActThatIsNotPublicChangesNotAByteOfTheSite() throws IOException {
        edition(DAY);
        saying.say(GT, "monitoring.reported", List.of(), Saying.text(A105));
        saying.say(HN, "compact.unheard-of", List.of(), Saying.text(A105).put("public", true));
        publish(folder.resolve("other"), saying.account(), DAY);
        assertEquals(bytes(site), bytes(folder.resolve("other")));
        saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        publish(folder.resolve("third"), saying.account(), DAY);
        assertNotEquals(bytes(site), bytes(folder.resolve("third")), "what is public does change it");
    }

    /** CT-1: two worlds that differ in small counts of persons alone have the same site, page by page, over editions. */
    @Test
    void noSmallCountOfPersonsChangesAByteOfTheSite() throws IOException {
        var withheld = 0;
        for (var seed = 0; seed < 3; seed++) {
            var sites = new ArrayList<Map<String, String>>();
            for (var step : List.of(0, 4)) {
                var where = folder.resolve("site-" + seed + "-" + step);
                var history =
                        SmallCounts.of(folder.resolve("keys-" + seed + "-" + step), seed, SmallCounts.moved(step));
                for (var day : List.of(DAY, DAY.plusMonths(1))) {
                    history.go();
                    publish(where, history.saying.account(), day);
                }
                withheld += history.withheld();
                sites.add(bytes(where));
            }
            assertEquals(sites.getFirst(), sites.getLast());
        }
        assertTrue(withheld >= 6, "there is something to withhold: " + withheld);
    }

    @Test
    void everyEditionStaysAsItWasAndSaysWhatItChanged() throws IOException {
        var first = edition(DAY);
        var before = bytes(site.resolve("editions/1"));
        var proposal = saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        var second = edition(DAY.plusMonths(1));
        assertEquals(2, second.number());
        assertEquals(first.hash(), second.before());
        assertEquals(before, bytes(site.resolve("editions/1")));
        var due = second.changes().stream()
                .filter(change -> change.field().equals("text.due"))
                .findFirst()
                .orElseThrow();
        assertEquals("initiatives/A1-05", due.of());
        assertEquals("2019-07-24", due.before());
        assertEquals("2027-01-31", due.after());
        for (var path : List.of("es/changes.html", "es/editions/2.html", "es/promises/A1-05.html"))
            assertTrue(page(path).contains("<del><span>2019-07-24</span></del> <ins>2027-01-31</ins>"), path);
        assertTrue(page("es/editions/1.html").contains("Es la primera."));
    }

    @Test
    void aWaiverThatWasAgreedIsCountedOnTheFirstPage() throws IOException {
        edition(DAY);
        assertTrue(page("es/index.html").contains("ninguna con excepción"), page("es/index.html"));
        var proposal = saying.propose(HN, A105, Saying.waived(A105));
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        edition(DAY.plusMonths(1));
        assertTrue(page("es/index.html").contains("una con excepción"), page("es/index.html"));
        assertTrue(page("en/index.html").contains("one with a waiver"), page("en/index.html"));
    }

    /** CT-1, CO-7: the value that may be told, what is held back, and that it was corrected, in both languages. */
    @Test
    void theLastValueOfAPartyIsToldAndItsCorrectionIsAmongTheChanges() throws IOException {
        var text = Saying.text(A105);
        var indicator = text.putObject("indicator").put("counted", "persons").put("kind", "output");
        for (var both : List.of("name", "unit"))
            indicator.putObject(both).put("es", "casos").put("en", "cases");
        indicator.put("baseline", 105).put("baselineAt", "2026-09-30");
        indicator.put("target", 300).put("targetAt", "2027-06-30");
        var proposal = saying.amend(HN, A105, text);
        for (var party : List.of(GT, SV, US)) saying.assent(party, proposal, null);
        var october = LocalDate.of(2026, 10, 31);
        var report = saying.report(HN, A105, null, new TreeMap<>(Map.of(october, 147, october.plusDays(20), 9)));
        edition(DAY);
        var first = page("es/promises/A1-05.html");
        for (var told : List.of("al menos 100\u00a0casos al 30 sep 2026", "al menos 140\u00a0casos al 31 oct 2026"))
            assertTrue(first.contains(told), told);
        assertTrue(first.contains("el valor del 20 nov 2026 se calla"), first);
        var body =
                JsonMapper.shared().createObjectNode().put("report", report.id().toString());
        body.put("at", october.toString()).put("value", 163).putObject("reason").put("es", "Faltaba un registro.");
        saying.say(HN, "monitoring.corrected", List.of(report.id()), body);
        edition(DAY.plusMonths(1));
        assertTrue(page("en/promises/A1-05.html").contains("before it was corrected, at least 140\u00a0cases"));
        assertTrue(page("es/changes.html").contains("último valor de Honduras, al menos"));
        assertTrue(
                page("es/changes.html").contains("<del><span>140</span></del> <ins>160</ins>"),
                page("es/changes.html"));
    }

    @Test
    void whatIsPublishedAgainOnTheSameDayUnchangedIsNoNewEdition() throws IOException {
        edition(DAY);
        var before = bytes(site);
        assertFalse(assertInstanceOf(Published.Done.class, publish(site, saying.account(), DAY))
                .isNew());
        assertEquals(before, bytes(site));
    }

    @Test
    void anEditionThatWasDueAndIsNotThereIsShownAsAGap() throws IOException {
        edition(DAY);
        var second = edition(LocalDate.of(2027, 3, 2));
        assertEquals(List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1)), second.missed());
        for (var path : List.of("es/editions.html", "es/editions/2.html"))
            assertTrue(page(path).contains("Vencía una edición el 1 feb 2027 y no se publicó."), path);
        assertTrue(page("en/editions.html").contains("An edition was due on 1 Jan 2027 and was not published."));
        assertTrue(page("es/index.html").contains("La próxima edición vence el 1 abr 2027."));
    }

    @Test
    void aSecondEditionForOneDueDayIsNotLate() {
        assertTrue(edition(LocalDate.of(2026, 12, 20)).late());
        saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        assertFalse(edition(LocalDate.of(2026, 12, 21)).late());
    }

    @Test
    void aFolderThatIsNotOursIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("thesis.txt"), "mine");
        assertTrue(refusal(site).contains("holds something else"));
        assertEquals("mine", Files.readString(site.resolve("thesis.txt")));
        Files.writeString(
                site.resolve("acorde-site.json"), "{\"format\":1,\"compact\":\"other\",\"publisher\":\"HN\"}\n");
        assertTrue(refusal(site).contains("holds something else"));
        assertTrue(refusal(site.resolve("thesis.txt")).contains("is no folder"));
        assertTrue(refusal(folder.resolve("no/where")).contains("make it first"));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectories(site);
        edition(DAY);
        assertTrue(Files.exists(site.resolve("index.html")));
    }

    @Test
    void earlierEditionsThatWereTouchedAreRefused() throws IOException {
        edition(DAY);
        edition(DAY.plusMonths(1));
        for (var name : List.of("editions/1/compact.json", "editions/1/edition.json", "editions/2/compact.csv")) {
            var file = site.resolve(name);
            var was = Files.readAllBytes(file);
            Files.delete(file); // its other link, if any, is not ours to spoil
            Files.writeString(file, new String(was, StandardCharsets.UTF_8).replace('1', '2'));
            assertTrue(refusal(site).contains("is not as it was published"), name);
            Files.write(file, was);
        }
        assertTrue(refusal(site).contains("would come before it"));
    }

    @Test
    void anEditionThatWasTakenAwayIsMissed() throws IOException {
        for (var months = 0; months < 3; months++) edition(DAY.plusMonths(months));
        for (var gone : List.of(2, 3)) {
            var at = site.resolve("editions/" + gone);
            Files.move(at, folder.resolve("away"));
            assertTrue(refusal(site).contains("Edition " + gone + " "), refusal(site));
            Files.move(folder.resolve("away"), at);
        }
    }

    @Test
    void aRunThatIsCutShortLeavesTheOldSiteWhole() throws IOException {
        edition(DAY);
        var before = bytes(site);
        // What a killed run leaves: a part of the new site beside the old one.
        var rest = folder.resolve(".site.acorde-new");
        Files.createDirectories(rest.resolve("es"));
        Files.writeString(rest.resolve("es/index.html"), "half");
        assertEquals(before, bytes(site));
        edition(DAY.plusMonths(1));
        assertFalse(Files.exists(rest));
        assertTrue(page("es/index.html").contains("</html>"));
    }

    @Test
    void theSiteIsOnTheDiskBeforeItIsPutInPlaceAndAgainBeforeTheOldOneGoes() throws IOException {
        edition(DAY);
        var asked = new ArrayList<String>();
        var disk = new Disk() {
            @Override
            public void settle(Path at) throws IOException {
                asked.add("settled " + at.getFileName() + " with " + bytes(at).size());
                LINUX.settle(at);
            }

            @Override
            public void exchange(Path one, Path other) throws IOException {
                asked.add("exchanged");
                LINUX.exchange(one, other);
            }
        };
        Press.publish(site, new Issue(saying.account(), DAY.plusMonths(1), LOGS, true), disk);
        var files = bytes(site).size();
        assertEquals(
                List.of("settled .site.acorde-new with " + files, "exchanged", "settled site with " + files), asked);
    }

    @Test
    void theExchangeIsOneStep() throws IOException, InterruptedException {
        var one = Files.createDirectories(folder.resolve("one"));
        var other = Files.createDirectories(folder.resolve("two"));
        Files.writeString(one.resolve("index.html"), "a");
        Files.writeString(other.resolve("index.html"), "b");
        var missing = new ArrayList<String>();
        var looking = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted())
                if (!Files.exists(one.resolve("index.html"))) missing.add("nothing there");
        });
        for (var i = 0; i < 501; i++) Disk.LINUX.exchange(one, other);
        looking.interrupt();
        looking.join();
        assertEquals(List.of(), missing);
        assertEquals("b", Files.readString(one.resolve("index.html")));
    }

    @Test
    void everyLinkLeadsToAFileOfTheSiteOrToASource() throws IOException {
        edition(DAY);
        edition(DAY.plusMonths(1));
        try (var files = Files.walk(site)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                var links = LINK.matcher(Files.readString(file));
                while (links.find()) {
                    var link = links.group(1);
                    if (link.startsWith("#") || link.startsWith("https://") || link.startsWith("http://")) continue;
                    assertFalse(link.startsWith("/"), file + " " + link);
                    var target = file.getParent().resolve(link.split("#", 2)[0]).normalize();
                    assertTrue(Files.isRegularFile(target), file + " leads to " + link);
                }
            }
        }
    }

    @Test
    void aPageHoldsNoScriptAndNoStyleOfItsOwn() throws IOException {
        edition(DAY);
        try (var files = Files.walk(site)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                var text = Files.readString(file);
                assertTrue(text.contains("Content-Security-Policy\" content=\"default-src 'none';"), file.toString());
                assertFalse(
                        Pattern.compile("<script(?! src=)|<style| style=\"| on[a-z]+=\"")
                                .matcher(text)
                                .find(),
                        file.toString());
            }
        }
    }

    @Test
    void theFeedIsValidAtom() throws Exception {
        edition(DAY);
        edition(DAY.plusMonths(1));
        for (var language : List.of("es", "en")) {
            var feed = parsed(site.resolve(language + "/feed.xml")).getDocumentElement();
            assertEquals("{http://www.w3.org/2005/Atom}feed", "{" + feed.getNamespaceURI() + "}" + feed.getLocalName());
            insist(feed);
            assertEquals(1, children(feed, "author").size());
            assertFalse(text(children(feed, "author").getFirst(), "name").isBlank());
            var entries = children(feed, "entry");
            assertEquals(2, entries.size());
            entries.forEach(PressTest::insist);
            assertEquals(
                    2,
                    entries.stream().map(entry -> text(entry, "id")).distinct().count());
            for (var entry : entries)
                for (var link : children(entry, "link"))
                    assertTrue(Files.exists(site.resolve(language)
                            .resolve(link.getAttribute("href"))
                            .normalize()));
        }
    }

    /** RFC 4287, 4.1.1 and 4.1.2: exactly one id, an absolute IRI; one title; one updated, a time of RFC 3339; no two alternates of one type. */
    private static void insist(Element element) {
        assertTrue(URI.create(text(element, "id")).isAbsolute());
        assertFalse(text(element, "title").isBlank());
        Instant.parse(text(element, "updated"));
        var alternates = children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("alternate"))
                .count();
        assertEquals(1, alternates);
    }

    private static String text(Element element, String name) {
        var found = children(element, name);
        assertEquals(1, found.size(), name);
        return found.getFirst().getTextContent();
    }

    private static List<Element> children(Element element, String name) {
        var children = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element found && found.getLocalName().equals(name)) children.add(found);
        return children;
    }

    private static Document parsed(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
