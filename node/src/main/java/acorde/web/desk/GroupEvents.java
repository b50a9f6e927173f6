package acorde.web.desk;

import acorde.groups.Saying;
import acorde.web.view.Change;

/** What is said in working groups, as lines of a feed. */
final class GroupEvents {
    private GroupEvents() {}

    static boolean has(String kind) {
        return Saying.KINDS.containsKey(kind);
    }

    /** What an act of that kind brought about. */
    static Change.Event of(String kind) {
        return switch (kind) {
            case Saying.CALLED -> Change.Event.MEETING_CALLED;
            case Saying.CIRCULATED -> Change.Event.CIRCULATED;
            case Saying.POINTS_PROPOSED -> Change.Event.POINTS;
            case Saying.ORDERED -> Change.Event.AGENDA_ORDERED;
            case Saying.REMARKED -> Change.Event.POINT_REMARKED;
            case Saying.PUT -> Change.Event.PUT;
            case Saying.MINUTES -> Change.Event.MINUTES;
            case Saying.ASSENTED -> Change.Event.GROUP_ASSENTED;
            case Saying.REFUSED -> Change.Event.GROUP_REFUSED;
            case Saying.REPORTED -> Change.Event.ACTION_REPORTED;
            case Saying.CHECKED -> Change.Event.ACTION_CHECKED;
            case Saying.CHANGED, Saying.CANCELLED, Saying.AGENDA, Saying.OPENED, Saying.CLOSED, Saying.PRESENCE ->
                Change.Event.MEETING_RUN;
            default -> Change.Event.OTHER;
        };
    }

    /** The member that holds words of the party's own; empty for a kind whose words are not repeated. */
    static String words(String kind) {
        return switch (kind) {
            case Saying.REMARKED -> "remark";
            case Saying.REFUSED -> "reason";
            case Saying.ASSENTED -> "reservation";
            default -> "";
        };
    }
}
