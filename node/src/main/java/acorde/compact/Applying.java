package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Applied;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.offices.Role;
import acorde.postgres.RowChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One act being applied.
 *
 * <p>The result is a function of the set of acts applied, whatever their order. Two things make it so. What an act needs to be judged by
 * itself (the proposal of a word, the base of a proposal) is named in its {@code after}, so it was applied before. And where only one of
 * several acts of a log can count, the one with the lowest index does, even if it turns up last because its author withheld it: the one that
 * counted until then is displaced, and rejected in its turn.
 */
final class Applying {
    private final Founding founding;
    private final Past past;
    private final Act act;
    private final List<RowChange> changes = new ArrayList<>(2);
    private final Map<ActId, Verdict> verdicts = new HashMap<>(2);

    Applying(Founding founding, Past past, Act act) {
        this.founding = founding;
        this.past = past;
        this.act = act;
    }

    Applied apply() {
        if (!act.office().equals(Role.COORDINATOR.word())) return rejected(Rule.OFFICE_MAY_NOT);
        if (!toAll(act)) return rejected(Rule.NOT_TO_ALL);
        return switch (Saying.read(act)) {
            case Saying.Reading.Unheard(var rule) -> rejected(rule);
            case Saying.Reading.Heard(var saying) ->
                switch (saying) {
                    case Saying.Chartered chartered -> chartered(chartered);
                    case Saying.Announced announced -> announced(announced);
                    case Saying.Proposed proposed -> proposed(proposed);
                    case Saying.ToProposal word -> said(word);
                };
        };
    }

    private boolean toAll(Act some) {
        for (var party : founding.codes())
            if (!party.equals(some.by()) && !some.to().contains(party)) return false;
        return true;
    }

    private Applied chartered(Saying.Chartered chartered) {
        if (act.id().index() != 0) return rejected(Rule.NOT_FIRST);
        if (!chartered.charter().equals(founding.hash())) return rejected(Rule.OTHER_CHARTER);
        for (var item : founding.items())
            if (item(item).isEmpty()) put(item, lineage().fromRoot(item, null));
        return applied();
    }

    private Applied announced(Saying.Announced announced) {
        var item = announced.item();
        var broken = brokenBy(act, announced);
        if (broken.isPresent()) return rejected(broken.get());
        var before = item(item).map(Item::announced).orElse(null);
        if (before != null) {
            if (before.index() < act.id().index()) return rejected(Rule.ALREADY_ANNOUNCED);
            reject(before, Rule.ALREADY_ANNOUNCED);
        }
        put(item, lineage().fromRoot(item, act.id()));
        return applied();
    }

    /** The rule an announcement breaks by itself. */
    private Optional<Rule> brokenBy(Act announcement, Saying.Announced announced) {
        var kind = announced.item().kind();
        if (!announcement.office().equals(Role.COORDINATOR.word())) return Optional.of(Rule.OFFICE_MAY_NOT);
        if (!toAll(announcement)) return Optional.of(Rule.NOT_TO_ALL);
        if (!announcement.by().equals(founding.announcer())) return Optional.of(Rule.NOT_ANNOUNCER);
        if (Founding.isFounded(kind) || !founding.admits(announced.item())) return Optional.of(Rule.UNKNOWN_ITEM);
        return ItemText.parse(kind, announced.text()) instanceof ItemText.Parsed.Good
                ? Optional.empty()
                : Optional.of(Rule.TEXT_INCOMPLETE);
    }

    private Applied proposed(Saying.Proposed proposed) {
        var item = proposed.item();
        if (!founding.admits(item) || (Founding.isFounded(item.kind()) && proposed.base() == null))
            return rejected(Rule.UNKNOWN_ITEM);
        if (!(ItemText.parseProposed(item.kind(), proposed.text()) instanceof ItemText.Parsed.Good(var text)))
            return rejected(Rule.TEXT_INCOMPLETE);
        if (text instanceof CharterText charter && !charter.differsOnlyInWords(founding.text()))
            return rejected(Rule.CHARTER_PARTIES);
        if (text instanceof Group group && !group.seats(founding.concerned(item))) return rejected(Rule.GROUP_SEATS);
        return switch (base(proposed)) {
            case Base.Unknown(var rule) -> rejected(rule);
            case Base.Known known -> {
                var required = founding.required(known.basis(), text);
                if (!required.contains(act.by())) yield rejected(Rule.NOT_CONCERNED);
                var key = known.announcement() == null ? proposed.rounds().getFirst() : Round.Key.first(item);
                var round = past.row(CompactRows.ROUND, key)
                        .orElseGet(() -> new Round(
                                key.base() == null ? new Round.Basis(0, founding.concerned(item)) : known.basis(),
                                List.of()));
                yield add(key, round, Proposal.made(act, known.announcement(), required));
            }
        };
    }

