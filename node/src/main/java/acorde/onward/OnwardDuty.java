package acorde.onward;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.Cover;
import acorde.onward.OnwardRows.Answered;
import acorde.onward.OnwardRows.Back;
import acorde.onward.OnwardRows.Noted;
import acorde.onward.OnwardRows.Spoken;
import acorde.onward.OnwardRows.To;
import acorde.onward.OnwardRows.Would;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes rows of what is asked and said of giving on. Whether an act breaks a rule is found in the act alone: what it speaks of may be destroyed, or another's. */
final class OnwardDuty implements Duty {
    static final String ASKED = "onward.asked";
    static final String GRANTED = "onward.granted";
    static final String REFUSED = "onward.refused";

    /** To nobody: why. */
    static final String NOTED = "onward.noted";

    static final String WITHDRAWN = "onward.withdrawn";

    @Override
    public String schema() {
        return "onward";
    }

    /** It is told to those alone who may see what it is about. */
    @Override
    public boolean opensAlone() {
        return true;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED, GRANTED, REFUSED, NOTED, WITHDRAWN);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(OnwardRows.ASK, OnwardRows.ANSWER, OnwardRows.NOTED, OnwardRows.WITHDRAWN);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        return switch (act.kind()) {
            case ASKED ->
                OnwardText.asked(act.body())
                        .<List<RowKey<?, ?>>>map(asked -> List.of(new RowKey<>(OnwardRows.ASK, would(act, asked))))
                        .orElseGet(List::of);
            case GRANTED ->
                OnwardText.granted(act.body())
                        .map(granted -> answerOf(act, granted.asked()))
                        .orElseGet(List::of);
            case REFUSED ->
                OnwardText.about(act.body()).map(asked -> answerOf(act, asked)).orElseGet(List::of);
            case NOTED ->
                OnwardText.noted(act.body())
                        .<List<RowKey<?, ?>>>map(noted -> List.of(new RowKey<>(OnwardRows.NOTED, noted.asked())))
                        .orElseGet(List::of);
            case WITHDRAWN ->
                OnwardText.about(act.body())
                        .<List<RowKey<?, ?>>>map(asked -> List.of(new RowKey<>(OnwardRows.WITHDRAWN, asked)))
                        .orElseGet(List::of);
            default -> List.of();
        };
    }

    private static List<RowKey<?, ?>> answerOf(Act act, ActId asked) {
        return List.of(new RowKey<>(OnwardRows.ANSWER, new To(asked, act.by())));
    }

    private static Would would(Act act, Wish.Asked asked) {
        return new Would(asked.copy(), act.by(), asked.to());
    }

    @Override
    public Applied apply(Past past, Act act) {
        if (!Cover.maySpeak(act.office())) return rejected(act, Rule.OFFICE_MAY_NOT);
        return switch (act.kind()) {
            case ASKED -> asked(past, act);
            case GRANTED -> granted(past, act);
            case REFUSED -> refused(past, act);
            case NOTED -> noted(past, act);
            case WITHDRAWN -> withdrawn(past, act);
            default -> throw new IllegalStateException(act.kind() + " is no kind of giving on");
        };
    }

    /** To the provider alone: whom it would be given on to is not told. */
    private static Applied asked(Past past, Act act) {
        var read = OnwardText.asked(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        var asked = read.get();
        var provider = asked.copy().party();
        var third = !asked.to().equals(act.by()) && !asked.to().equals(provider);
        if (provider.equals(act.by()) || !third || !act.to().equals(Set.of(provider)))
            return rejected(act, Rule.WRONG_PARTY);
        if (!act.after().contains(asked.copy())) return rejected(act, Rule.AFTER_MISSING);
        var would = would(act, asked);
        var before = past.row(OnwardRows.ASK, would);
        // Of several the last in its log counts, whichever came last.
        if (before.isPresent() && before.get().act().compareTo(act.id()) > 0) return Applied.accepted(List.of());
        var spoken = new Spoken(
                act.id(),
                provider,
                act.office(),
                asked.purpose(),
                asked.why(),
                act.at().toEpochMilli());
        return Applied.accepted(List.of(new RowChange.Put<>(OnwardRows.ASK, would, spoken)));
    }

    /** To who asked and to who has it by this leave: both hold the same word of the provider. */
    private static Applied granted(Past past, Act act) {
        var read = OnwardText.granted(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        var granted = read.get();
        var asker = granted.asked().party();
        // An author is never among those it speaks to, so neither of the two is the provider itself.
        if (asker.equals(granted.to()) || !act.to().equals(Set.of(asker, granted.to())))
            return rejected(act, Rule.WRONG_PARTY);
        return answered(
                past,
                act,
                granted.asked(),
                new Answered(
                        act.id(),
                        act.office(),
                        act.at().toEpochMilli(),
                        granted.ref().value(),
                        granted.to().value(),
                        granted.purpose().code()));
    }

    private static Applied refused(Past past, Act act) {
        var asked = OnwardText.about(act.body());
        if (asked.isEmpty()) return rejected(act, Rule.MALFORMED);
        if (!act.to().equals(Set.of(asked.get().party()))) return rejected(act, Rule.WRONG_PARTY);
        var said = act.at().toEpochMilli();
        return answered(past, act, asked.get(), new Answered(act.id(), act.office(), said, "", "", ""));
    }

    /** Nobody else ever holds it. Of several the first in its log counts. */
    private static Applied noted(Past past, Act act) {
        var read = OnwardText.noted(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        if (!act.to().isEmpty()) return rejected(act, Rule.WRONG_PARTY);
        var asked = read.get().asked();
        if (!act.after().contains(asked)) return rejected(act, Rule.AFTER_MISSING);
        var before = past.row(OnwardRows.NOTED, asked).map(Noted::act);
        return put(
                before,
                act,
                OnwardRows.NOTED,
                asked,
                new Noted(act.id(), read.get().ground()));
    }

    /** By who asked, to whom it asked: who that was stands in the act that asks. Of several the first in its log counts. */
    private static Applied withdrawn(Past past, Act act) {
        var asked = OnwardText.about(act.body());
        if (asked.isEmpty()) return rejected(act, Rule.MALFORMED);
        if (!asked.get().party().equals(act.by()) || act.to().size() != 1) return rejected(act, Rule.WRONG_PARTY);
        if (!act.after().contains(asked.get())) return rejected(act, Rule.AFTER_MISSING);
        var before = past.row(OnwardRows.WITHDRAWN, asked.get()).map(Back::act);
        var back = new Back(act.id(), act.at().toEpochMilli());
        return put(before, act, OnwardRows.WITHDRAWN, asked.get(), back);
    }

    private static <R> Applied put( // a row, unless an act that is first in its log made it
            Optional<ActId> before, Act act, Table<ActId, R> table, ActId key, R row) {
        if (before.filter(first -> first.compareTo(act.id()) < 0).isPresent()) return Applied.accepted(List.of());
        return Applied.accepted(List.of(new RowChange.Put<>(table, key, row)));
    }

    private static Applied answered(Past past, Act act, ActId asked, Answered answered) { // what is said to what
        if (!act.after().contains(asked)) return rejected(act, Rule.AFTER_MISSING);
        var to = new To(asked, act.by());
        var before = past.row(OnwardRows.ANSWER, to);
        // Of several the first in its log counts, whichever came first.
        if (before.map(Answered::act)
                .filter(first -> first.compareTo(act.id()) < 0)
                .isPresent()) return Applied.accepted(List.of());
        return Applied.accepted(List.of(new RowChange.Put<>(OnwardRows.ANSWER, to, answered)));
    }

    private static Applied rejected(Act act, Rule rule) {
        return Applied.rejected(act, rule.name());
    }

    /** Whether a holder asked it, and nobody answered it nor took it back. */
    static boolean isOpen(Past past, Would would) {
        return past.row(OnwardRows.ASK, would)
                .filter(asked -> past.row(OnwardRows.ANSWER, new To(asked.act(), asked.provider()))
                        .isEmpty())
                .filter(asked -> past.row(OnwardRows.WITHDRAWN, asked.act()).isEmpty())
                .isPresent();
    }
}
