package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleHasItsSentenceInBothLanguagesWithTheSameDetails(Trouble trouble) {
        String english = trouble.sentence(Locale.ENGLISH, "«1»", "«2»", "«3»");
        String spanish = trouble.sentence(Locale.forLanguageTag("es-PA"), "«1»", "«2»", "«3»");
        assertNotEquals(english, spanish);
        for (String detail : new String[] {"«1»", "«2»", "«3»"}) {
            assertEquals(english.contains(detail), spanish.contains(detail), () -> english + " | " + spanish);
        }
        assertTrue(english.endsWith(".") && spanish.endsWith("."));
    }
}
