package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Past;
import acorde.acts.Routine;
import acorde.acts.RowKey;
import acorde.acts.Said;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders given up what this party gave and what has ended (CE-4), at the turn of every hour. The clock of this node alone decides: whoever holds a
 * copy destroys it by the order, as by any other, so what is destroyed follows from acts. There is no way back: it begins when an hour has turned, not
 * with the node, whose clock may still have to be set, and waits while that is ahead of all partners.
 */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /** Reports looked up together. Each is ordered given up by itself: of several at once the log would tell who has how many. */
    static final int AT_ONCE = 256;

    /** As far behind this node's clock the latest receipt of all partners may be: whoever can be reached gives one within the hour. */
    static final Duration AHEAD = Duration.ofDays(1);

    private Ending() {}

    static Routine start(Acts acts, ExchangeRows rows, Clock clock) {
        return Routine.start("ending", Routine.atTurnsOf(Duration.ofHours(1), clock), () -> {
            while (end(acts, rows, clock.instant()) == AT_ONCE
                    && !Thread.currentThread().isInterrupted()) {}
        });
    }

    /** @return how many reports were ordered given up */
    static int end(Acts acts, ExchangeRows rows, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var ended = rows.ended(acts.self(), today, AT_ONCE);
        if (ended.isEmpty()) return 0;
        var others = Cover.others(acts);
        if (isAhead(acts, others, now)) {
            LOG.warn("What has ended waits: no partner confirmed anything for a day, or this clock is ahead");
            return 0;
        }
        var ordered = 0;
        for (var ref : ended) {
            var copies = rows.copies(acts.self(), ref).stream()
                    .map(copy -> new Item.Copy(new PartyCode(copy.row().holder()), copy.key()))
                    .toList();
            if (acts.sayOfItselfDurably(new End(copies, today, others)) instanceof Said.Written<Rule>) ordered++;
        }
        return ordered;
    }

    /** While nobody confirms anything nobody would get an order either. */
    private static boolean isAhead(Acts acts, SortedSet<PartyCode> others, Instant now) {
        return others.stream()
                .flatMap(party -> acts.logs().receipts(party, 1).stream())
                .map(Receipt::at)
                .max(Comparator.naturalOrder())
                .map(latest -> now.isAfter(latest.plus(AHEAD)))
                .orElse(true);
    }

    /**
     * Orders given up those copies of one report that ended before a day and were not ordered given up, as they stand when it is said: a renewal may
     * have come in between.
     */
    record End(List<Item.Copy> copies, LocalDate day, SortedSet<PartyCode> others) implements Command<Rule> {
        End {
            copies = List.copyOf(copies);
        }

        @Override
        public List<RowKey<?, ?>> reads() {
            return copies.stream()
                    .<RowKey<?, ?>>flatMap(copy -> Recall.rowsOf(copy.act()))
                    .toList();
        }

        @Override
        public List<ActId> readsActs() {
            return copies.stream().map(Item.Copy::act).toList();
        }

        @Override
        public Decision<Rule> decide(Past past, Instant now) {
            var ended = copies.stream()
                    .filter(copy -> hasEnded(past, copy.act())
                            && past.row(ExchangeRows.RECALL, copy.act()).isEmpty())
                    .toList();
            var why = new Recalled.Why(Recalled.Ground.EXPIRED, day);
            return new Recall.Orders(OfficeCode.NODE, ended, why, others).decide(now);
        }

        private boolean hasEnded(Past past, ActId copy) {
            return past.row(ExchangeRows.ITEM, copy)
                    .map(row -> Item.outline(copy, row).report().terms().span())
                    .filter(span -> isOver(span.validTo()) || isOver(span.reviewOn()))
                    .isPresent();
        }

        private boolean isOver(@Nullable LocalDate last) {
            return last != null && last.isBefore(day);
        }
    }
}
