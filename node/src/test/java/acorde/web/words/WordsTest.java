package acorde.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words es = Words.in(Language.ES);
    private final Words en = Words.in(Language.EN);

    @Test
    void aSentenceTakesItsArguments() {
        assertEquals("hora de Honduras", es.say("date.zone", "Honduras"));
        assertEquals("Honduras time", en.say("date.zone", "Honduras"));
    }

    @Test
    void aSentenceChoosesItsFormByNumber() {
        assertEquals("8 iniciativas, una con fecha, ninguna consentida", es.say("compact.section", 8, 1, 0));
        assertEquals("one initiative, none dated, 2 consented", en.say("compact.section", 1, 0, 2));
    }

    @Test
    void aListOfPartiesChoosesTheFormOfTheVerb() {
        assertEquals("Guatemala asintió", es.say("chord.CONSENT.FILLED", "Guatemala", List.of("GT")));
        assertEquals(
                "Guatemala y Honduras asintieron",
                es.say("chord.CONSENT.FILLED", "Guatemala y Honduras", List.of("GT", "HN")));
    }

    @Test
    void largeNumbersArePartedByCommas() {
        assertEquals("1,234 de 12,345", es.say("count.of", 1234, 12345L));
    }

    @Test
    void textIsEscapedAndMarkupIsNot() {
        Content link = output -> output.writeContent("<a href=\"/x\">GT/1</a>");
        var output = new StringOutput();
        es.mix("event.ASSENTED", "<b>", link, link).writeTo(new OwaspHtmlTemplateOutput(output));
        assertEquals("&lt;b&gt; asintió a <a href=\"/x\">GT/1</a>, sobre <a href=\"/x\">GT/1</a>", output.toString());
    }

    @Test
    void markupInAPlainSentenceIsAnError() {
        Content link = output -> output.writeContent("x");
        assertThrows(IllegalArgumentException.class, () -> es.say("date.zone", link));
    }

    @Test
    void spanishJoinsWithEBeforeTheSoundOfI() {
        assertEquals("Panamá e Italia", es.list(List.of("Panamá", "Italia")));
        assertEquals("Guatemala y Hierro", es.list(List.of("Guatemala", "Hierro")));
        assertEquals("Guatemala, Honduras y El Salvador", es.list(es.parties(List.of("GT", "HN", "SV"))));
        assertEquals("Guatemala, Honduras and El Salvador", en.list(en.parties(List.of("GT", "HN", "SV"))));
    }

    @Test
    void englishGivesTheUnitedStatesItsArticleWithinASentence() {
        assertEquals("the United States", en.partyWithin("US"));
        assertEquals("Estados Unidos", es.partyWithin("US"));
        assertEquals("Guatemala", en.partyWithin("GT"));
    }

    @Test
    void smallNumbersAreWordsAndLargeOnesFigures() {
        assertEquals("cuatro", es.count(4));
        assertEquals("none", en.count(0));
        assertEquals("64", es.count(64));
    }

    @Test
    void aMalformedSentenceIsRefused() {
        for (String bad : List.of("{", "}", "{x}", "{0", "{0?a}", "{0?a|b|c|d}", "{0?a|b", "a{0?b|{1}")) {
            assertThrows(IllegalArgumentException.class, () -> Words.parse(bad), bad);
        }
    }

    @Test
    void anUnknownKeyIsNamed() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> es.say("no.such.key"));
        assertTrue(String.valueOf(thrown.getMessage()).contains("no.such.key"));
    }
}
