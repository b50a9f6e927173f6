package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Past;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this party's node say of each order that it carried out that it did, on one virtual thread, until closed. Content, salt and row are gone
 * with the transaction that took the order in, so what is stored and unanswered is done. What somebody here has begun to write about it goes before
 * that is said.
 */
final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** Of each provider, so that none waits for another's. */
    private static final int AT_ONCE = 256;

    /** Answers to one provider within a day: each is an act of this party's log, which nobody else fills without end. */
    static final int DAILY = 20_000;

    private final Acts acts;
    private final ExchangeRows rows;
    private final Clock clock;
    private final Consumer<UnaryOperator<Set<ActId>>> forget;
    private final Thread thread;

    Answering(Acts acts, ExchangeRows rows, Clock clock, Consumer<UnaryOperator<Set<ActId>>> forget) {
        this.acts = acts;
        this.rows = rows;
        this.clock = clock;
        this.forget = forget;
        this.thread = Thread.ofVirtual().name("answering-recalls").unstarted(this::run);
    }

    static Answering start(Acts acts, ExchangeRows rows, Clock clock, Consumer<UnaryOperator<Set<ActId>>> forget) {
        var answering = new Answering(acts, rows, clock, forget);
        answering.thread.start();
        return answering;
    }

    private void run() {
        try {
            while (true) {
                var seen = acts.commits();
                answer();
                acts.awaitCommit(seen, AGAIN);
            }
        } catch (InterruptedException e) {
            LOG.debug("Recalls are answered no longer");
        }
    }

    /** What fails is logged and done again after the next commit, or in a minute. */
    void answer() {
        try {
            var orders = unanswered();
            // Of whatever was ordered given up by now, though it may have its answer on another day.
            if (!orders.isEmpty()) forget.accept(items -> rows.ordered(acts.self(), items));
            for (var item : today(orders)) {
                var held = acts.logs()
                        .entry(item.party(), item.index())
                        .filter(entry -> entry.state() == StoredEntry.State.DESTROYED)
                        .isPresent();
                acts.sayOfItselfDurably(new Answer(item, held));
            }
        } catch (RuntimeException e) {
            LOG.warn("An order to give something up was carried out and is not answered yet", e);
        }
    }

    private List<Recalled> unanswered() {
        var providers =
                acts.logs().charter().places().stream().map(Place::party).toList();
        return rows.unanswered(acts.self(), providers, AT_ONCE);
    }

    /** What was ordered given up and is answered now. Of a provider that ordered more than is answered in a day the rest has its turn tomorrow. */
    private List<ActId> today(List<Recalled> orders) {
        var left = new HashMap<PartyCode, Integer>();
        var today = new ArrayList<ActId>();
        for (var order : orders) {
            var provider = order.item().party();
            if (left.computeIfAbsent(provider, this::left) <= 0) continue;
            left.merge(provider, -1, Integer::sum);
            today.add(order.item());
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
     * @param held whether the content of the copy was here, and was destroyed
     */
    record Answer(ActId item, boolean held) implements Command<Rule> {
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

    @Override
    public void close() {
        thread.interrupt();
    }
}
