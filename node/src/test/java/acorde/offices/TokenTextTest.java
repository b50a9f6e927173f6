package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenTextTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aTokenReadsBackAsItself() {
        var token = TokenText.make(random).reveal();
        var read = TokenText.read(token).orElseThrow();
        assertTrue(read.is(TokenText.read(token).orElseThrow().secret()));
        assertTrue(token.startsWith("acorde-" + read.id() + "-"));
    }

    @Test
    void anotherTokenOfTheSameNameIsNotIt() {
        var token = TokenText.make(random).reveal();
        var other = token.substring(0, "acorde-0123456789abcdef-".length()) + "A".repeat(43);
        assertFalse(TokenText.read(token)
                .orElseThrow()
                .is(TokenText.read(other).orElseThrow().secret()));
    }

    @Test
    void whatHasAnotherShapeIsNoToken() {
        var token = TokenText.make(random).reveal();
        for (var text : new String[] {
            "", "acorde-", token + "A", token.substring(1), token.toUpperCase(java.util.Locale.ROOT), token + "\n"
        }) assertEquals(Optional.empty(), TokenText.read(text), text);
    }

    @Test
    void noTwoTokensAreAlike() {
        assertNotEquals(TokenText.make(random).reveal(), TokenText.make(random).reveal());
    }

    @Test
    void aSecretDoesNotTellItself() {
        var token = TokenText.make(random);
        assertEquals("(secret)", token.toString());
        assertEquals("Done[told=(secret)]", new Change.Done<>(token).toString());
    }
}
