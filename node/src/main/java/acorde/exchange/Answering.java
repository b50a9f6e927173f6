package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.Routine;
import acorde.acts.RowKey;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trust.Place;
import acorde.trust.StoredEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * After each commit gives what came its place in the order for programs, and has this party's node say of each order that it carried out that it did.
 * Content, salt and row are gone with the transaction that took the order in, so what is stored and unanswered is done. Nobody else does either, so
 * that whose systems took something away has the place that tells so, and what somebody here has begun to write about it is gone, before that is said.
 */
final class Answering {
    /** What is dated ahead, or waits, is looked for without a commit as well. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration PACE = Duration.ofMillis(100);

    /** Of each provider, so that none waits for another's. */
    private static final int AT_ONCE = 256;

    /** Answers to one provider within a day: each is an act of this party's log, which nobody else fills without end. */
    static final int DAILY = 20_000;

    private final Acts acts;
    private final ExchangeRows rows;
    private final Clock clock;
    private final Before before;
    private volatile long seen = -1; // before any commit, so that the first round waits for none
    private volatile boolean more;
    private volatile boolean forgot; // once since the start: a node may have been killed in between

    /**
     * What is done before anybody is told that something is gone.
     *
     * @param takeIn takes its place from what was given up, and then gives one to a part of what has come to be there: so that no order waits for more than
     *     a part, however much a partner sends; says whether there is more
     * @param forget is given what tells of acts which were ordered given up, perhaps more than once
     */
    record Before(BiPredicate<Instant, Set<ActId>> takeIn, Consumer<UnaryOperator<Set<ActId>>> forget) {}

    Answering(Acts acts, ExchangeRows rows, Clock clock, Before before) {
        this.acts = acts;
        this.rows = rows;
        this.clock = clock;
        this.before = before;
    }

    static Routine start(Acts acts, ExchangeRows rows, Clock clock, Before before) {
        var answering = new Answering(acts, rows, clock, before);
        return Routine.start("answering-recalls", answering::pace, answering::answer);
    }

    private void pace() throws InterruptedException {
        if (!more) {
            acts.awaitCommit(seen, AGAIN);
            Thread.sleep(PACE); // many commits are looked at together
        }
        more = false; // nor is there while something fails
        seen = acts.commits();
    }

    /** The orders are looked up first: what they gave up has then lost its place, and whoever took it away has been given theirs. */
    void answer() {
        var orders = unanswered();
        var gone = orders.stream().map(Recalled::item).collect(Collectors.toSet());
        more = before.takeIn().test(clock.instant(), gone);
        // Of whatever was ordered given up by now, though it may have its answer on another day.
        if (!forgot || !orders.isEmpty()) before.forget().accept(items -> rows.ordered(acts.self(), items));
        forgot = true;
        acts.sayOfItselfDurably(today(orders).stream()
                .map(order -> new Answer(order.item(), order.order(), isDestroyed(order.item())))
                .toList());
    }

    private boolean isDestroyed(ActId item) {
        return acts.logs()
                .entry(item.party(), item.index())
                .filter(entry -> entry.state() == StoredEntry.State.DESTROYED)
                .isPresent();
    }

    private List<Recalled> unanswered() {
        var providers =
                acts.logs().charter().places().stream().map(Place::party).toList();
        return rows.unanswered(acts.self(), providers, AT_ONCE);
    }

    /** What was ordered given up and is answered now. Of a provider that ordered more than is answered in a day the rest has its turn tomorrow. */
    private List<Recalled> today(List<Recalled> orders) {
        var left = new HashMap<PartyCode, Integer>();
        var today = new ArrayList<Recalled>();
        for (var order : orders) {
            var provider = order.item().party();
            if (left.computeIfAbsent(provider, this::left) <= 0) continue;
            left.merge(provider, -1, Integer::sum);
            today.add(order);
        }
        return today;
    }

    /** Answers that may be given to a provider today. */
    private int left(PartyCode provider) {
        return DAILY - rows.answered(acts.self(), provider, clock.instant().minus(Duration.ofDays(1)));
    }

    /**
     * Says that an order was carried out; nothing if it was said already.
     *
     * @param seen the order as it was looked up; of several the first counts
     * @param held whether the content of the copy was here, and was destroyed
     */
    record Answer(ActId item, ActId seen, boolean held) implements Command<Rule> {
        @Override
        public List<RowKey<?, ?>> reads() {
            return List.of(new RowKey<>(ExchangeRows.RECALL, item));
        }

        @Override
        public List<ActId> readsActs() {
            return List.of(seen);
        }

        @Override
        public Decision<Rule> decide(Past past, Instant now) {
            var row = past.row(ExchangeRows.RECALL, item);
            if (row.isEmpty() || row.get().answer() != null) return new Decision.Say<>(List.of());
            var order = row.get().order();
            return new Decision.Say<>(List.of(new Draft(
                    ExchangeDuty.DESTROYED,
                    OfficeCode.NODE.value(),
                    Cover.only(order.party()),
                    List.of(order),
                    RecallText.destroyed(order, held))));
        }
    }
}
