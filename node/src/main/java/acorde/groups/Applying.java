package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.compact.Mandate;
import acorde.files.Attachment;
import acorde.files.Named;
import acorde.offices.OfficeCode;
import acorde.postgres.RowChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One act being applied: it is added to what was said in its sitting, if it breaks no rule.
 *
 * <p>Whether it breaks one is told from the act, from its sitting and from the acts it names, which were all applied before it; what a sitting
 * comes to is told from the set that results. So the order in which acts arrive has no part in either. Where a party says too much, proposes too
 * many points, or says a second word, those with the lowest indexes count, even if they turn up last because their author withheld them.
 */
final class Applying {
    private final Founding founding;
    private final Past past;
    private final Act act;
    private final Map<ActId, Verdict> verdicts = new HashMap<>(2);
    private final List<RowChange> changes = new ArrayList<>(1);

    Applying(Founding founding, Past past, Act act) {
        this.founding = founding;
        this.past = past;
        this.act = act;
    }

    Applied apply() {
        var saying = Saying.read(act);
        if (saying.isEmpty()) return rejected(Rule.GROUP_MALFORMED);
        return switch (saying.get()) {
            case Saying.Begins begins -> begin(begins);
            case Saying.Within within -> within(within);
        };
    }

    private Applied begin(Saying.Begins begins) {
        var item = new ItemKey(ItemKey.Kind.GROUP, begins.group());
        var mandate = Mandate.proven(past, founding, item, begins.mandate(), act.after());
        if (mandate.isEmpty()) return rejected(Rule.MANDATE_MISSING);
        var sitting = Sitting.of(act.id(), begins, mandate.get());
        var broken = speaks(sitting, begins).or(() -> owners(sitting, begins)).or(() -> late(begins));
        if (broken.isPresent()) return rejected(broken.get());
        return put(Listing.NOTHING, Proceedings.begun(sitting, Utterance.of(act, begins)));
    }

    /** Whether its author may say anything in the sitting, and says it to the group. */
    private Optional<Rule> speaks(Sitting sitting, Saying saying) {
        var seat = sitting.seat(act.by());
        if (seat.isEmpty()) return Optional.of(Rule.NOT_SEATED);
        if (!seat.get().speaks(new OfficeCode(act.office()))) return Optional.of(Rule.OFFICE_NOT_SEATED);
        if (!act.to().equals(sitting.others(act.by()))) return Optional.of(Rule.NOT_TO_GROUP);
        return new HashSet<>(act.after()).containsAll(saying.after())
                ? Optional.empty()
                : Optional.of(Rule.SITTING_MISSING);
    }

    /** Whether a written procedure leaves no time for an answer, by its author's own word: it would climb the ladder from its first day. */
    private Optional<Rule> late(Saying.Begins begins) {
        return begins instanceof Saying.Circulated circulated
                        && !circulated.until().isAfter(act.at())
                ? Optional.of(Rule.CLOCK_RUN_OUT)
                : Optional.empty();
    }

    private static Optional<Rule> owners(Sitting sitting, Saying saying) {
        var seated = saying.asks().stream()
                .flatMap(text -> text.actions().stream())
                .allMatch(action -> sitting.seat(action.owner()).isPresent());
        return seated ? Optional.empty() : Optional.of(Rule.OWNER_NOT_SEATED);
    }

    private Applied within(Saying.Within within) {
        if (!act.after().contains(within.sitting())) return rejected(Rule.SITTING_MISSING);
        var proceedings = past.row(GroupsRows.SITTING, within.sitting());
        if (proceedings.isEmpty()) return rejected(Rule.UNKNOWN_SITTING);
        var sitting = proceedings.get().sitting();
        var broken = speaks(sitting, within)
                .or(() -> mayBeSaid(sitting, within))
                .or(() -> owners(sitting, within))
                .or(() -> parts(sitting, within));
        return broken.map(this::rejected).orElseGet(() -> add(proceedings.get(), Utterance.of(act, within)));
    }

