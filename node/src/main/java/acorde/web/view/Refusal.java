package acorde.web.view;

import acorde.web.words.Bilingual;
import java.util.List;

/**
 * A thing that was not done, as a reader must see it: who decided, by which rule, what to do next.
 *
 * @param rule the rule's code; its three sentences stand under {@code rule.<code>}, {@code .title} and {@code .next}
 * @param by the party whose node decided
 * @param when at which point it decided
 * @param see the acts, proposals (HN/401) and items (A1-05) worth reading next
 * @param faults what exactly is wrong, in both languages; empty if the rule says it all
 */
public record Refusal(
        String rule, String by, Stage when, List<String> see, List<Bilingual> faults) { // what a refusal must say
    public Refusal(String rule, String by, Stage when, List<String> see) {
        this(rule, by, when, see, List.of());
    }

    /** Before anything is signed, where the rule's own sentences say it all. */
    public static Refusal beforeSigning(Enum<?> rule, String by) {
        return new Refusal(rule.name(), by, Stage.BEFORE_SIGNING, List.of());
    }

    /** The rules that have sentences of their own. */
    public static final List<String> RULES = List.of(
            "NOT_CONCERNED",
            "ALREADY_SAID",
            "OTHER_TEXT",
            "RIVAL_LIVES",
            "SUPERSEDED",
            "PROPOSAL_DEAD",
            "BASE_MOVED",
            "NOT_PROPOSER",
            "OFFICE_MAY_NOT",
            "TEXT_INCOMPLETE",
            "TOO_MANY",
            "NOTHING_CHANGES",
            "UNKNOWN_PROPOSAL",
            "ALREADY_IN_FORCE",
            "REASON_MISSING",
            "MALFORMED",
            "NOT_TO_ALL",
            "AFTER_MISSING",
            "NOT_GIVEN_TO_US",
            "NOT_FIRST",
            "OTHER_CHARTER",
            "NOT_ANNOUNCER",
            "ALREADY_ANNOUNCED",
            "UNKNOWN_ITEM",
            "UNKNOWN_BASE",
            "CHARTER_PARTIES",
            "GROUP_SEATS",
            "CONTESTED",
            "NOT_MEASURED",
            "UNKNOWN_VERSION",
            "NOT_OBLIGED",
            "RESTRICTIONS_UNCONFIRMED",
            "UNKNOWN_MILESTONE",
            "NO_INDICATOR",
            "FIGURE_TOO_FAR",
            "UNKNOWN_EVENT",
            "UNKNOWN_REPORT",
            "OWN_REPORT",
            "NOT_YOUR_REPORT",
            "UNKNOWN_FIGURE",
            "UNKNOWN_DISPUTE",
            "TOO_MANY_CORRECTIONS",
            "UNKNOWN_INITIATIVE",
            "UNKNOWN_INDICATOR",
            "VERSION_MOVED",
            "FIGURE_SAID",
            "NEWER_REPORT",
            "REPORTED_MEANWHILE",
            "SAID_ALREADY",
            "TOO_LONG",
            "GROUP_MALFORMED",
            "MANDATE_MISSING",
            "NOT_SEATED",
            "OFFICE_NOT_SEATED",
            "NOT_TO_GROUP",
            "SITTING_MISSING",
            "UNKNOWN_SITTING",
            "UNKNOWN_PART",
            "NOT_CHAIR",
            "NOT_ONES_PRESENCE",
            "NOT_IN_WRITING",
            "OWNER_NOT_SEATED",
            "NOT_OWNER",
            "OWN_ACTION_REPORT",
            "NOT_THAT_TEXT",
            "WORD_GIVEN",
            "TOO_MUCH_SAID",
            "TOO_MANY_POINTS",
            "NO_MANDATE",
            "MEETING_CANCELLED",
            "MEETING_BEGUN",
            "MEETING_NOT_OPEN",
            "MEETING_NOT_CLOSED",
            "MEETING_OVER",
            "MEETING_PAST",
            "PRESENT_ALREADY",
            "PRESENCE_STANDS",
            "NO_QUORUM",
            "CLOCK_RUN_OUT",
            "DECIDED_ALREADY",
            "NOT_DECIDED",
            "MINUTES_APPROVED",
            "MINUTES_FIRST",
            "SERIES_OFF",
            "OTHER_DAY",
            "NOT_YOUR_BRIEF",
            "NOT_OF_THE_GROUP",
            "OTHER_DIGEST",
            "UNKNOWN_SCOPE",
            "DRAFT_MOVED",
            "NOT_TO_ONE",
            "NOT_PROVIDER",
            "NOT_HOLDER",
            "NO_RULES",
            "NOBODY_RECEIVES",
            "PURPOSE_NOT_OURS",
            "OWN_COUNTRY",
            "RELEASE_MOVED",
            "NO_SUCH_REPORT",
            "NOTHING_TO_RECALL",
            "HOLDERS_MOVED",
            "SENT_ALREADY",
            "GIVEN_BY_ANOTHER",
            "NOT_TO_ASKER",
            "NO_SUCH_REQUEST",
            "REQUEST_SETTLED",
            "WORD_SAID",
            "TIME_IS_UP",
            "DEADLINE_PAST",
            "OUTCOME_SAID",
            "REVIEW_NOT_LATER",
            "ALERTS_EXERCISE_ONLY",
            "WRONG_PARTY",
            "NO_SUCH_COPY",
            "NEVER_GIVEN_ON",
            "ASKED_ALREADY",
            "NO_SUCH_WISH",
            "ANSWERED_ALREADY",
            "RULES_REFUSE",
            "LEAVE_MOVED",
            "TOO_LARGE",
            "NOT_JSON",
            "OTHER_VERSION",
            "BY_ANOTHER",
            "TO_DISAGREES",
            "TOO_MANY_AFTER",
            "AFTER_ITSELF",
            "AFTER_UNKNOWN",
            "UNKNOWN_KIND",
            "FAULT");

    /** When a node decides: before it signs anything of its own, or when it reads what another signed. */
    public enum Stage {
        BEFORE_SIGNING,
        ON_READING
    }

    public Refusal {
        see = List.copyOf(see);
        faults = List.copyOf(faults);
    }

    /** The key of the rule's sentences; a rule unknown here has a general one, beside its code. */
    public String key() {
        return key(rule);
    }

    /** The key of a rule's sentences. */
    public static String key(String rule) {
        return "rule." + (RULES.contains(rule) ? rule : "OTHER");
    }

    /** The address of an act's, proposal's or item's code: items have a dash, acts a slash. */
    public static String address(String code) {
        return code.indexOf('/') > 0 ? Links.act(code) : Links.initiative(code);
    }
}
