package acorde.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void whatTheRequestAsksForCountsFirst() {
        assertEquals(Language.EN, Language.choose("en", "es", "es"));
    }

    @Test
    void elseWhatTheReaderChoseBefore() {
        assertEquals(Language.EN, Language.choose(null, "en", "es"));
        assertEquals(Language.EN, Language.choose("de", "en", null));
    }

    @Test
    void elseTheBrowsersFirstChoiceAmongOurs() {
        assertEquals(Language.EN, Language.choose(null, null, "fr-CA,en-US;q=0.8,es;q=0.5"));
        assertEquals(Language.ES, Language.choose(null, null, "es-HN,es;q=0.9,en;q=0.8"));
        assertEquals(Language.ES, Language.choose(null, null, "en;q=0,es"));
    }

    @Test
    void elseSpanish() {
        assertEquals(Language.ES, Language.choose(null, null, null));
        assertEquals(Language.ES, Language.choose(null, null, "fr, de"));
        assertEquals(Language.ES, Language.choose(null, null, ";;q=nonsense"));
        assertEquals(Language.ES, Language.choose(null, null, "en,".repeat(1000)));
    }
}
