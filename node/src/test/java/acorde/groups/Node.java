package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.compact.Compact;
import acorde.offices.OfficeCode;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One party's node without log and database: what it has heard of compact and groups, and what it makes of it. */
final class Node implements Past {
    final PartyCode party;
    final List<Act> log = new ArrayList<>();
    final Map<ActId, String> rejected = new TreeMap<>();
    Instant now = Instant.parse("2026-11-23T16:00:00Z");
    private final List<Duty> duties = List.of(Compact.duty(World.FOUNDING), Groups.duty(World.FOUNDING));
    private final Map<Table<?, ?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<ActId, Act> acts = new HashMap<>();
    private final Map<ActId, List<Act>> waiting = new HashMap<>();
    private final Set<ActId> known = new HashSet<>();

    Node(PartyCode party) {
        this.party = party;
    }

    Speaker speaker(String office) {
        return new Speaker(World.FOUNDING, party, new OfficeCode(office));
    }

    @Override
    @SuppressWarnings("unchecked") // a table's rows are put under it
    public <K, R> Optional<R> row(Table<K, R> table, K key) {
        return Optional.ofNullable((R) rows.getOrDefault(table, Map.of()).get(key));
    }

    @Override
    public Optional<Act> act(ActId id) {
        return Optional.ofNullable(acts.get(id));
    }

    /** Hears an act that is for this party; does nothing with it until what it depends on has been heard. */
    void hear(Act act) {
        if (!act.by().equals(party) && !act.to().contains(party)) return;
        if (acts.containsKey(act.id()) || !known.add(act.id())) return;
        var ready = new ArrayDeque<Act>();
        ready.add(act);
        while (!ready.isEmpty()) {
            var next = ready.remove();
            var missing =
                    next.after().stream().filter(id -> !acts.containsKey(id)).findFirst();
            if (missing.isPresent()) {
                waiting.computeIfAbsent(missing.get(), id -> new ArrayList<>()).add(next);
                continue;
            }
            apply(next);
            var released = waiting.remove(next.id());
            if (released != null) ready.addAll(released);
        }
    }

    private void apply(Act act) {
        acts.put(act.id(), act);
        var duty =
                duties.stream().filter(one -> one.kinds().contains(act.kind())).findFirst();
        if (duty.isEmpty()) {
            rejected.put(act.id(), "UNKNOWN_KIND");
            return;
        }
        duty.get().reads(act, this);
        var applied = duty.get().apply(this, act);
        for (var change : applied.changes())
            switch (change) {
                case RowChange.Put<?, ?>(var table, var key, var row) ->
                    rows.computeIfAbsent(table, name -> new HashMap<>()).put(key, row);
                case RowChange.Delete<?, ?>(var table, var key) ->
                    rows.getOrDefault(table, new HashMap<>()).remove(key);
            }
        applied.verdicts().forEach((id, verdict) -> {
            if (verdict instanceof Verdict.Rejected(var rule)) rejected.put(id, rule);
            else rejected.remove(id);
        });
    }

    /** Decides, and hears what it decided to say. @return the acts said, or the objection */
    <R> Object say(Command<R> command) {
        return switch (command.decide(this, now)) {
            case Decision.Decline<R>(var why) -> why;
            case Decision.Say<R>(var drafts) -> drafts.stream().map(this::utter).toList();
        };
    }

    /** Says what no decision would allow. */
    Act utter(Draft draft) {
        var id = new ActId(party, log.size());
        var bytes = (id + draft.kind() + draft.office() + draft.to() + draft.after() + draft.body())
                .getBytes(StandardCharsets.UTF_8);
        var act =
                new Act(id, draft.kind(), draft.office(), now, draft.to(), draft.after(), draft.body(), sha256(bytes));
        log.add(act);
        hear(act);
        return act;
    }

    private static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Proceedings sitting(Act begun) {
        return row(GroupsRows.SITTING, begun.id()).orElseThrow();
    }

    List<Proceedings> sittings() {
        return rows.getOrDefault(GroupsRows.SITTING, Map.of()).values().stream()
                .map(Proceedings.class::cast)
                .toList();
    }

    Map<Object, Object> rows(Table<?, ?> table) {
        return rows.getOrDefault(table, Map.of());
    }

    /** Everything derived, as text: two nodes that heard the same acts have the same. */
    String state() {
        var lines = new TreeMap<String, String>();
        rows.forEach((table, found) -> found.forEach((key, row) -> lines.put(
                table + " " + key,
                row instanceof Proceedings one
                        ? GroupsRows.write(one) + Decided.all(one) + Owed.all(one)
                        : row.toString())));
        return lines + "\n" + rejected;
    }

    int waits() {
        return waiting.size();
    }
}
