package acorde.web.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.exchange.Thing;
import acorde.policy.Country;
import acorde.web.exchange.ThingLines.Read.Good;
import acorde.web.view.Flaw;
import acorde.web.words.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Persons and things as somebody types them. */
class ThingLinesTest {
    @Test
    void eachLineIsOneInEitherLanguageWithItsAccentsOrWithout() {
        assertEquals(
                new Good(List.of(
                        new Thing(Thing.Kind.VEHICLE, "camión blanco", "C123BBB", new Country("GT")),
                        new Thing(Thing.Kind.ORGANISATION, "Los Inventados", null, null),
                        new Thing(Thing.Kind.VESSEL, null, "IMO 9999999", null),
                        new Thing(Thing.Kind.EVENT, "reunión del 3: puesto 14", null, new Country("HN")))),
                ThingLines.read("""
                        vehículo: camión blanco; C123BBB; gt

                        ORGANIZACION:Los Inventados
                        vessel: ; IMO 9999999
                        hecho: reunión del 3: puesto 14;;HN
                        """));
        assertEquals(new Good(List.of()), ThingLines.read(" \n"));
    }

    @Test
    void theFirstLineThatIsNoneOrOneTooManyIsNamed() {
        for (var wrong : List.of(
                "camión blanco",
                "nave: x",
                "vehículo:",
                "vehículo: ; ; GT",
                "persona: a; b; GT; d",
                "persona: a; b; Guatemala",
                "lugar: x; y; zz"))
            assertEquals(bad(3, wrong), ThingLines.read("lugar: Puesto\n\n" + wrong + "\notra mala"));
        assertEquals(bad(101, "lugar: a"), ThingLines.read("lugar: a\n".repeat(101)));
        assertEquals(
                bad(1, "lugar: " + "x".repeat(73) + "…"),
                ThingLines.read("lugar: " + "x".repeat(301)),
                "as much of it as fits a sentence");
    }

    private static ThingLines.Read bad(int number, String text) {
        return new ThingLines.Read.Bad(new Flaw.Line(number, text));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (var kind : Thing.Kind.values())
            for (var language : Language.values()) {
                var things = List.of(
                        new Thing(kind, "a: b", "1", new Country("SV")),
                        new Thing(kind, null, "2", null),
                        new Thing(kind, "c", null, new Country("US")));
                assertEquals(new Good(things), ThingLines.read(ThingLines.write(things, language)));
            }
        assertEquals(
                "Persona: a", ThingLines.write(List.of(new Thing(Thing.Kind.PERSON, "a", null, null)), Language.ES));
    }
}
