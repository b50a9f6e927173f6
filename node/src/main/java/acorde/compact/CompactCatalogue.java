package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.InTurn;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.offices.Officer;
import acorde.offices.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of the compact can be found, read from its committed rows; {@link Findable} says by which words. */
final class CompactCatalogue implements Catalogue {
    private final Acts acts;
    private final Shelf shelf;
    private final Founding founding;

    CompactCatalogue(Acts acts, Shelf shelf, Founding founding) {
        this.acts = acts;
        this.shelf = shelf;
        this.founding = founding;
    }

    @Override
    public Set<String> kinds() {
        var kinds = new HashSet<>(Findable.KINDS.values());
        kinds.addAll(List.of(Findable.PROPOSAL, Findable.ANSWER));
        return kinds;
    }

    @Override
    public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
        if (!(Saying.read(act) instanceof Saying.Reading.Heard(var saying))) return Set.of();
        return switch (saying) {
            case Saying.Chartered _ -> Set.of();
            case Saying.Announced(var item, var _) ->
                Findable.key(item).map(Set::of).orElse(Set.of());
            case Saying.Proposed proposed -> with(proposed.item(), Findable.key(Findable.PROPOSAL, act));
            case Saying.ToProposal word ->
                known.apply(word.proposal())
                        .flatMap(made -> Saying.proposal(made)
                                .map(proposed -> with(
                                        proposed.item(),
                                        Findable.key(Findable.PROPOSAL, made),
                                        Findable.key(Findable.ANSWER, act))))
                        .orElse(Set.of());
        };
    }

    private static Set<Key> with(ItemKey item, Key... keys) {
        var all = new HashSet<>(List.of(keys));
        Findable.key(item).ifPresent(all::add);
        return all;
    }

    @Override
    public Set<Key> along(Collection<Key> keys) {
        var items = items(keys);
        if (items.isEmpty()) return Set.of();
        var along = new HashSet<Key>();
        for (var stood : shelf.recent(items))
            along.add(new Key(Findable.PROPOSAL, stood.proposal().act().toString()));
        return along;
    }

    private static List<ItemKey> items(Collection<Key> keys) {
        return keys.stream().flatMap(key -> Findable.item(key).stream()).toList();
    }

    @Override
    public Collection<Entry> entries(Collection<Key> keys) {
        var entries = new ArrayList<Entry>();
        var items = items(keys);
        if (!items.isEmpty())
            shelf.items(items).forEach((key, item) -> {
                var head = item.head();
                if (head != null)
                    Findable.entry(key, item, shelf.text(key, head)).ifPresent(entries::add);
            });
        var made = made(named(keys, Findable.PROPOSAL));
        made.values().forEach(each -> entries.add(each.entry()));
        acts.parts(named(keys, Findable.ANSWER), answers -> {
            var more = new HashSet<ActId>();
            for (var answer : answers.values()) proposalOf(answer).ifPresent(more::add);
            more.removeAll(made.keySet());
            var all = new HashMap<>(made);
            all.putAll(made(more));
            for (var answer : answers.values()) answer(answer, all).ifPresent(entries::add);
        });
        return entries;
    }

    private static List<ActId> named(Collection<Key> keys, String kind) {
        return keys.stream()
                .filter(key -> key.kind().equals(kind))
                .map(key -> ActId.parse(key.name()))
                .toList();
    }

    private static Optional<ActId> proposalOf(Act answer) {
        return word(answer).map(Saying.ToProposal::proposal);
    }

    private static Optional<Saying.ToProposal> word(Act act) {
        return Saying.read(act) instanceof Saying.Reading.Heard(Saying.ToProposal word)
                ? Optional.of(word)
                : Optional.empty();
    }

    /** A proposal that counts, with what is found of it. */
    private record Made(Stood stood, Entry entry) {}

    private Map<ActId, Made> made(Collection<ActId> ids) {
        var made = new HashMap<ActId, Made>();
        acts.parts(ids, part -> made.putAll(made(part)));
        return made;
    }

    private Map<ActId, Made> made(Map<ActId, Act> said) {
        var proposed = new HashMap<ActId, Saying.Proposed>();
        said.forEach((id, act) -> Saying.proposal(act).ifPresent(proposal -> proposed.put(id, proposal)));
        var rounds = new HashSet<Round.Key>();
        proposed.values().forEach(proposal -> rounds.addAll(proposal.rounds()));
        var made = new HashMap<ActId, Made>();
        if (rounds.isEmpty()) return made;
        for (var stood : shelf.since(rounds)) {
            var id = stood.proposal().act();
            var proposal = proposed.get(id);
            var act = said.get(id);
            if (proposal != null && act != null)
                made.put(id, new Made(stood, Findable.entry(uttered(act), proposal, stood, text(proposal))));
        }
        return made;
    }

    private Findable.Uttered uttered(Act act) {
        return new Findable.Uttered(act, founding.day(acts.self(), act.at()));
    }

    private static @Nullable ItemText text(Saying.Proposed proposed) {
        return ItemText.parse(proposed.item().kind(), proposed.text()) instanceof ItemText.Parsed.Good(var text)
                ? text
                : null;
    }

    /** Only a word that counts is found: a second one is a rejected act. */
    private Optional<Entry> answer(Act act, Map<ActId, Made> made) {
        return word(act)
                .flatMap(word -> Optional.ofNullable(made.get(word.proposal()))
                        .filter(each -> counts(act, each.stood().proposal()))
                        .map(each -> Findable.entry(uttered(act), word, each.entry())));
    }

    private static boolean counts(Act act, Proposal proposal) {
        var said = proposal.words().get(act.by());
        return act.id().equals(proposal.withdrawal())
                || (said != null && said.act().equals(act.id()));
    }

    /** Who may speak for the party has its unanswered proposals to answer; nobody set a day for that. */
    @Override
    public List<Task> tasks(Officer officer, LocalDate today) {
        if (officer.role() != Role.COORDINATOR) return List.of();
        var silent = shelf.open().reversed().stream()
                .map(Stood::proposal)
                .filter(proposal -> proposal.silent().contains(acts.self()))
                .toList();
        var waiting = InTurn.first(Task.MOST, silent, Proposal::proposer);
        var tasks = new HashMap<ActId, Task>();
        acts.parts(
                waiting.stream().map(Proposal::act).toList(),
                part -> part.forEach((id, act) ->
                        Saying.proposal(act).ifPresent(proposed -> tasks.put(id, task(act, proposed)))));
        return waiting.stream()
                .flatMap(proposal -> Optional.ofNullable(tasks.get(proposal.act())).stream())
                .toList();
    }

    private static Task task(Act act, Saying.Proposed proposed) {
        var text = text(proposed);
        var title = text == null ? Entry.Text.same(proposed.item().toString()) : Findable.title(proposed.item(), text);
        return new Task("answer", act.by(), Findable.key(Findable.PROPOSAL, act), title, null, act.at());
    }
}
