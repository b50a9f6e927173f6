package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.Acts;
import acorde.trust.Place;
import acorde.trust.Receipt;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Chord.State;
import java.util.List;

/** Who has an act, as its receipts prove it. Of a partner's act this node knows only that it has it itself. */
final class Deliveries {
    private final Acts acts;

    Deliveries(Acts acts) {
        this.acts = acts;
    }

    Chord of(Act act) {
        var marks = act.by().equals(acts.self())
                ? acts.logs().charter().places().stream()
                        .map(place -> mark(act, place))
                        .toList()
                : List.of(new Mark(acts.self().value(), State.FILLED, null));
        return new Chord(Chord.Matter.DELIVERY, marks);
    }

    private Mark mark(Act act, Place place) {
        var party = place.party();
        if (party.equals(act.by()) || !act.to().contains(party)) return new Mark(party.value(), State.DASHED, null);
        return acts.logs()
                .delivered(party, act.id().index())
                .map(Receipt::at)
                .map(at -> new Mark(party.value(), State.FILLED, at))
                .orElseGet(() -> new Mark(party.value(), State.HOLLOW, null));
    }
}
