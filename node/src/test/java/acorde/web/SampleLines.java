package acorde.web;

import static acorde.web.Samples.at;
import static acorde.web.Samples.consent;

import acorde.web.view.Chord;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeLine;
import acorde.web.view.InitiativeLine.Agreement;
import java.util.List;
import java.util.Locale;

/** Initiatives as lists show them. */
final class SampleLines {
    private SampleLines() {}

    static InitiativeLine line(Frame p, Moc2019.Initiative each) {
        boolean proposed = List.of("A1-05", "A3-01", "AG-02").contains(each.code());
        Agreement agreement = switch (each.code()) {
            case "AG-01", "AG-03" -> Agreement.CONSENTED;
            case "A2-02" -> Agreement.CONTESTED;
            default -> Agreement.ANNOUNCED_ONLY;
        };
        String proposal = proposed
                ? List.of("HN/401", "US/31", "HN/388")
                        .get(List.of("A1-05", "A3-01", "AG-02").indexOf(each.code()))
                : each.code().equals("A2-01") ? "GT/198" : "";
        InitiativeLine.Movement movement = proposed
                ? InitiativeLine.Movement.PROPOSED
                : proposal.isEmpty() ? InitiativeLine.Movement.NONE : InitiativeLine.Movement.REFUSED;
        return new InitiativeLine(
                each.code(),
                each.area(),
                p.in(each.title()),
                each.parties(),
                each.due(),
                InitiativeLine.Status.valueOf(each.status().toUpperCase(Locale.ROOT)),
                each.asOf(),
                each.evidence().equals("official"),
                each.unverified(),
                agreement,
                agreement == Agreement.CONSENTED ? 2 : 1,
                movement,
                proposal,
                chord(each));
    }

    static Chord chord(Moc2019.Initiative each) {
        return switch (each.code()) {
            case "A1-05" -> Samples.TWO_OF_FOUR;
            case "A3-01" -> consent("+...");
            case "AG-02" -> consent("..++");
            case "AG-01", "AG-03" ->
                consent(
                        "++++",
                        at("2026-09-04T09:20"),
                        at("2026-09-02T11:45"),
                        at("2026-09-02T08:01"),
                        at("2026-09-05T16:40"));
            case "A2-01" -> consent("-++x");
            case "A2-02" -> consent("++++");
            default -> {
                var marks = new StringBuilder();
                for (String party : Moc2019.PARTIES) marks.append(each.parties().contains(party) ? '.' : '-');
                yield consent(marks.toString());
            }
        };
    }
}
