package acorde.web.groups;

import acorde.compact.Group;
import acorde.groups.Concern;
import acorde.groups.Decided;
import acorde.groups.Groups;
import acorde.groups.Unanswered;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Rung;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Links;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Written procedures whose time has run out with words missing: they climb the ladder of delays by the same days, from those who sit in the
 * group up to the ministers. There it ends: what a group was asked is between its parties, and not for everybody.
 */
public final class Procedures {
    private static final Rung TOP = Rung.MINISTER;

    private final Groups groups;
    private final Monitoring monitoring;
    private final Tables tables;

    Procedures(Groups groups, Monitoring monitoring, Tables tables) {
        this.groups = groups;
        this.monitoring = monitoring;
        this.tables = tables;
    }

    private List<Integer> days() {
        return monitoring.days().rungs().subList(0, TOP.ordinal() - Rung.REPRESENTATIVE.ordinal());
    }

    /** Who has been told. */
    private static Rung told(acorde.groups.Rung rung) {
        return Rung.values()[Rung.REPRESENTATIVE.ordinal() + rung.number()];
    }

    /** How far it has climbed; null unless its time has run out. */
    SittingView.@Nullable Told told(Decided decided, Frame frame) {
        var now = frame.formats().now();
        if (!decided.isOverdue(now)) return null;
        var rung = Unanswered.rung(decided, days(), now);
        return new SittingView.Told(frame.of(told(rung)), rung.next());
    }

    /** All that this party takes part in, what came highest first. */
    public List<HomeView.Climb> climbing(Frame frame) {
        return Unanswered.all(
                        groups.sittings().values(), days(), frame.formats().now())
                .stream()
                .map(each -> climb(each, frame))
                .toList();
    }

    private HomeView.Climb climb(Unanswered unanswered, Frame frame) {
        var decided = unanswered.decided();
        var group = decided.sitting().group();
        var title = frame.in(tables.title(group));
        var silent = frame.partiesWithin(
                decided.silent().stream().map(party -> party.value()).toList());
        var rung = frame.of(told(unanswered.rung()));
        var next = unanswered.rung().next();
        return new HomeView.Climb(
                Links.decision(decided.sitting().act().toString(), decided.act().toString()),
                frame.say("climbing.procedure", Drawing.label(decided), title),
                frame.say("decision.open", silent) + " "
                        + (next == null ? frame.say("rung.last", rung) : frame.say("rung.next", rung, frame.day(next))),
                "");
    }

    /**
     * What came up to the ministers of a group: of its area, asked of all of its parties, so that each has read it already, and waiting for
     * none that does not sit in it.
     */
    List<Concern> escalated(Group ministers, Instant now) {
        return Unanswered.all(groups.sittings().values(), days(), now).stream()
                .filter(each -> told(each.rung()) == TOP)
                .filter(each -> each.concerns(ministers.parties()))
                .filter(each -> ministers.area() == null
                        || tables.find(each.decided().sitting().group())
                                .filter(known -> known.area().equals(ministers.area()))
                                .isPresent())
                .map(Unanswered::escalated)
                .toList();
    }
}