    /** Whether it belongs in such a sitting, and to its author. */
    private Optional<Rule> mayBeSaid(Sitting sitting, Saying.Within within) {
        var chair = sitting.chair();
        return switch (within) {
            case Saying.Word _, Saying.Reported _, Saying.Checked _ -> Optional.empty();
            case Saying.Within _ when chair == null -> Optional.of(Rule.NOT_IN_WRITING);
            case Saying.Changed _, Saying.Agenda _, Saying.Opened _, Saying.Closed _ ->
                act.by().equals(chair) ? Optional.empty() : Optional.of(Rule.NOT_CHAIR);
            case Saying.Cancelled _ ->
                act.by().equals(chair) || act.by().equals(sitting.act().party())
                        ? Optional.empty()
                        : Optional.of(Rule.NOT_CHAIR);
            case Saying.Presence presence -> {
                if (sitting.seat(presence.party()).isEmpty()) yield Optional.of(Rule.NOT_SEATED);
                yield act.by().equals(chair) || act.by().equals(presence.party())
                        ? Optional.empty()
                        : Optional.of(Rule.NOT_ONES_PRESENCE);
            }
            case Saying.Points _, Saying.Ordered _, Saying.Remarked _, Saying.Put _, Saying.Minutes _ ->
                Optional.empty();
        };
    }

    /** Whether what it is about is there, and is such a thing. */
    private Optional<Rule> parts(Sitting sitting, Saying.Within within) {
        return switch (within) {
            case Saying.Put put -> put.point() == null ? Optional.empty() : point(sitting, put.point());
            case Saying.Remarked remarked -> point(sitting, remarked.point());
            case Saying.Minutes minutes ->
                minutes.amends() == null
                                || said(sitting, minutes.amends(), Saying.Minutes.class)
                                        .isPresent()
                        ? Optional.empty()
                        : Optional.of(Rule.UNKNOWN_PART);
            case Saying.Word word -> text(sitting, word);
            case Saying.Reported reported -> {
                var action = reported.action();
                var actions = said(sitting, action.act(), Saying.class)
                        .flatMap(Saying::asks)
                        .map(DecisionText::actions)
                        .orElse(List.of());
                if (action.number() > actions.size()) yield Optional.of(Rule.UNKNOWN_PART);
                yield actions.get(action.number() - 1).owner().equals(act.by())
                        ? Optional.empty()
                        : Optional.of(Rule.NOT_OWNER);
            }
            case Saying.Checked checked -> {
                if (said(sitting, checked.report(), Saying.Reported.class).isEmpty())
                    yield Optional.of(Rule.UNKNOWN_PART);
                yield checked.report().party().equals(act.by())
                        ? Optional.of(Rule.OWN_ACTION_REPORT)
                        : Optional.empty();
            }
            case Saying.Changed _,
                    Saying.Cancelled _,
                    Saying.Points _,
                    Saying.Agenda _,
                    Saying.Ordered _,
                    Saying.Opened _,
                    Saying.Closed _,
                    Saying.Presence _ -> Optional.empty();
        };
    }

