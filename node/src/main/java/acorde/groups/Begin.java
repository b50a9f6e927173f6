package acorde.groups;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.compact.ItemKey;
import acorde.compact.Mandate;
import acorde.files.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Begins sittings of one group under the mandate in force: a meeting, the meetings of a series, or a written procedure.
 *
 * @param beginnings what is to be said, with whatever mandate: the one in force takes its place
 * @param documents that go with the first of them
 */
record Begin(Speaker speaker, String group, List<Saying.Begins> beginnings, List<Attachment> documents)
        implements Command<Objection> {
    /** Meetings of one series. */
    static final int SERIES = 24;

    Begin {
        beginnings = List.copyOf(beginnings);
        documents = List.copyOf(documents);
    }

    Begin(Speaker speaker, String group, List<Saying.Begins> beginnings) {
        this(speaker, group, beginnings, List.of());
    }

    @Override
    public Decision<Objection> decide(Past past, Instant now) {
        if (beginnings.isEmpty()) return Speaker.decline(Rule.SERIES_OFF);
        var item = new ItemKey(ItemKey.Kind.GROUP, group);
        var mandate = Mandate.inForce(past, speaker.founding(), item);
        if (mandate.isEmpty()) return Speaker.decline(Rule.NO_MANDATE);
        var drafts = new ArrayList<Draft>();
        for (var one : beginnings) {
            var saying = under(one, mandate.get());
            // The name of the act is not known yet, and nothing that is asked here depends on it.
            var sitting = Sitting.of(new ActId(speaker.party(), 0), saying, mandate.get());
            var silenced = speaker.silenced(sitting);
            if (silenced.isPresent()) return Speaker.decline(silenced.get());
            if (saying instanceof Saying.Called called && called.when().isPast(now))
                return Speaker.decline(Rule.MEETING_PAST);
            if (saying instanceof Saying.Circulated circulated) {
                if (!circulated.until().isAfter(now)) return Speaker.decline(Rule.CLOCK_RUN_OUT);
                if (Speak.strangers(sitting, circulated.decision())) return Speaker.decline(Rule.OWNER_NOT_SEATED);
            }
            var draft = speaker.draft(sitting, saying, mandate.get().acts());
            drafts.add(drafts.isEmpty() ? Speak.with(documents, draft) : draft);
        }
        return Speaker.say(drafts);
    }

    private static Saying.Begins under(Saying.Begins begins, Mandate mandate) {
        return switch (begins) {
            case Saying.Called(var group, var _, var number, var when, var where, var series) ->
                new Saying.Called(group, mandate.version(), number, when, where, series);
            case Saying.Circulated(var group, var _, var number, var until, var decision) ->
                new Saying.Circulated(group, mandate.version(), number, until, decision);
        };
    }
}
