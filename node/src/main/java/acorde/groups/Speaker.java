package acorde.groups;

import acorde.acts.ActId;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.compact.Founding;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.util.List;
import java.util.Optional;

/** This party, about to speak in a group through one of its offices. */
record Speaker(Founding founding, PartyCode party, OfficeCode office) {
    /** Why it may not speak in a sitting at all. */
    Optional<Rule> silenced(Sitting sitting) {
        var seat = sitting.seat(party);
        if (seat.isEmpty()) return Optional.of(Rule.NOT_SEATED);
        return seat.get().speaks(office) ? Optional.empty() : Optional.of(Rule.OFFICE_NOT_SEATED);
    }

    Draft draft(Sitting sitting, Saying saying, List<ActId> after) {
        return new Draft(saying.kind(), office.value(), sitting.others(party), after, saying.body());
    }

    /** What every node would reject as malformed is not signed. */
    static Decision<Objection> say(List<Draft> drafts) {
        for (var draft : drafts)
            if (Saying.read(draft.kind(), draft.body()) instanceof Saying.Reading.Unheard(var faults))
                return decline(Objection.written(faults));
        return new Decision.Say<>(drafts);
    }

    static Decision<Objection> decline(Rule rule) {
        return decline(Objection.of(rule));
    }

    static Decision<Objection> decline(Objection objection) {
        return new Decision.Decline<>(objection);
    }
}
