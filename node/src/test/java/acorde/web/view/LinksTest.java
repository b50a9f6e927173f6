package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.words.Language;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void theLanguageSwitchKeepsTheRestOfTheAddress() {
        assertEquals("/compact?lang=en", Links.inLanguage("/compact", Language.EN));
        assertEquals(
                "/compact?q=a+b&party=GT&lang=es", Links.inLanguage("/compact?q=a+b&lang=en&party=GT", Language.ES));
        assertEquals("/compact?lang=es", Links.inLanguage("/compact?lang=en", Language.ES));
    }

    @Test
    void anActsCodeLeadsToTheActAndAnItemsToTheInitiative() {
        assertEquals("/acts/HN/401", Refusal.address("HN/401"));
        assertEquals("/initiatives/A1-05", Refusal.address("A1-05"));
    }

    @Test
    void anItemLeadsToWhereItStands() {
        assertEquals("/initiatives/A1-05", Links.item("A1-05"));
        assertEquals("/compact#A1", Links.item("area/A1"));
        assertEquals("/terms#thresholds", Links.item("thresholds/moc-2019"));
        assertEquals("", Links.item("source/S-DHS0328"));
    }

    @Test
    void anAssetsAddressCarriesItsVersion() {
        assertTrue(Links.asset("acorde.css").matches("/acorde\\.css\\?v=[0-9a-f]{10}"));
    }

    @Test
    void aProofIsSavedUnderTheNameOfItsAct() {
        assertEquals("HN-401.tlog-proof", Links.proofFile("HN/401"));
    }
}