    private Optional<Rule> point(Sitting sitting, Part point) {
        return said(sitting, point.act(), Saying.Points.class)
                        .filter(points -> point.number() <= points.points().size())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Rule.UNKNOWN_PART);
    }

    private Optional<Rule> text(Sitting sitting, Saying.Word word) {
        var to = said(sitting, word.to(), Saying.class);
        if (to.filter(text -> text.asks().isPresent() || text instanceof Saying.Minutes)
                .isEmpty()) return Optional.of(Rule.UNKNOWN_PART);
        if (word.to().party().equals(act.by())) return Optional.of(Rule.WORD_GIVEN); // by putting it
        var hash = past.act(word.to()).map(Act::hash);
        return word instanceof Saying.Assented assented && !hash.equals(Optional.of(assented.text()))
                ? Optional.of(Rule.NOT_THAT_TEXT)
                : Optional.empty();
    }

    /** What an act named by this one says, if it belongs to the sitting. Whether it was accepted has no part in a verdict. */
    private <S extends Saying> Optional<S> said(Sitting sitting, ActId id, Class<S> kind) {
        return past.act(id)
                .flatMap(Saying::read)
                .filter(saying -> id.equals(sitting.act())
                        || (saying instanceof Saying.Within other
                                && other.sitting().equals(sitting.act())))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Applied add(Proceedings before, Utterance<Saying> more) {
        var after = before.with(more);
        if (after.of(act.by(), Saying.Put.class).size() > Proceedings.DECISIONS)
            after = withoutLast(after, Saying.Put.class);
        if (after.count(act.by()) > Proceedings.MOST) after = withoutLast(after, Saying.class);
        if (more.saying() instanceof Saying.Points) after = withinPoints(after);
        if (more.saying() instanceof Saying.Word word && after.said().containsKey(act.id()))
            after = withFirst(after, word.to());
        return after.equals(before) ? new Applied(List.of(), verdicts) : put(Listing.of(before), after);
    }

    /** Of the words of its author to one text the first counts. The others stay among what was said, so that it is counted alike, without their reasons. */
    private Proceedings withFirst(Proceedings proceedings, ActId text) {
        var first = proceedings.word(act.by(), text).orElseThrow().act();
        var counting = proceedings;
        for (var other : proceedings.of(act.by(), Saying.Word.class)) {
            if (!other.saying().to().equals(text) || other.act().equals(first)) continue;
            reject(other.act(), Rule.WORD_GIVEN);
            counting = counting.with(Utterance.late(other));
        }
        return counting;
    }

    /** Without the last of a kind that its author says. What goes never comes back: however many come earlier, as many stand before it. */
    private Proceedings withoutLast(Proceedings proceedings, Class<? extends Saying> kind) {
        var last = proceedings.last(act.by(), kind).orElseThrow();
        if (!last.act().equals(act.id())) withdraw(last);
        reject(last.act(), Rule.TOO_MUCH_SAID);
        return proceedings.without(last.act());
    }

    /**
     * From the first act with which its author proposes more points than a party may, none of its points count. Such an act stays among what was
     * said, so that what follows it is told alike whenever it comes; its points do not.
     */
    private Proceedings withinPoints(Proceedings proceedings) {
        var within = proceedings;
        var points = 0;
        var beyond = false;
        for (var one : proceedings.of(act.by(), Saying.Points.class)) {
            points += one.saying().points().size();
            beyond |= one.saying().points().isEmpty() || points > Saying.POINTS;
            if (!beyond || one.saying().points().isEmpty()) continue;
            if (!one.act().equals(act.id())) withdraw(one);
            reject(one.act(), Rule.TOO_MANY_POINTS);
            within = within.with(Utterance.beyond(one));
        }
        return within;
    }

    /** The row of the sitting, those that lists are read by, and the documents that this act brings to it. */
    private Applied put(Listing before, Proceedings proceedings) {
        changes.add(
                new RowChange.Put<>(GroupsRows.SITTING, proceedings.sitting().act(), proceedings));
        changes.addAll(Listing.of(proceedings).since(before));
        if (proceedings.find(act.id()).filter(said -> said.documents() > 0).isPresent())
            Attachment.read(act.body()).ifPresent(files -> changes.addAll(Named.puts(act, files)));
        return new Applied(changes, verdicts);
    }

    /** An act that no longer counts brings none. */
    private void withdraw(Utterance<? extends Saying> displaced) {
        for (var number = 0; number < displaced.documents(); number++)
            changes.add(new RowChange.Delete<>(Named.FILES, new Named(displaced.act(), number)));
    }

    private void reject(ActId id, Rule rule) {
        verdicts.put(id, new Verdict.Rejected(rule.name()));
    }

    private Applied rejected(Rule rule) {
        return Applied.rejected(act, rule.name());
    }
}
