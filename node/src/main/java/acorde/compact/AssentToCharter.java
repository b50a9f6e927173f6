package acorde.compact;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Past;
import java.time.Instant;
import java.util.List;

/** Begins this party's log with its assent to the founding charter. */
record AssentToCharter(Speaker speaker) implements Command<Objection> {
    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (speaker.mayNotSpeak()) return Speaker.decline(Rule.OFFICE_MAY_NOT);
        var first = new ActId(speaker.party(), 0);
        if (past.act(first).isPresent()) return Speaker.decline(Objection.of(Rule.ALREADY_SAID, first));
        var assent = new Saying.Chartered(speaker.founding().hash());
        return new Decision.Say<>(List.of(speaker.draft(assent, List.of())));
    }
}
