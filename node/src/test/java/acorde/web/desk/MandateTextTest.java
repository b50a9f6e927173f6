package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import acorde.compact.Bilingual;
import acorde.compact.Cadence;
import acorde.compact.Group;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What parties read of each other before they answer. */
final class MandateTextTest {
    private static Group group() {
        var seats = List.of(
                new Group.Seat(
                        new PartyCode("GT"), new OfficeCode("representative-a1"), new OfficeCode("coordination")),
                new Group.Seat(new PartyCode("US"), new OfficeCode("coordination"), null));
        return new Group(
                Group.Kind.TECHNICAL,
                new Bilingual("Mesa", "Group"),
                "A1",
                new Bilingual("Dar seguimiento.", "To follow."),
                List.of(new PartyCode("GT"), new PartyCode("US")),
                seats,
                2,
                Cadence.parse("FREQ=MONTHLY;INTERVAL=3"),
                new Group.Chair(LocalDate.of(2026, 11, 25), 3),
                List.of("S-DHS0328"));
    }

    @Test
    void allThatAMandateSettlesIsReadInWords() {
        var text = MandateText.of(group());
        assertEquals(
                List.of(
                        "Mesa técnica",
                        "Dar seguimiento.",
                        "Da seguimiento al área A1.",
                        "Partes, en el orden en que presiden: Guatemala y Estados Unidos.",
                        "Despacho titular de Guatemala: representación en la mesa A1; suplente: coordinación nacional.",
                        "Despacho titular de Estados Unidos: coordinación nacional.",
                        "Quórum: 2 de 2 partes.",
                        "La presidencia empieza el 25 nov 2026 y pasa cada 3 meses.",
                        "Se reúne: cada tres meses.",
                        "Fuentes: S-DHS0328."),
                text.es().lines().toList());
        assertEquals(
                List.of(
                        "Titular office of Guatemala: representation in group A1; alternate: national coordination.",
                        "Titular office of the United States: national coordination."),
                text.en().lines().filter(line -> line.startsWith("Titular ")).toList());
    }

    @Test
    void wordsThatWereSaidInOneLanguageAloneSayWhichToReadersOfTheOther() {
        var remark = JsonMapper.shared().createObjectNode().put("es", "Con reserva.");
        assertEquals(Language.ES, Telling.quote(remark, Language.EN).language());
        assertNull(Telling.quote(remark, Language.ES).language());
        remark.put("en", "With a reservation.");
        assertEquals("With a reservation.", Telling.quote(remark, Language.EN).words());
        assertNull(Telling.quote(remark, Language.EN).language());
    }
}
