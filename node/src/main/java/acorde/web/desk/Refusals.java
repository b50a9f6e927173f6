package acorde.web.desk;

import acorde.compact.Objection;
import acorde.compact.Rule;
import acorde.trust.PartyCode;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a door's objection comes to over HTTP and on a page. */
public final class Refusals {
    private Refusals() {}

    /** 422 if what was sent stands against it, 409 if the state does. */
    public static int status(Rule rule) {
        return switch (rule) {
            case MALFORMED,
                    UNKNOWN_ITEM,
                    TEXT_INCOMPLETE,
                    REASON_MISSING,
                    UNKNOWN_BASE,
                    CHARTER_PARTIES,
                    GROUP_SEATS,
                    NOTHING_CHANGES,
                    OTHER_TEXT,
                    NOT_MEASURED,
                    TOO_MANY -> 422;
            case OFFICE_MAY_NOT -> 403;
            case UNKNOWN_PROPOSAL -> 404;
            case NOT_TO_ALL,
                    AFTER_MISSING,
                    NOT_GIVEN_TO_US,
                    NOT_FIRST,
                    OTHER_CHARTER,
                    NOT_ANNOUNCER,
                    ALREADY_ANNOUNCED,
                    NOT_CONCERNED,
                    ALREADY_SAID,
                    NOT_PROPOSER,
                    RIVAL_LIVES,
                    SUPERSEDED,
                    PROPOSAL_DEAD,
                    CONTESTED,
                    BASE_MOVED,
                    ALREADY_IN_FORCE -> 409;
        };
    }

    /** The same for what is said of progress. */
    public static int status(acorde.monitoring.Rule rule) {
        return switch (rule) {
            case MALFORMED,
                    REASON_MISSING,
                    UNKNOWN_VERSION,
                    RESTRICTIONS_UNCONFIRMED,
                    UNKNOWN_MILESTONE,
                    NO_INDICATOR,
                    FIGURE_TOO_FAR,
                    UNKNOWN_EVENT,
                    UNKNOWN_FIGURE,
                    UNKNOWN_DISPUTE,
                    TOO_MANY_CORRECTIONS,
                    TOO_LONG -> 422;
            case OFFICE_MAY_NOT -> 403;
            case UNKNOWN_REPORT, UNKNOWN_INITIATIVE, UNKNOWN_INDICATOR -> 404;
            case NOT_TO_ALL,
                    AFTER_MISSING,
                    NOT_OBLIGED,
                    OWN_REPORT,
                    NOT_YOUR_REPORT,
                    VERSION_MOVED,
                    FIGURE_SAID,
                    NEWER_REPORT,
                    REPORTED_MEANWHILE,
                    SAID_ALREADY -> 409;
        };
    }

    /** An objection to what is said of progress, as a reader must see it. */
    static Refusal view(acorde.monitoring.Objection objection, PartyCode self) {
        return new Refusal(
                objection.rule().name(),
                self.value(),
                Refusal.Stage.BEFORE_SIGNING,
                objection.about().map(Object::toString).map(List::of).orElse(List.of()));
    }

    /** The same, of one report among several. */
    public static Refusal view(acorde.monitoring.Objection.In objection, PartyCode self) {
        var see = new ArrayList<String>();
        see.add(objection.initiative());
        objection.objection().about().ifPresent(act -> see.add(act.toString()));
        return new Refusal(objection.objection().rule().name(), self.value(), Refusal.Stage.BEFORE_SIGNING, see);
    }

    /** That another text is in force than the one something was written for. */
    public static Refusal baseMoved(PartyCode self) {
        return view(new Objection(Rule.BASE_MOVED, Optional.empty(), List.of()), self);
    }

    /** An objection as a reader must see it. */
    public static Refusal view(Objection objection, PartyCode self) {
        return new Refusal(
                objection.rule().name(),
                self.value(),
                Refusal.Stage.BEFORE_SIGNING,
                objection.about().map(Object::toString).map(List::of).orElse(List.of()),
                objection.faults().stream()
                        .map(fault -> new Bilingual(fault.es(), fault.en()))
                        .toList());
    }
}
