package acorde.exchange;

import acorde.acts.ActId;
import acorde.offices.Officer;
import acorde.postgres.Keyed;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * That something came lately for an office, for those who tell it by mail: by its act, and nothing of what it is. What the office may not find, and
 * what mail may not tell of, is not there, and takes nobody's place. No act is read for it. Safe for any thread.
 */
public final class Tidings {
    /** Back from now: what came and was not told by then is found in the mailbox. By the times of its authors. */
    static final Duration LATELY = Duration.ofDays(7);

    /** Told of at once, the newest; a letter has fewer lines, and says how many more there are. */
    static final int MOST = 100;

    private static final int PAGE = 250;

    private final PartyCode self;
    private final ExchangeRows rows;
    private final RequestItems.Listings listings;
    private final Function<Officer, List<Recalled>> orders;

    Tidings( // the parts it asks
            PartyCode self,
            ExchangeRows rows,
            RequestItems.Listings listings,
            Function<Officer, List<Recalled>> orders) {
        this.self = self;
        this.rows = rows;
        this.listings = listings;
        this.orders = orders;
    }

    /** The copies that came, save requests: those await something, see {@link #mailed}. */
    public List<ActId> items(Officer officer, Instant now) {
        var listing = listings.of(officer, now);
        var since = now.minus(LATELY).toEpochMilli();
        var found = new ArrayList<ActId>();
        var looked = new HashMap<PartyCode, Integer>();
        var next = Mailbox.Place.newest(now);
        while (true) {
            var page = rows.behind(self.value(), next, Exchange.over(looked), PAGE);
            for (var row : page) {
                if (row.row().said() < since || found.size() == MOST) return found;
                next = new Mailbox.Place(row.row().said(), row.key().toString());
                looked.merge(row.row().provider(), 1, Integer::sum);
                if (row.row().turn() != ExchangeRows.Carried.Turned.ASKS
                        && listing.mayBeMailed(Item.outline(row.key(), row.row()))) found.add(row.key());
            }
            if (page.size() < PAGE) return found;
        }
    }

    /** Those of these items of this party's mailbox that mail may tell this office of. */
    public Set<ActId> mailed(Officer officer, Collection<ActId> items, Instant now) {
        var listing = listings.of(officer, now);
        return rows.listed(self, items.stream().map(ActId::toString).collect(Collectors.toSet())).stream()
                .filter(row -> listing.mayBeMailed(Item.outline(row.key(), row.row())))
                .map(Keyed::key)
                .collect(Collectors.toSet());
    }

    /**
     * The orders to give something up that came to this party, for those who are told of them at all: what they were about is gone. Only of copies
     * that were here, and were not hidden by the core while they were: of one that never came nobody knows whether it would have been (AS-1).
     */
    public List<ActId> orders(Officer officer, Instant now) {
        var lately = orders.apply(officer).stream()
                .filter(order -> !order.at().isAfter(now) && order.at().isAfter(now.minus(LATELY)))
                .toList();
        var shown = rows.held(false, lately.stream().map(Recalled::item).toList());
        return lately.stream()
                .filter(order -> shown.contains(order.item()))
                .map(Recalled::order)
                .toList();
    }
}
