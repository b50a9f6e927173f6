package acorde.exchange;

import acorde.acts.ActId;
import acorde.offices.Officer;
import acorde.postgres.Keyed;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The requests among what is exchanged, each as the copy of the party that was asked, and their answers: those an office may find, asked of the
 * rules like any other item. Safe for any thread.
 */
public final class Questions {
    /** Requests looked at for one list, the oldest first; their acts are not read for it. */
    private static final int LOOKED_AT = 5_000;

    private static final int PAGE = 250;

    /** Requests of one list: the oldest, which are the late ones. */
    public static final int MOST = 100;

    /** Answers to one request, the first ones: interim ones are few. */
    private static final int ANSWERS = 20;

    private final PartyCode self;
    private final ExchangeRows rows;
    private final Listing listing;

    /** What comes up in a list of an officer's; empty if it does not. */
    interface Listing {
        Optional<Item> listed(Officer officer, Item outline, Instant now);
    }

    Questions(PartyCode self, ExchangeRows rows, Listing listing) {
        this.self = self;
        this.rows = rows;
        this.listing = listing;
    }

    /**
     * Requests that were neither answered nor taken back, the oldest first: what this party was asked, or what it asks.
     *
     * @param settled those of some that came to an end otherwise
     */
    public List<Item> open( // whose list of what, and when
            Officer officer, Mailbox.Way way, UnaryOperator<Set<Item.Copy>> settled, Instant now) {
        var found = new ArrayList<Item>();
        var from = new Mailbox.Place(Long.MIN_VALUE, "");
        for (var looked = 0; looked < LOOKED_AT && found.size() < MOST; looked += PAGE) {
            var page = rows.asked(self, way, from, PAGE);
            var over = settled.apply(page.stream().map(Questions::copy).collect(Collectors.toSet()));
            for (var row : page) {
                from = new Mailbox.Place(row.row().said(), row.key().toString());
                if (over.contains(copy(row)) || found.size() == MOST) continue;
                listing.listed(officer, Item.outline(row.key(), row.row()), now).ifPresent(found::add);
            }
            if (page.size() < PAGE) break;
        }
        return found;
    }

    private static Item.Copy copy(Keyed<ActId, ExchangeRows.Carried> row) {
        return new Item.Copy(new PartyCode(row.row().holder()), row.key());
    }

    /** A request as an office may find it; empty if there is none for it. @param act the copy of the party that was asked */
    public Optional<Item> find(Officer officer, ActId act, Instant now) {
        return rows.item(act)
                .filter(row -> row.turn() == ExchangeRows.Carried.Turned.ASKS
                        && !row.holder().isEmpty())
                .flatMap(row -> listing.listed(officer, Item.outline(act, row), now));
    }

    /** What the party that was asked answered and did not take back, as far as this office may find it, the first answer first. */
    public List<Item> answers(Officer officer, Item request, Instant now) {
        return rows.answers(new Item.Copy(request.to().first(), request.act()), ANSWERS).stream()
                .flatMap(row -> listing.listed(officer, Item.outline(row.key(), row.row()), now).stream())
                .toList();
    }

    /** When the nodes of those who were asked said that they have these requests, by the rules; those that did. */
    public Map<ActId, Instant> received(Collection<Item> requests) {
        var copies = requests.stream()
                .map(item -> new Item.Copy(item.to().first(), item.act()))
                .toList();
        var received = new HashMap<ActId, Instant>();
        for (var said : rows.received(copies))
            if (said.stage() == Received.Stage.ACCEPTED) received.put(said.item(), said.at());
        return received;
    }

    /** When these requests were ordered given up; those that were. Who was asked does not have them any more. */
    public Map<ActId, Instant> takenBack(Collection<Item> requests) {
        return rows.orders(requests.stream().map(Item::act).toList()).stream()
                .collect(Collectors.toMap(Recalled::item, Recalled::at));
    }
}