    private sealed interface Base {
        /** @param announcement if that is what it is */
        record Known(Round.Basis basis, Proposal.@Nullable Announcement announcement) implements Base {
            Known(Round.Basis basis) {
                this(basis, null);
            }
        }

        record Unknown(Rule rule) implements Base {}
    }

    private Base base(Saying.Proposed proposed) {
        var item = proposed.item();
        var base = proposed.base();
        // Whose code it is: of all parties, or of those a group is named for.
        if (base == null) return new Base.Known(new Round.Basis(0, founding.concerned(item)));
        if (base.equals(founding.hash()) && Founding.isFounded(item.kind()))
            return new Base.Known(new Round.Basis(1, founding.codes()));
        // It stands first, so that one act is read, which may have a mebibyte, and not all that are named.
        if (act.after().isEmpty()) return new Base.Unknown(Rule.AFTER_MISSING);
        var carrier = past.act(act.after().getFirst());
        if (carrier.isEmpty()) return new Base.Unknown(Rule.NOT_GIVEN_TO_US);
        if (!carrier.get().hash().equals(base)) return new Base.Unknown(Rule.AFTER_MISSING);
        return past.row(CompactRows.ROUND, new Round.Key(item, base))
                .<Base>map(round -> new Base.Known(round.base()))
                .orElseGet(() -> base(item, carrier.get()));
    }

    /** The version that {@code carrier} carries: an announcement or a proposal of the same item that breaks no rule by itself. */
    private Base base(ItemKey item, Act carrier) {
        if (!(Saying.read(carrier) instanceof Saying.Reading.Heard(var saying)))
            return new Base.Unknown(Rule.UNKNOWN_BASE);
        return switch (saying) {
            case Saying.Announced announced
            when announced.item().equals(item) && brokenBy(carrier, announced).isEmpty() ->
                new Base.Known(
                        new Round.Basis(1, founding.concerned(item, announced.text())),
                        new Proposal.Announcement(carrier.id(), carrier.hash()));
            case Saying.Proposed earlier
            when earlier.item().equals(item) ->
                taken(carrier.id(), earlier)
                        .<Base>map(taken -> new Base.Known(new Round.Basis(
                                taken.announcement() == null ? number(earlier) + 1 : 2,
                                founding.concerned(item, earlier.text()))))
                        .orElse(new Base.Unknown(Rule.UNKNOWN_BASE));
            case Saying.Announced _, Saying.Proposed _, Saying.Chartered _, Saying.ToProposal _ ->
                new Base.Unknown(Rule.UNKNOWN_BASE);
        };
    }

    /** A proposal that broke no rule by itself, even if it is past the limit of its round. */
    private Optional<Proposal> taken(ActId id, Saying.Proposed proposed) {
        return Round.of(past, id, proposed)
                .flatMap(round -> round.proposal(id))
                .or(() -> past.row(CompactRows.SURPLUS, id));
    }

    /** Of the version that a proposal would replace, if that was not only announced. */
    private int number(Saying.Proposed proposed) {
        return past.row(CompactRows.ROUND, proposed.rounds().getFirst())
                .map(round -> round.base().number())
                .orElseThrow();
    }

    /** Takes a proposal into its round; of more than a party may have there, the last in its log goes aside. */
    private Applied add(Round.Key key, Round round, Proposal proposal) {
        var own = round.of(act.by());
        var after = round.with(proposal);
        if (own.size() >= Round.MOST) {
            var last = own.getLast().act().compareTo(act.id()) > 0 ? own.getLast() : proposal;
            after = after.without(last);
            changes.add(new RowChange.Put<>(CompactRows.SURPLUS, last.act(), last));
            reject(last.act(), Rule.TOO_MANY);
        }
        change(key, round, after);
        return applied();
    }

