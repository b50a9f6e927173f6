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
    /** Requests with one party looked at for a list, the oldest first; their acts are not read for it. */
    private static final int LOOKED_AT = 5_000;

    private static final int PAGE = 250;

    /** Requests with one party in a list: the oldest, which are the late ones. So none pushes another's out of it. */
    static final int EACH = 25;

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
        var shares = new HashMap<PartyCode, Share>();
        var from = new Mailbox.Place(Long.MIN_VALUE, "");
        while (true) {
            var page = rows.asked(self, way, from, full(shares), PAGE);
            var over = settled.apply(page.stream().map(Questions::copy).collect(Collectors.toSet()));
            for (var row : page) {
                from = new Mailbox.Place(row.row().said(), row.key().toString());
                var share = shares.computeIfAbsent(other(row.row()), _ -> new Share());
                share.looked++;
                if (over.contains(copy(row)) || share.found == EACH) continue;
                var listed = listing.listed(officer, Item.outline(row.key(), row.row()), now);
                if (listed.isPresent()) share.found++;
                listed.ifPresent(found::add);
            }
            if (page.size() < PAGE) return found;
        }
    }

    /** How much of a list the requests with one party have taken. */
    private static final class Share {
        private int looked;
        private int found;
    }

    private static List<PartyCode> full(Map<PartyCode, Share> shares) {
        return shares.entrySet().stream()
                .filter(each -> each.getValue().looked >= LOOKED_AT || each.getValue().found == EACH)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who asked, or was asked. */
    private PartyCode other(ExchangeRows.Carried row) {
        return row.provider().equals(self) ? new PartyCode(row.holder()) : row.provider();
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
