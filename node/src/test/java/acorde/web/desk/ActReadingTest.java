package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ActReadingTest {
    private static ActView view(StoredEntry entry) {
        return new ActView(
                new ActId(new PartyCode("SV"), 4),
                entry,
                Optional.empty(),
                Optional.of("NOT_JSON"),
                Optional.empty(),
                List.of());
    }

    /** No rule can be asked about it, and it may be a report. */
    @Test
    void whatCameAndCannotBeReadIsForCoordinationAndSupervisionAlone() {
        var unreadable = view(StoredEntry.open(4, new byte[1], new byte[32], new byte[] {'{'}));
        var withheld = view(StoredEntry.closed(4, new byte[1], StoredEntry.State.MISSING));
        Map.of(
                        "coordination", true,
                        "supervision", true,
                        "analysis", false,
                        "liaison", false,
                        "representative-a1", false,
                        "administration", false,
                        "observation", false)
                .forEach((office, may) -> {
                    var reader = new Officer(new Person.Id(1), "Persona inventada", new OfficeCode(office));
                    assertEquals(may, ActReading.mayRead(unreadable, reader, _ -> true), office);
                    assertEquals(true, ActReading.mayRead(withheld, reader, _ -> true), office);
                });
    }
}
