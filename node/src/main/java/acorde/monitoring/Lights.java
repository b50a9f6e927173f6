package acorde.monitoring;

import acorde.monitoring.Light.Climb;
import acorde.monitoring.Light.Colour;
import acorde.monitoring.Light.Why;
import acorde.trust.PartyCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The rule of the lights (CO-5): nobody types one. A function of what was agreed, what was said, the adopted days,
 * today, and who looks.
 *
 * <p>The first that holds: <i>done</i> if all who owe it report it done and all others confirm that; <i>late</i> if a
 * day has passed, or nothing was heard for twice the cadence; <i>blocked</i> if a party says so; <i>undated</i> if
 * there is no day for anything; <i>at risk</i> if a report is disputed, a step is reported done without evidence, one
 * is due soon, or the evidence is older than the cadence; else <i>on track</i>. Late comes before blocked, or saying
 * what is in the way would hide the delay.
 *
 * <p>A delay that a reader is not shown yet is no reason for anything: what else holds is what that reader sees, and
 * nothing says <i>late</i>.
 */
public final class Lights {
    private static final List<BiFunction<Situation, PartyCode, Optional<? extends Why>>> RISKS =
            List.of(Lights::disputed, Lights::unproven, Lights::dueSoon, Lights::old);

    private Lights() {}

    /** The light as a reader is shown it. */
    public static Light of(Situation situation, Viewer viewer) {
        if (isDone(situation)) return new Light(Colour.DONE, new Why.Confirmed(), List.of());
        var undated = situation.agreed().undated();
        var climbs = climbs(situation, viewer);
        if (!climbs.isEmpty() && !undated)
            return new Light(Colour.LATE, climbs.getFirst().why(), climbs);
        var blocked = first(situation, Lights::blocked);
        if (blocked.isPresent()) return new Light(Colour.BLOCKED, blocked.get(), climbs);
        if (undated) return new Light(Colour.UNDATED, new Why.NoDate(), climbs);
        for (var risk : RISKS) {
            var why = first(situation, risk);
            if (why.isPresent()) return new Light(Colour.AT_RISK, why.get(), climbs);
        }
        return new Light(Colour.ON_TRACK, unconfirmed(situation).orElseGet(() -> next(situation)), climbs);
    }

    /** The delays a reader is shown, its own first. */
    private static List<Climb> climbs(Situation situation, Viewer viewer) {
        return Ladder.climbs(situation).stream()
                .filter(climb -> Ladder.isShown(climb, viewer))
                .sorted(Comparator.comparing(climb -> !viewer.equals(new Viewer.Of(climb.party()))))
                .toList();
    }

    private static boolean isDone(Situation situation) {
        var agreed = situation.agreed();
        return !agreed.obliged().isEmpty()
                && agreed.obliged().stream().allMatch(situation::finished)
                && unconfirmed(situation).isEmpty();
    }

    /** A party that has not confirmed an account which reports all done. */
    private static Optional<Why> unconfirmed(Situation situation) {
        for (var whose : situation.agreed().obliged()) {
            if (!situation.finished(whose)) continue;
            for (var by : situation.agreed().witnesses(whose))
                if (situation
                        .account(whose)
                        .filter(account -> account.view(by) == Account.View.CONFIRMS)
                        .isEmpty()) return Optional.of(new Why.Unconfirmed(by, whose));
        }
        return Optional.empty();
    }

    private static Optional<? extends Why> blocked(Situation situation, PartyCode party) {
        return situation
                .account(party)
                .map(Account::latest)
                .filter(latest -> latest.state() == Report.State.BLOCKED)
                .map(latest -> new Why.Blocked(party, latest.act()));
    }

    private static Optional<? extends Why> disputed(Situation situation, PartyCode party) {
        return situation.account(party).stream()
                .flatMap(account -> account.words().values().stream())
                .filter(word -> !word.confirms())
                .map(word -> new Why.Disputed(
                        word.spoken().act().party(), party, word.spoken().act()))
                .findFirst();
    }

    private static Optional<? extends Why> unproven(Situation situation, PartyCode party) {
        if (situation.provenSince(party) != null) return Optional.empty();
        return situation
                .owed(party)
                .filter(step -> situation.reportedDone(party, step))
                .findFirst()
                .map(step -> new Why.Unproven(party, step.code(), step.due()));
    }

    private static Optional<? extends Why> dueSoon(Situation situation, PartyCode party) {
        var soon = situation.today().plusDays(situation.days().atRisk());
        return situation
                .open(party)
                .filter(step -> !step.due().isAfter(soon))
                .min(Comparator.comparing(Agreed.Step::due))
                .map(step -> new Why.DueSoon(party, step.code(), step.due()));
    }

    private static Optional<? extends Why> old(Situation situation, PartyCode party) {
        if (situation.finished(party)) return Optional.empty();
        var proven = situation.provenSince(party);
        var text = situation.since();
        if (proven == null || proven.isBefore(text))
            return situation.isStale(text) ? Optional.of(new Why.NoEvidence(party, text)) : Optional.empty();
        return situation.isStale(proven) ? Optional.of(new Why.Old(party, proven)) : Optional.empty();
    }

    private static Why next(Situation situation) {
        var next = situation.agreed().steps().stream()
                .filter(step -> step.owers().stream().anyMatch(party -> !situation.reportedDone(party, step)))
                .map(Agreed.Step::due)
                .min(Comparator.naturalOrder());
        return new Why.NothingAmiss(next.orElse(null));
    }

    /** What holds of the first of those who owe it of whom it does. */
    private static Optional<? extends Why> first(
            Situation situation, BiFunction<Situation, PartyCode, Optional<? extends Why>> rule) {
        return situation.agreed().obliged().stream()
                .flatMap(party -> rule.apply(situation, party).stream())
                .findFirst();
    }
}
