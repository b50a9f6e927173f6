package acorde.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Bilingual;
import acorde.compact.Disclosing;
import acorde.compact.Item;
import acorde.monitoring.Counted;
import acorde.monitoring.Point;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Results as the standard of IATI 2.03 has them. */
class IatiTest {
    private static String written(Entry... entries) {
        return writtenBy(Told.HN, Told.points(), entries);
    }

    private static String writtenBy(PartyCode self, Map<Point.Key, Point> points, Entry... entries) {
        return writtenAfter(Stream.of(), self, points, entries);
    }

    /** @param earlier texts that stood before */
    private static String writtenAfter( // what stood before, whose, of what
            Stream<Disclosing.Under> earlier, PartyCode self, Map<Point.Key, Point> points, Entry... entries) {
        var stood = earlier.toList();
        var out = new ByteArrayOutputStream();
        try {
            new Iati(Told.founding(), self, Told.NOW)
                    .write(
                            Stream.of(entries),
                            each -> Counted.of(
                                    each.code().equals("A1-05") ? points : Map.of(),
                                    Disclosing.of(
                                            stood.stream(), under(each.head().version(), each))),
                            out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Disclosing.Under under(Hash version, Entry entry) {
        return Disclosing.Under.of(version, entry.text());
    }

    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newDefaultInstance()
                .newSchema(IatiTest.class.getResource("iati-2.03-part.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static String at(String xml, String path) throws Exception {
        var xpath = XPathFactory.newDefaultInstance().newXPath();
        return xpath.evaluate(path, new InputSource(new StringReader(xml)));
    }

    @Test
    void whatIsWrittenIsAsTheStandardHasIt() throws Exception {
        var xml = written(Told.measured(), Told.unmeasured());
        validate(xml);
        assertEquals("2", at(xml, "count(//iati-activity)"));
        assertEquals("1", at(xml, "count(//result)"));
        assertTrue(xml.contains("<title><narrative xml:lang=\"es\">=Consultas</narrative>"), xml);
        assertEquals("algo <b>", at(xml, "//iati-activity[1]/description/narrative[1]"));
    }

    @Test
    void whatIsOutOfOrderOrMissingIsNotAsTheStandardHasIt() {
        var xml = written(Told.measured());
        for (var missing : List.of(
                "<iati-activity>.*</iati-activity>",
                "<iati-identifier>.*?</iati-identifier>",
                "<participating-org.*</participating-org>",
                "<activity-status[^>]*/>",
                "<activity-date[^>]*/>",
                "<period-end[^>]*/>",
                "<narrative.*?</narrative>",
                " role=\"4\"",
                " year=\"2026\"",
                " measure=\"2\"")) refused(xml, missing, "");
        refused(xml, "(<activity-status[^>]*/>)(<activity-date[^>]*/>)", "$2$1");
        refused(xml, "(<period-start[^>]*/>)(<period-end[^>]*/>)", "$2$1");
        refused(xml, "<reporting-org ", "<reporting-org role=\"4\" ");
    }

    private static void refused(String xml, String what, String by) {
        var changed = xml.replaceAll(what, by);
        assertNotEquals(xml, changed, what);
        assertThrows(SAXException.class, () -> validate(changed), what);
    }

    @Test
    void everyNarrativeSaysItsLanguageAlsoOfAPartyTheCharterDoesNotName() throws Exception {
        var xml = writtenBy(new PartyCode("SV"), Told.points(), Told.measured());
        validate(xml);
        assertEquals("SV", at(xml, "//reporting-org/narrative[lang('en')]"));
        assertEquals("0", at(xml, "count(//narrative[not(lang('es') or lang('en'))])"));
    }

    @Test
    void aResultHasItsBaselineItsTargetAndEveryPartysFigureInItsPeriod() throws Exception {
        var xml = written(Told.measured());
        assertEquals("2", at(xml, "//result/@type"), "an outcome");
        assertEquals("2", at(xml, "//indicator/@measure"), "a percentage");
        assertEquals("38", at(xml, "//baseline[@year='2026'][@iso-date='2026-08-31']/@value"));
        assertEquals("90", at(xml, "//period[period-end/@iso-date='2026-12-31']/target/@value"));
        var period = "//period[period-start/@iso-date='2026-08-31'][period-end/@iso-date='2026-10-31']";
        assertEquals("2", at(xml, "count(" + period + "/actual)"));
        assertEquals("40", at(xml, period + "/actual[1]/@value"));
        assertEquals("44", at(xml, period + "/actual[2]/@value"), "as corrected");
        assertEquals("HN & co, 2026-10-31, HN/141", at(xml, period + "/actual[2]/comment/narrative[1]"));
    }

    /** CT-1: results are made to be published. */
    @Test
    void ofPersonsAResultHasTheirTwentiesAndSaysSo() throws Exception {
        var persons = writtenBy(Told.HN, Told.few(), Told.counting(50, "persons"));
        validate(persons);
        assertEquals("40", at(persons, "//baseline/@value"));
        assertTrue(at(persons, "//baseline/comment/narrative[2]").startsWith("at least"));
        assertEquals("20", at(persons, "//actual/@value"));
        assertEquals("1", at(persons, "count(//actual)"), "the other is of ten");
        assertTrue(at(persons, "//actual/comment/narrative[1]")
                .endsWith("al menos: las personas se dicen de veinte en veinte"));
        assertEquals("0", at(writtenBy(Told.HN, Told.few(), Told.counting(19, "persons")), "count(//baseline)"));
        var share = writtenBy(Told.HN, Told.few(), Told.measured(50, "persons"));
        assertEquals("0", at(share, "count(//baseline) + count(//actual)"), "a share of persons");
        var things = writtenBy(Told.HN, Told.few(), Told.counting(10, "things"));
        assertEquals("10", at(things, "//baseline/@value"));
        assertEquals("2", at(things, "count(//actual)"));
        assertEquals("0", at(things, "count(//baseline/comment)"));
    }

    /** CT-1: what was reported under the text before was of persons, whatever it is called now. */
    @Test
    void aFigureOfFewPersonsIsInNoResultOnceTheMeasureIsSaidToCountThings() throws Exception {
        var before = under(Told.VERSION, Told.counting(38, "persons"));
        var now = Told.counting(38, "things");
        var after = writtenAfter(
                Stream.of(before),
                Told.HN,
                Told.few(),
                new Entry(
                        now.code(),
                        now.standing(),
                        new Item.Head(Hash.sha256(new byte[] {2}), 3, Told.VERSION, null, ""),
                        now.text(),
                        now.watched()));
        validate(after);
        assertEquals("20", at(after, "//actual/@value"));
        assertEquals("1", at(after, "count(//actual)"));
    }

    @Test
    void aFigureThatWasCountedInAnotherUnitIsNoneOfTheResult() throws Exception {
        var before = under(Told.VERSION, Told.measured());
        var now = Told.counting(38, "things");
        var after = writtenAfter(
                Stream.of(before),
                Told.HN,
                Told.points(),
                new Entry(
                        now.code(),
                        now.standing(),
                        new Item.Head(Hash.sha256(new byte[] {2}), 3, Told.VERSION, null, ""),
                        now.text(),
                        now.watched()));
        validate(after);
        assertEquals("0", at(after, "count(//actual)"));
    }

    @Test
    void whatIsNoCharacterOfXmlSpoilsNothing() throws Exception {
        var out = new ByteArrayOutputStream();
        var xml = new Elements(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
        xml.begin("a");
        xml.text("b", "x\uFFFF\u0001\uD800y\uD83D\uDE00\n");
        xml.both("c", new Bilingual("\uFFFE", "z"));
        xml.end();
        var written = out.toString(StandardCharsets.UTF_8);
        assertEquals("x\uFFFD\uFFFD\uFFFDy\uD83D\uDE00\n", at(written, "//b"));
        assertEquals("\uFFFD", at(written, "//c/narrative[1]"));
    }

    @Test
    void aFigureOfADayOutsideAllPeriodsIsNotLost() throws Exception {
        var xml = written(Told.measured());
        assertEquals(
                "12",
                at(
                        xml,
                        "//period[period-start/@iso-date='2026-01-31'][period-end/@iso-date='2026-01-31']/actual/@value"));
        assertEquals("3", at(xml, "count(//actual)"));
    }
}
