package acorde.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.exchange.ExchangeRows.Came;
import acorde.exchange.ExchangeRows.Given;
import acorde.exchange.ExchangeRows.Ordered;
import acorde.files.Named;
import acorde.offices.OfficeCode;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes rows of the acts of exchange. Whether an act breaks a rule is found in the act alone, so that it is found alike once what it speaks of
 * is destroyed.
 */
final class ExchangeDuty implements Duty {
    static final String REPORTED = "exchange.reported";
    static final String RECALLED = "exchange.recalled";
    static final String DESTROYED = "exchange.destroyed";
    static final String RECEIVED = "exchange.received";
    static final String RENEWED = "exchange.renewed";
    static final String APPRAISED = "exchange.appraised";

    /** Says nothing, to nobody: where one party is given something and another is not, the log shows an entry for each. */
    static final String BLANK = "exchange.blank";

    private final PartyCode self;

    ExchangeDuty(PartyCode self) {
        this.self = self;
    }

    @Override
    public String schema() {
        return "exchange";
    }

    /** Who may see what is exchanged, the rules of release say. */
    @Override
    public boolean opensAlone() {
        return true;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(REPORTED, RECALLED, DESTROYED, RECEIVED, APPRAISED, RENEWED, BLANK);
    }

    @Override
    public Set<String> givenUp() {
        return Set.of(REPORTED);
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(
                ExchangeRows.ITEM,
                ExchangeRows.SENT,
                ExchangeRows.RECALL,
                ExchangeRows.RECEIVED,
                ExchangeRows.OUTCOME,
                Holders.TABLE,
                Named.FILES);
    }

