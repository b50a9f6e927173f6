package acorde.web.groups;

import acorde.groups.Objection;
import acorde.groups.Rule;
import acorde.trust.PartyCode;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What an objection of the door of groups comes to over HTTP and on a page. */
public final class Declined {
    private Declined() {}

    /** 422 if what was sent stands against it, 409 if the state does. */
    public static int status(Rule rule) {
        return switch (rule) {
            case GROUP_MALFORMED,
                    UNKNOWN_PART,
                    OWNER_NOT_SEATED,
                    NOT_THAT_TEXT,
                    TOO_MUCH_SAID,
                    TOO_MANY_POINTS,
                    CLOCK_RUN_OUT,
                    MEETING_PAST,
                    SERIES_OFF -> 422;
            case OFFICE_NOT_SEATED, NOT_SEATED, NOT_CHAIR, NOT_ONES_PRESENCE, NOT_OWNER, OWN_ACTION_REPORT -> 403;
            case UNKNOWN_SITTING -> 404;
            case MANDATE_MISSING,
                    NOT_TO_GROUP,
                    SITTING_MISSING,
                    NOT_IN_WRITING,
                    WORD_GIVEN,
                    NO_MANDATE,
                    MEETING_CANCELLED,
                    MEETING_BEGUN,
                    MEETING_NOT_OPEN,
                    MEETING_NOT_CLOSED,
                    MEETING_OVER,
                    PRESENT_ALREADY,
                    PRESENCE_STANDS,
                    NO_QUORUM,
                    DECIDED_ALREADY,
                    NOT_DECIDED,
                    MINUTES_APPROVED,
                    MINUTES_FIRST -> 409;
        };
    }

    /** An objection as a reader must see it; who is missing from a quorum is said by name. */
    static Refusal view(Objection objection, PartyCode self) {
        var faults = new ArrayList<Bilingual>();
        objection.faults().forEach(fault -> faults.add(Shown.words(fault)));
        for (var party : objection.parties())
            faults.add(new Bilingual(missing(party, Language.ES), missing(party, Language.EN)));
        return new Refusal(
                objection.rule().name(),
                self.value(),
                Refusal.Stage.BEFORE_SIGNING,
                objection.about().map(Object::toString).map(List::of).orElse(List.of()),
                faults);
    }

    private static String missing(PartyCode party, Language language) {
        var words = Words.in(language);
        return words.say("typed.missing", words.partyWithin(party.value()));
    }
}
