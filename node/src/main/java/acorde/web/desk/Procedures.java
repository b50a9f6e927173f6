package acorde.web.desk;

import acorde.finding.InTurn;
import acorde.groups.Groups;
import acorde.groups.Patience;
import acorde.groups.Unanswered;
import acorde.groups.Undecided;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Rung;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Links;
import java.time.Instant;
import java.time.LocalDate;
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

    private Patience patience() {
        var days = monitoring.days();
        return new Patience(days.rungs().subList(0, TOP.ordinal() - Rung.REPRESENTATIVE.ordinal()), days.unshown());
    }

    /** Who has been told. */
    private static Rung told(acorde.groups.Rung rung) {
        return Rung.values()[Rung.REPRESENTATIVE.ordinal() + rung.number()];
    }

    /**
     * How far up the ladder something overdue has come.
     *
     * @param rung who has been told, in the reader's words
     * @param next the day of the next step; null at the top
     * @param unshown whose node does not show that it has the question, as a sentence; empty if all do
     */
    public record Told(String rung, @Nullable LocalDate next, String unshown) {}

    /** How far it has climbed; null unless its time has run out. */
    public @Nullable Told told(Undecided question, Frame frame) {
        return groups.unanswered(question, patience(), frame.formats().now())
                .map(one -> new Told(frame.of(told(one.rung())), one.rung().next(), unshown(one, frame)))
                .orElse(null);
    }

    private static String unshown(Unanswered unanswered, Frame frame) {
        var parties = unanswered.unshown().stream().map(party -> party.value()).toList();
        return parties.isEmpty()
                ? ""
                : frame.say(
                        "decision.unshown",
                        frame.partiesWithin(parties),
                        frame.moment(unanswered.question().asked()));
    }

    /** All that this party takes part in, what came highest first. */
    public List<Unanswered> unanswered(Instant now) {
        return groups.unanswered(patience(), now);
    }

    /** The same in the reader's words: what came highest first, of each party that asked. */
    public HomeView.Ladder.Part climbing(Frame frame, int most) {
        var all = unanswered(frame.formats().now());
        var shown = InTurn.first(most, all, each -> each.question().act().party()).stream()
                .map(each -> climb(each, frame))
                .toList();
        return new HomeView.Ladder.Part(shown, all.size() - shown.size());
    }

    private HomeView.Climb climb(Unanswered unanswered, Frame frame) {
        var question = unanswered.question();
        var group = question.sitting().group();
        var title = frame.in(tables.title(group));
        var silent = frame.partiesWithin(
                question.silent().stream().map(party -> party.value()).toList());
        var rung = frame.of(told(unanswered.rung()));
        var next = unanswered.rung().next();
        var unshown = unshown(unanswered, frame);
        return new HomeView.Climb(
                Links.decision(
                        question.sitting().act().toString(), question.act().toString()),
                frame.say("climbing.procedure", question.label(), title),
                frame.say("decision.open", silent) + " " + (unshown.isEmpty() ? "" : unshown + " ")
                        + (next == null ? frame.say("rung.last", rung) : frame.say("rung.next", rung, frame.day(next))),
                "");
    }
}