    @Override
    public List<RowKey<?, ?>> reads(Act act, Past past) {
        return switch (act.kind()) {
            case RECALLED ->
                RecallText.recalled(act.body())
                        .<List<RowKey<?, ?>>>map(read -> List.of(
                                new RowKey<>(ExchangeRows.RECALL, read.item()),
                                new RowKey<>(ExchangeRows.ITEM, read.item())))
                        .orElseGet(List::of);
            case DESTROYED ->
                RecallText.destroyed(act.body())
                        .flatMap(said -> order(past, said.order()))
                        .map(order -> recallOf(order.read().item()))
                        .orElseGet(List::of);
            case RENEWED ->
                Renewal.read(act.body())
                        .<List<RowKey<?, ?>>>map(said -> List.of(new RowKey<>(ExchangeRows.ITEM, said.item())))
                        .orElseGet(List::of);
            case APPRAISED ->
                Appraisal.read(act.body())
                        .<List<RowKey<?, ?>>>map(
                                said -> List.of(new RowKey<>(ExchangeRows.OUTCOME, new Given(said.item(), act.by()))))
                        .orElseGet(List::of);
            case RECEIVED ->
                act.to().size() == 1
                        ? Acknowledgement.read(act.body(), act.to().first()).orElse(List.of()).stream()
                                .<RowKey<?, ?>>map(line -> new RowKey<>(ExchangeRows.RECEIVED, key(act, line)))
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    private static ExchangeRows.Reached key(Act act, Acknowledgement.Line line) {
        return new ExchangeRows.Reached(line.report(), act.by(), line.stage());
    }

    private static List<RowKey<?, ?>> recallOf(ActId item) {
        return List.of(new RowKey<>(ExchangeRows.RECALL, item));
    }

    @Override
    public Applied apply(Past past, Act act) {
        return switch (act.kind()) {
            case REPORTED -> reported(past, act);
            case RECALLED -> recalled(past, act);
            case RECEIVED -> received(past, act);
            case APPRAISED -> appraised(past, act);
            case RENEWED -> renewed(past, act);
            case BLANK -> blank(act);
            case DESTROYED -> destroyed(past, act);
            default -> throw new IllegalStateException(act.kind() + " is no kind of exchange");
        };
    }

    private static Applied blank(Act act) {
        // A node orders what expired given up, and does not tell by it who had it.
        if (!Cover.maySpeak(act.office()) && !act.office().equals(OfficeCode.NODE.value()))
            return rejected(act, Rule.OFFICE_MAY_NOT);
        if (!act.body().isEmpty()) return rejected(act, Rule.MALFORMED);
        return act.to().isEmpty() ? Applied.accepted(List.of()) : rejected(act, Rule.NOT_TO_ONE);
    }

    private Applied reported(Past past, Act act) {
        if (!Cover.maySpeak(act.office())) return rejected(act, Rule.OFFICE_MAY_NOT);
        var item = Item.of(act);
        if (item.isEmpty()) return rejected(act, Rule.MALFORMED);
        if (act.to().size() > 1) return rejected(act, Rule.NOT_TO_ONE);
        // What was decided of others is for the provider alone: a copy that told it would tell whom it is hidden from.
        if (!act.to().isEmpty() && !item.get().asked().isEmpty()) return rejected(act, Rule.MALFORMED);
        if (item.get().report().turn() instanceof Turn.Answers(var request, var _)) {
            if (!isForAsker(act, request)) return rejected(act, Rule.NOT_TO_ASKER);
            if (!act.after().contains(request)) return rejected(act, Rule.AFTER_MISSING);
        }
        var holder = act.to().isEmpty() ? "" : act.to().first().value();
        var ref = item.get().report().ref();
        var changes = new ArrayList<RowChange>();
        changes.add(new RowChange.Put<>(ExchangeRows.ITEM, act.id(), item.get().row(holder)));
        changes.addAll(Named.puts(act, item.get().report().files()));
        if (!holder.isEmpty()) {
            if (act.by().equals(self))
                changes.add(
                        Holders.of(past, ref).and(ref, new Item.Copy(act.to().first(), act.id())));
            return Applied.accepted(changes);
        }
        var first = past.row(ExchangeRows.SENT, ref)
                .filter(sent -> sent.compareTo(act.id()) < 0)
                .orElse(act.id());
        changes.add(new RowChange.Put<>(ExchangeRows.SENT, ref, first));
        return Applied.accepted(changes);
    }

    /** The whole of an answer is for nobody, like that of a report. Nobody answers their own. */
    private static boolean isForAsker(Act act, ActId request) {
        return !request.party().equals(act.by())
                && (act.to().isEmpty() || act.to().first().equals(request.party()));
    }

    /**
     * The holder's node gives the row up with content and salt, and what files it names; so does its provider's, which hands them out by that name
     * alone.
     */
    private Applied recalled(Past past, Act act) {
        return switch (Order.of(act)) {
            case Order.Broken(var rule) -> rejected(act, rule);
            case Order.Good(var read, var holder) -> {
                var before = past.row(ExchangeRows.RECALL, read.item());
                var changes = new ArrayList<RowChange>();
                if (before.isEmpty() || act.id().compareTo(before.get().order()) < 0)
                    changes.add(new RowChange.Put<>(
                            ExchangeRows.RECALL,
                            read.item(),
                            new Ordered(
                                    act.id(),
                                    holder,
                                    read.why(),
                                    act.at().toEpochMilli(),
                                    before.map(Ordered::answer).orElse(null))));
                changes.addAll(unnamed(past, read.item(), holder));
                if (act.by().equals(self))
                    past.row(ExchangeRows.ITEM, read.item())
                            .map(row -> Holders.of(past, row.ref()).without(row.ref(), read.item()))
                            .ifPresent(changes::add);
                if (holder.equals(self)) {
                    past.row(ExchangeRows.ITEM, read.item())
                            .map(row -> Releasing.isHidden(Item.outline(read.item(), row), self))
                            .map(hidden ->
                                    new RowChange.Put<>(ExchangeRows.HELD, read.item(), new ExchangeRows.Held(hidden)))
                            .ifPresent(changes::add);
                    changes.add(new RowChange.Delete<>(ExchangeRows.ITEM, read.item()));
                }
                yield Applied.accepted(changes);
            }
        };
    }

    /** The files of a copy are named by it no more: as many as its outline says. What its provider keeps of the whole stays named by that. */
    private static List<RowChange> unnamed(Past past, ActId copy, PartyCode holder) {
        return past.row(ExchangeRows.ITEM, copy)
                .filter(row -> row.holder().equals(holder.value()))
                .map(row -> Item.outline(copy, row).report().files().size())
                .map(files -> Named.deletes(copy, files))
                .orElse(List.of());
    }

    /**
     * A report is taken back and nothing else: what an order names otherwise, an answer or another order, stays. Reports are there for no duty
     * ({@link #givenUp}), and what cannot be read may be one.
     */
    @Override
    public Set<ActId> takesBack(Past past, Act act) {
        if (!act.kind().equals(RECALLED) || !(Order.of(act) instanceof Order.Good(var read, var _))) return Set.of();
        return past.act(read.item()).isEmpty() ? Set.of(read.item()) : Set.of();
    }

    /** What an act orders given up, whether it is carried out yet or not; empty if it is no order, or breaks a rule. */
    static Optional<Recalled> ordered(Act act) {
        return act.kind().equals(RECALLED) && Order.of(act) instanceof Order.Good(var read, var holder)
                ? Optional.of(new Recalled(act.id(), read.item(), holder, read.why(), act.at(), null))
                : Optional.empty();
    }

    /** An order, read in itself alone. */
    private sealed interface Order {
        record Good(RecallText.Read read, PartyCode holder) implements Order {}

        record Broken(Rule rule) implements Order {}

        static Order of(Act act) {
            var read = RecallText.recalled(act.body());
            var ground = read.map(order -> order.why().ground()).orElse(Recalled.Ground.OTHER);
            if (!Recall.maySpeak(act.office(), ground)) return new Broken(Rule.OFFICE_MAY_NOT);
            if (read.isEmpty()) return new Broken(Rule.MALFORMED);
            if (act.to().size() != 1) return new Broken(Rule.NOT_TO_ONE);
            var item = read.get().item();
            if (!item.party().equals(act.by())) return new Broken(Rule.NOT_PROVIDER);
            return act.after().contains(item) ? new Good(read.get(), act.to().first()) : new Broken(Rule.AFTER_MISSING);
        }
    }

    /** What a party says of copies that were never given it is kept as it says it, and shown nowhere: only the holder's word is looked up. */
    private static Applied received(Past past, Act act) {
        if (!act.office().equals(OfficeCode.NODE.value())) return rejected(act, Rule.OFFICE_MAY_NOT);
        if (act.to().size() != 1) return rejected(act, Rule.NOT_TO_ONE);
        var lines = Acknowledgement.read(act.body(), act.to().first());
        if (lines.isEmpty()) return rejected(act, Rule.MALFORMED);
        var changes = new ArrayList<RowChange>();
        for (var line : lines.get()) {
            var key = key(act, line);
            var before = past.row(ExchangeRows.RECEIVED, key);
            // Of several the first in its log counts, whichever came first.
            if (before.isPresent() && before.get().act().compareTo(act.id()) < 0) continue;
            changes.add(new RowChange.Put<>(
                    ExchangeRows.RECEIVED,
                    key,
                    new ExchangeRows.Told(act.id(), act.at().toEpochMilli(), String.join(" ", line.rules()))));
        }
        return Applied.accepted(changes);
    }

    /** To the provider alone. What a party says of a copy that was never given it is kept as it says it, and shown nowhere. */
    private static Applied appraised(Past past, Act act) {
        if (!Cover.maySpeak(act.office())) return rejected(act, Rule.OFFICE_MAY_NOT);
        var read = Appraisal.read(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        var item = read.get().item();
        if (item.party().equals(act.by()) || !act.to().equals(Set.of(item.party())))
            return rejected(act, Rule.NOT_TO_ONE);
        if (!act.after().contains(item)) return rejected(act, Rule.AFTER_MISSING);
        var given = new Given(item, act.by());
        var before = past.row(ExchangeRows.OUTCOME, given);
        // Of several the last in its log counts, whichever came last.
        if (before.isPresent() && before.get().act().compareTo(act.id()) > 0) return Applied.accepted(List.of());
        var came = new Came(read.get().kind(), act.office(), act.id(), act.at().toEpochMilli());
        return Applied.accepted(List.of(new RowChange.Put<>(ExchangeRows.OUTCOME, given, came)));
    }

    /** Renews the row of what it names, if that is here: what was given up stays so. */
    private static Applied renewed(Past past, Act act) {
        if (!Cover.maySpeak(act.office())) return rejected(act, Rule.OFFICE_MAY_NOT);
        var read = Renewal.read(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        if (act.to().size() > 1) return rejected(act, Rule.NOT_TO_ONE);
        var item = read.get().item();
        if (!item.party().equals(act.by())) return rejected(act, Rule.NOT_PROVIDER);
        if (!act.after().contains(item)) return rejected(act, Rule.AFTER_MISSING);
        var holder = act.to().isEmpty() ? "" : act.to().first().value();
        // Of several the last in its log counts, whichever came last.
        return Applied.accepted(past.row(ExchangeRows.ITEM, item)
                .filter(row -> row.holder().equals(holder))
                .filter(row ->
                        row.renewed().isEmpty() || ActId.parse(row.renewed()).compareTo(act.id()) < 0)
                .<List<RowChange>>map(row -> List.of(new RowChange.Put<>(
                        ExchangeRows.ITEM,
                        item,
                        Item.renewed(item, row, act.id(), read.get().review()))))
                .orElse(List.of()));
    }

    private static Applied destroyed(Past past, Act act) {
        if (!act.office().equals(OfficeCode.NODE.value())) return rejected(act, Rule.OFFICE_MAY_NOT);
        var read = RecallText.destroyed(act.body());
        if (read.isEmpty()) return rejected(act, Rule.MALFORMED);
        var order = read.get().order();
        if (!act.to().equals(Set.of(order.party()))) return rejected(act, Rule.NOT_TO_ONE);
        if (!act.after().contains(order)) return rejected(act, Rule.AFTER_MISSING);
        var named = order(past, order).filter(one -> one.holder().equals(act.by()));
        if (named.isEmpty()) return rejected(act, Rule.NOT_HOLDER);
        var item = named.get().read().item();
        var row = past.row(ExchangeRows.RECALL, item).orElseThrow();
        var said = new Recalled.Answer(act.id(), act.at(), read.get().held());
        var before = row.answer();
        // Of several the first in its log counts, whichever came first.
        if (before != null && before.act().compareTo(act.id()) < 0) return Applied.accepted(List.of());
        return Applied.accepted(List.of(new RowChange.Put<>(ExchangeRows.RECALL, item, row.answered(said))));
    }

    private static Optional<Order.Good> order(Past past, ActId id) {
        return past.act(id)
                .filter(act -> act.kind().equals(RECALLED))
                .map(Order::of)
                .flatMap(order -> order instanceof Order.Good good ? Optional.of(good) : Optional.empty());
    }

    private static Applied rejected(Act act, Rule rule) {
        return Applied.rejected(act, rule.name());
    }
}
