package acorde.compact;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Said;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.postgres.Keyed;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** TEMPORARY stand-in. */
public final class Compact {
    static final OfficeCode COORDINATION = new OfficeCode(Role.COORDINATOR.word());
    private final Acts acts;
    private final Founding founding;
    private final JdbcClient jdbc;

    public Compact(Acts acts, Founding founding, DataSource readers) {
        this.acts = acts;
        this.founding = founding;
        this.jdbc = JdbcClient.create(readers);
    }

    public static Duty duty(Founding founding) {
        return new CompactDuty(founding);
    }

    private <R> R wait(java.util.concurrent.CompletableFuture<R> f) {
        try {
            return f.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Speaker speaker(OfficeCode office) {
        return new Speaker(founding, acts.self(), office);
    }

    public void join() {
        wait(acts.say(new AssentToCharter(speaker(COORDINATION))));
    }

    public void announce(CompactFolder.Read.Folder folder) {
        var said = wait(acts.say(new Announce(speaker(COORDINATION), folder.id(), folder.items())));
        if (said instanceof Said.Declined<Objection>(var why)) throw new IllegalStateException(why.toString());
    }

    public Said<Objection> propose(Officer officer, ItemKey item, @Nullable Hash base, JsonNode text, Remark why) {
        return wait(acts.say(new Propose(speaker(officer.office()), new Saying.Proposed(item, base, text, why))));
    }

    private Said<Objection> say(Officer officer, Saying.ToProposal word) {
        var proposed = acts.act(word.proposal()).flatMap(Saying::proposal);
        if (proposed.isEmpty()) return new Said.Declined<>(Objection.of(Rule.UNKNOWN_PROPOSAL));
        return wait(acts.say(new Reply(speaker(officer.office()), word, proposed.get())));
    }

    public Said<Objection> assent(Officer officer, ActId proposal, Hash text, @Nullable Remark reservation) {
        return say(officer, new Saying.Assented(proposal, text, reservation));
    }

    public Said<Objection> refuse(Officer officer, ActId proposal, Remark reason) {
        return say(officer, new Saying.Refused(proposal, reason));
    }

    public Said<Objection> askToWithdraw(Officer officer, ActId proposal, Remark reason) {
        return say(officer, new Saying.WithdrawalAsked(proposal, reason));
    }

    public SortedMap<ItemKey, Item> items() {
        var items = new TreeMap<ItemKey, Item>();
        for (Keyed<ItemKey, Item> keyed : jdbc.sql("select * from compact.item")
                .query((row, number) -> CompactRows.ITEM.keyed(row))
                .list()) items.put(keyed.key(), keyed.row());
        return items;
    }

    public record Stood(
            Round.Key key,
            int number,
            Proposal proposal,
            int state,
            List<ActId> rivals,
            @Nullable ActId successor,
            List<ActId> doubles) {}

    public List<Stood> proposals() {
        var all = new ArrayList<Stood>();
        for (var keyed : jdbc.sql("select * from compact.round")
                .query((row, number) -> CompactRows.ROUND.keyed(row))
                .list()) {
            var round = keyed.row();
            var outcome = Consent.outcome(round);
            for (var proposal : round.proposals()) {
                var successor = outcome instanceof Consent.Outcome.Successor(var next) ? next.act() : null;
                var doubles = new ArrayList<ActId>();
                if (outcome instanceof Consent.Outcome.Contested contested)
                    for (var broken : Consent.brokenWords(contested)) {
                        doubles.add(broken.first());
                        doubles.add(broken.second());
                    }
                var state = !doubles.isEmpty() && Consent.isComplete(proposal)
                        ? 4
                        : proposal.act().equals(successor)
                                ? 1
                                : Consent.standing(proposal) instanceof Consent.Standing.Dead
                                        ? 2
                                        : successor != null ? 3 : 0;
                all.add(new Stood(
                        keyed.key(),
                        round.base().number(),
                        proposal,
                        state,
                        round.rivalsOf(proposal).map(Proposal::act).toList(),
                        successor,
                        doubles));
            }
        }
        return all;
    }
}