    private Applied said(Saying.ToProposal word) {
        if (!act.after().contains(word.proposal())) return rejected(Rule.AFTER_MISSING);
        var about = past.act(word.proposal());
        if (about.isEmpty()) return rejected(Rule.NOT_GIVEN_TO_US);
        var proposed = about.flatMap(Saying::proposal);
        if (proposed.isEmpty()) return rejected(Rule.UNKNOWN_PROPOSAL);
        for (var key : proposed.get().rounds()) {
            var round = past.row(CompactRows.ROUND, key);
            var counted = round.flatMap(known -> known.proposal(word.proposal()));
            if (counted.isPresent() && round.isPresent())
                return said(
                        word,
                        counted.get(),
                        proposal -> change(key, round.get(), round.get().with(proposal)));
        }
        return past.row(CompactRows.SURPLUS, word.proposal())
                .map(surplus -> said(
                        word,
                        surplus,
                        proposal -> changes.add(new RowChange.Put<>(CompactRows.SURPLUS, proposal.act(), proposal))))
                .orElseGet(() -> rejected(Rule.UNKNOWN_PROPOSAL));
    }

    private Applied said(Saying.ToProposal word, Proposal proposal, Consumer<Proposal> store) {
        return switch (word) {
            case Saying.Assented assented when !assented.text().equals(proposal.version()) -> rejected(Rule.OTHER_TEXT);
            case Saying.Assented _ -> said(new Word.Assent(act.id()), proposal, store);
            case Saying.Refused _ -> said(new Word.Refusal(act.id()), proposal, store);
            case Saying.WithdrawalAsked _ -> withdrawalAsked(proposal, store);
        };
    }

    private Applied said(Word word, Proposal proposal, Consumer<Proposal> store) {
        if (!proposal.required().contains(act.by())) return rejected(Rule.NOT_CONCERNED);
        var before = proposal.words().get(act.by());
        if (before != null && !displaces(before.act())) return rejected(Rule.ALREADY_SAID);
        store.accept(proposal.with(act.by(), word));
        return applied();
    }

    private Applied withdrawalAsked(Proposal proposal, Consumer<Proposal> store) {
        if (!proposal.proposer().equals(act.by())) return rejected(Rule.NOT_PROPOSER);
        var before = proposal.withdrawal();
        if (before != null && !displaces(before)) return rejected(Rule.ALREADY_SAID);
        store.accept(proposal.withdrawalAskedBy(act.id()));
        return applied();
    }

    /** Whether this act comes before {@code other} in the log of both, so that it counts and the other is rejected. */
    private boolean displaces(ActId other) {
        if (other.index() < act.id().index()) return false;
        reject(other, Rule.ALREADY_SAID);
        return true;
    }

    /** Puts a round, and the row of its item if what follows on the base is no longer the same. */
    private void change(Round.Key key, Round before, Round after) {
        changes.add(new RowChange.Put<>(CompactRows.ROUND, key, after));
        var item = item(key.item());
        if (item.isEmpty()) {
            put(key.item(), lineage(key, after).fromRoot(key.item(), null));
            return;
        }
        if (Consent.outcome(before).equals(Consent.outcome(after))) return;
        var head = item.get().head();
        put(
                key.item(),
                head != null && Objects.equals(head.version(), key.base())
                        ? Optional.of(lineage(key, after).fromHead(key.item(), item.get(), head))
                        : lineage(key, after).fromRoot(key.item(), item.get().announced()));
    }

    private Lineage lineage() {
        return lineage(key -> past.row(CompactRows.ROUND, key));
    }

    /** As it is with one round changed. */
    private Lineage lineage(Round.Key changed, Round round) {
        return lineage(key -> key.equals(changed) ? Optional.of(round) : past.row(CompactRows.ROUND, key));
    }

    private Lineage lineage(Function<Round.Key, Optional<Round>> rounds) {
        return new Lineage(
                founding, rounds, id -> id.equals(act.id()) ? act : past.act(id).orElseThrow());
    }

    private Optional<Item> item(ItemKey key) {
        return past.row(CompactRows.ITEM, key);
    }

    /** Puts or takes away the row of an item, if it is another now. */
    private void put(ItemKey key, Optional<Item> item) {
        if (item(key).equals(item)) return;
        changes.add(item.<RowChange>map(stands -> new RowChange.Put<>(CompactRows.ITEM, key, stands))
                .orElseGet(() -> new RowChange.Delete<>(CompactRows.ITEM, key)));
    }

    private void reject(ActId id, Rule rule) {
        verdicts.put(id, new Verdict.Rejected(rule.name()));
    }

    private Applied rejected(Rule rule) {
        return Applied.rejected(act, rule.name());
    }

    private Applied applied() {
        return new Applied(changes, verdicts);
    }
}
