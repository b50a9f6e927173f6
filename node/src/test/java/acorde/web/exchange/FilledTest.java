package acorde.web.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.exchange.Alert;
import acorde.exchange.Report;
import acorde.exchange.Reports;
import acorde.exchange.Thing;
import acorde.exchange.Turn;
import acorde.exchange.Urgency;
import acorde.offices.OfficeCode;
import acorde.policy.Country;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.web.view.Flaw;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What systems brought, in the form in which a person takes it up. */
class FilledTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    private static final Set<Purpose> PURPOSES = Set.of(new Purpose("A1"), new Purpose("A2"));

    private static Report again(Report report) {
        var fields = Filled.fields(report, ZONE);
        fields.put("to", List.of("HN"));
        var form = new ReportForm(fields, report.exercise(), ZONE, _ -> Optional.empty());
        var written = form.read(Set.of(new PartyCode("HN")), PURPOSES);
        return written.orElseThrow(() -> new AssertionError(form.flaws().toString()))
                .report();
    }

    /** EV-7. */
    @Test
    void aFormThatIsFilledIsReadAsTheReportWithEveryMarking() {
        var alert = new Alert(
                new Alert.Codes(
                        Alert.Category.MET,
                        Alert.Response.EVACUATE,
                        Alert.Urgency.IMMEDIATE,
                        Alert.Severity.SEVERE,
                        Alert.Certainty.OBSERVED),
                Instant.parse("2026-12-01T03:05:00Z"),
                "EXERCISE",
                "EXERCISE. A river rises.");
        for (var turn : List.of(
                Turn.TELLS,
                new Turn.Asks(Urgency.URGENT, null),
                new Turn.Asks(Urgency.DIRECT, new OfficeCode("liaison-corinto")),
                new Turn.Warns(alert))) {
            var plain = Reports.report(one -> {
                one.turn = turn;
                one.purposes = PURPOSES;
                one.parts.put(Field.SOURCE, "EJERCICIO. Registro del puesto 14\nfolio 3");
                if (!(turn instanceof Turn.Warns))
                    one.things = List.of(
                            new Thing(Thing.Kind.PLACE, "Puesto: inventado", null, new Country("GT")),
                            new Thing(Thing.Kind.VEHICLE, null, "C123BBB", null));
            });
            assertEquals(plain, again(plain));
            var json = plain.toJson()
                    .put("arrangement", "US-HN")
                    .put("zone", "Puesto 14")
                    .put("valid", "2026-12-05")
                    .put("restriction", "No se copia.");
            json.remove("exercise");
            json.remove("evaluation");
            json.remove("tlp");
            json.putArray("handling").add("H1").add("H3");
            json.putArray("persons").add("person").add("child").add("protection");
            json.putArray("never").add("SV").add("US");
            var full = Report.read(json).orElseThrow();
            assertEquals(full, again(full));
        }
    }

    /** AS-1. */
    @Test
    void theFormNamesTheLineWhoseCountryAReportOfProtectionCouldReach() {
        var fields = Filled.fields(Reports.report(_ -> {}), ZONE);
        fields.put("to", List.of("HN"));
        fields.put("persons", List.of("PROTECTION"));
        fields.put("never", List.of("GT"));
        var passport = "documento: pasaporte; X1; HN";
        fields.put("objects", List.of("persona: Persona inventada; ; GT\n\n" + passport));
        var form = new ReportForm(fields, true, ZONE, _ -> Optional.empty());
        assertEquals(Optional.empty(), form.read(Set.of(new PartyCode("HN")), PURPOSES));
        assertEquals(List.of(new Flaw("objects", Flaw.Why.OBJECT_REACHED, new Flaw.Line(3, passport))), form.flaws());
        fields.put("never", List.of("GT HN"));
        var mended = new ReportForm(fields, true, ZONE, _ -> Optional.empty());
        assertEquals(
                2,
                mended.read(Set.of(new PartyCode("HN")), PURPOSES)
                        .orElseThrow()
                        .report()
                        .things()
                        .size());
    }
}
