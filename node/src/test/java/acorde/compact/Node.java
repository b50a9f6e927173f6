package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.Verdict;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One party's node without log and database: what it has heard, and what it makes of it. Acts wait for those they name in {@code after}. */
final class Node implements Past {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final PartyCode party;
    final Founding founding;
    final Speaker speaker;
    final List<Act> log = new ArrayList<>();
    private final CompactDuty duty;
    private final Map<Table<?, ?>, Map<Object, Object>> rows = new LinkedHashMap<>();
    private final Map<ActId, Act> acts = new HashMap<>();
    private final Map<ActId, List<Act>> waiting = new HashMap<>();
    private final Set<ActId> known = new HashSet<>();
    private final Set<ActId> closed = new HashSet<>();
    final Map<ActId, String> rejected = new TreeMap<>();

    /** Row changes of the act heard last. */
    int changes;

    Node(Founding founding, PartyCode party) {
        this.party = party;
        this.founding = founding;
        this.duty = new CompactDuty(founding);
        this.speaker = new Speaker(founding, party, Compact.COORDINATION);
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

    /** Hears an act, of this party or another; does nothing with it until what it depends on has been heard. */
    void hear(Act act) {
        if (acts.containsKey(act.id()) || !known.add(act.id())) return;
        var ready = new ArrayDeque<Act>();
        ready.add(act);
        while (!ready.isEmpty()) {
            var next = ready.remove();
            var missing = next.after().stream()
                    .filter(id -> !acts.containsKey(id) && !closed.contains(id))
                    .findFirst();
            if (missing.isPresent()) {
                waiting.computeIfAbsent(missing.get(), id -> new ArrayList<>()).add(next);
                continue;
            }
            apply(next);
            var released = waiting.remove(next.id());
            if (released != null) ready.addAll(released);
        }
    }

    /** There is such an act, and it is not for this party. */
    void passOver(ActId id) {
        closed.add(id);
    }

    private void apply(Act act) {
        acts.put(act.id(), act);
        duty.reads(act, this);
        var applied = duty.apply(this, act);
        changes = applied.changes().size();
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
    Object say(Command<Objection> command) {
        return switch (command.decide(this, NOON)) {
            case Decision.Decline<Objection>(var objection) -> objection;
            case Decision.Say<Objection>(var drafts) ->
                drafts.stream().map(this::utter).toList();
        };
    }

    /** Says what no decision would allow. */
    Act utter(Draft draft) {
        var act = written(new ActId(party, log.size()), draft);
        log.add(act);
        hear(act);
        return act;
    }

    static Act written(ActId id, Draft draft) {
        var bytes = (id.party()
                        + draft.kind()
                        + draft.office()
                        + draft.to()
                        + draft.after()
                        + draft.body()
                        + (draft.kind().equals(Saying.CHARTERED) ? id : ""))
                .getBytes(StandardCharsets.UTF_8);
        return new Act(id, draft.kind(), draft.office(), NOON, draft.to(), draft.after(), draft.body(), sha256(bytes));
    }

    static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything derived, as text: two nodes that heard the same acts have the same. */
    String state() {
        var lines = new TreeMap<String, String>();
        rows.forEach((table, found) -> found.forEach((key, row) -> lines.put(
                table + " " + key, row instanceof Round round ? CompactRows.write(round) + round : row.toString())));
        return lines + "\n" + rejected;
    }

    /** All rows of a table. */
    @SuppressWarnings("unchecked") // a table's rows are put under it
    <K, R> Map<K, R> rows(Table<K, R> table) {
        return (Map<K, R>) rows.getOrDefault(table, Map.of());
    }

    Item item(ItemKey key) {
        return row(CompactRows.ITEM, key).orElseThrow();
    }

    /** The round a proposal was taken into. */
    Optional<Round> round(Act proposal) {
        return Round.of(this, proposal.id(), Saying.proposal(proposal).orElseThrow());
    }

    /** The rounds in which two rivals are complete. */
    List<Round> contested() {
        return rows.getOrDefault(CompactRows.ROUND, Map.of()).values().stream()
                .map(Round.class::cast)
                .filter(round -> Consent.outcome(round) instanceof Consent.Outcome.Contested)
                .toList();
    }

    /** How many texts are in force. */
    long inForce() {
        return rows.getOrDefault(CompactRows.ITEM, Map.of()).values().stream()
                .filter(item -> ((Item) item).standing() == Item.Standing.CONSENTED)
                .count();
    }

    int waits() {
        return waiting.size();
    }
}
