package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.Verdict;
import acorde.compact.Compact;
import acorde.compact.Founding;
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
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One party's node without log and database: what it has heard of the compact and of its monitoring, and what it makes
 * of it.
 */
final class Ear implements Past {
    final PartyCode party;
    final List<Act> log = new ArrayList<>();
    final Map<ActId, String> rejected = new TreeMap<>();
    private final Founding founding;
    private final Map<String, Duty> duties = new HashMap<>();
    private final Map<Table<?, ?>, Map<Object, Object>> rows = new LinkedHashMap<>();
    private final Map<ActId, Act> acts = new HashMap<>();
    private final Map<ActId, List<Act>> waiting = new HashMap<>();
    private final Set<ActId> known = new HashSet<>();

    Ear(Founding founding, PartyCode party) {
        this.founding = founding;
        this.party = party;
        for (var duty : List.of(Compact.duty(founding), Monitoring.duty(founding)))
            duty.kinds().forEach(kind -> duties.put(kind, duty));
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

    void hear(Act act) {
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
        var duty = duties.get(act.kind());
        if (duty == null) throw new AssertionError(act.kind());
        duty.reads(act, this);
        var applied = duty.apply(this, act);
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

    /** Decides, and hears what it decided to say. @return the act said, or the objection */
    Object say(Command<Objection> command, Instant now) {
        return switch (command.decide(this, now)) {
            case Decision.Decline<Objection>(var objection) -> objection;
            case Decision.Say<Objection>(var drafts) -> utter(drafts.getFirst(), now);
        };
    }

    /** Says whatever it is. */
    Act utter(Draft draft, Instant now) {
        var id = new ActId(party, log.size());
        var bytes = (id.party() + draft.kind() + draft.office() + draft.after() + draft.body() + now);
        var act =
                new Act(id, draft.kind(), draft.office(), now, draft.to(), draft.after(), draft.body(), sha256(bytes));
        log.add(act);
        hear(act);
        return act;
    }

    /** What is addressed to all others. */
    Draft draft(String kind, String office, List<ActId> after, JsonNode body) { // an act's members
        var others = new TreeSet<>(founding.codes());
        others.remove(party);
        return new Draft(kind, office, others, after, body);
    }

    Draft draft(String kind, String office, List<ActId> after, String body) { // an act's members
        return draft(kind, office, after, JsonMapper.shared().readTree(body));
    }

    static Hash sha256(String text) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Facts facts(String initiative) {
        return row(MonitoringRows.FACTS, initiative).orElse(Facts.NONE);
    }

    int waits() {
        return waiting.size();
    }

    /** Everything derived, as text: two nodes that heard the same acts have the same. */
    String state() {
        var lines = new TreeMap<String, String>();
        rows.forEach((table, found) -> found.forEach((key, row) -> lines.put(
                table + " " + key,
                row instanceof Facts facts
                        ? MonitoringRows.write(facts)
                        : row instanceof Point point ? MonitoringRows.write(point) : row.toString())));
        return lines + "\n" + rejected;
    }
}
