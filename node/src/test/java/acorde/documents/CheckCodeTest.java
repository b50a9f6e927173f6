package acorde.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.trustlog.Hash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code that is printed on a paper, as people read it aloud and type it. */
class CheckCodeTest {
    private static final Hash DIGEST = Hash.ofHex("7f3a9c2d" + "0".repeat(56));
    private static final CheckCode CODE = CheckCode.of(ActId.parse("GT/123"), DIGEST);

    @Test
    void aCodeNamesTheActAndTheBeginningOfTheDigest() {
        assertEquals("GT-123-7F3A-9C2D", CODE.toString());
        assertTrue(CODE.fits(DIGEST));
        assertFalse(CODE.fits(Hash.ofHex("7f3a9c2e" + "0".repeat(56))));
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        for (var typed : List.of(
                "GT-123-7F3A-9C2D",
                "gt-123-7f3a-9c2d",
                "  GT 123 7F3A 9C2D ",
                "GT–123–7F3A–9C2D",
                "GT - 123 - 7F3A - 9C2D",
                "GT-123-7F3A9C2D")) assertEquals(Optional.of(CODE), CheckCode.read(typed), typed);
    }

    @Test
    void anythingElseIsNoCode() {
        for (var typed : List.of(
                "",
                "GT",
                "GT-123",
                "GT-123-7F3A",
                "GT-123-7F3A-9C2",
                "GT-123-7F3A-9C2DD",
                "GT-0123-7F3A-9C2D",
                "GT--123-7F3G-9C2D",
                "G-123-7F3A-9C2D",
                "GTMX-123-7F3A-9C2D",
                "GT-1234567890123456-7F3A-9C2D",
                "GT-123-7F3A-9C2D'; drop table")) assertEquals(Optional.empty(), CheckCode.read(typed), typed);
    }

    @Test
    void whatIsTypedIsReadUpToEightyCharacters() {
        var blanks = " ".repeat(80 - 16);
        assertEquals(Optional.of(CODE), CheckCode.read("GT" + blanks + " 123-7F3A-9C2D"));
        assertEquals(Optional.empty(), CheckCode.read("GT" + blanks + "  123-7F3A-9C2D"));
    }
}
