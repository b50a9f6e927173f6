package acorde.exchange;

import acorde.acts.ActId;
import acorde.exchange.ExchangeRows.Asked;
import acorde.offices.Officer;
import acorde.postgres.Keyed;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The requests among what is exchanged, each as the copy of the party that was asked, and their answers: those an office may find, asked of the
 * rules like any other item. Safe for any thread.
 */
public final class RequestItems {
    /** Requests with one party looked at for a list, the oldest first; their acts are not read for it. */
    private static final int LOOKED_AT = 5_000;

    /** Answered requests with one party looked at for a list, the newest first: whether the answer is one for its reader. */
    private static final int ANSWERED = 1_000;

    /** Requests with one party that are counted, of those that the reader may find: what is hidden takes nobody's place. */
    public static final int LATEST = 1_000;

    /** Requests with one party looked at to count them: so many that hidden ones fill it for nobody, and a few seconds for those who would have them do. */
    private static final int COUNTED_AMONG = 50_000;

    private static final int PAGE = 250;

    /** Requests that are counted at once: each may have as many answers as are looked at. */
    private static final int SOME = 50;

    /** Requests with one party in a list: the oldest, which are the late ones. So none pushes another's out of it. */
    public static final int EACH = 25;

    /** Answers to one request, the first ones: interim ones are few. */
    private static final int ANSWERS = 20;

    private static final Mailbox.Place OLDEST = new Mailbox.Place(Long.MIN_VALUE, "");
    private static final Mailbox.Place NEWEST = new Mailbox.Place(Long.MAX_VALUE, "");

    private final PartyCode self;
    private final ExchangeRows rows;
    private final Listings listings;

    /** What comes up in a list. */
    interface Listing {
        /** By what rules look at of it: its act is not read. */
        boolean finds(Item outline);

        /** Empty if it does not. */
        Optional<Item> listed(Item outline);

        /** Those of several that do: as many as {@link acorde.acts.Acts#acts} reads for a page, the shortest first. */
        Map<ActId, Item> listed(Collection<Item> outlines);

        /** Whether mail may tell that it is there. */
        boolean mayBeMailed(Item outline);
    }

    /** Of whom, and when: what is in force is looked up once. */
    interface Listings {
        Listing of(Officer officer, Instant now);
    }

    RequestItems(PartyCode self, ExchangeRows rows, Listings listings) {
        this.self = self;
        this.rows = rows;
        this.listings = listings;
    }

    /**
     * Requests that were neither answered nor taken back, the oldest first: what this party was asked, or what it asks, without their
     * texts. An answer that this office may not find is none for it: it cannot tell that there is one.
     *
     * @param settled those of some that came to an end otherwise
     */
    public List<Item> open( // whose list of what, and when
            Officer officer, Mailbox.Way way, UnaryOperator<Set<Item.Copy>> settled, Instant now) {
        var listing = listings.of(officer, now);
        var unanswered = new Asked(self, way, Asked.Part.UNANSWERED);
        var answered = new Asked(self, way, Asked.Part.ANSWERED);
        var found = new ArrayList<Item>();
        walk(unanswered, new Bounds(OLDEST, LOOKED_AT, EACH), settled, listing, found::addAll);
        UnaryOperator<Set<Item.Copy>> over = copies -> {
            var all = new HashSet<>(settled.apply(copies));
            all.addAll(answeredFor(listing, copies));
            return all;
        };
        var oldest = new HashMap<
                PartyCode, ArrayDeque<Item>>(); // the newest come first, so the last ones of each party are kept
        walk(
                answered,
                new Bounds(NEWEST, ANSWERED, ANSWERED),
                over,
                listing,
                page -> page.forEach(item -> {
                    var kept = oldest.computeIfAbsent(other(item), _ -> new ArrayDeque<>());
                    kept.add(item);
                    if (kept.size() > EACH) kept.remove();
                }));
        oldest.values().forEach(found::addAll);
        found.sort(
                Comparator.comparing(Item::at).thenComparing(item -> item.act().toString()));
        var taken = new HashMap<PartyCode, Integer>();
        return found.stream()
                .filter(item -> taken.merge(other(item), 1, Integer::sum) <= EACH)
                .toList();
    }

    /**
     * These with their texts, as far as an office may see them: as many as {@link acorde.acts.Acts#acts} reads for a page, the shortest
     * first.
     */
    public Map<ActId, Item> read(Officer officer, Collection<Item> outlines, Instant now) {
        return listings.of(officer, now).listed(outlines);
    }

    /**
     * The latest requests with each party, settled or not, as an office may find them: by what rules look at, without a text.
     *
     * @param some is given them a few at a time, so that with their answers they need never be held all at once
     */
    public void latest(
            Officer officer, Mailbox.Way way, Instant now, Consumer<List<Item>> some) { // whose of what, and when
        var all = new Asked(self, way, Asked.Part.ALL);
        var bounds = new Bounds(NEWEST, COUNTED_AMONG, LATEST);
        walk(all, bounds, _ -> Set.of(), listings.of(officer, now), found -> {
            for (var from = 0; from < found.size(); from += SOME)
                some.accept(List.copyOf(found.subList(from, Math.min(from + SOME, found.size()))));
        });
    }

    /** Where a list begins, and of each party how many are looked at for it and how many are found. */
    private record Bounds(Mailbox.Place from, int looked, int found) {}

    /** @param pages is given what is found on each page */
    private void walk( // through which requests, how far, and what is looked for
            Asked which,
            Bounds bounds,
            UnaryOperator<Set<Item.Copy>> settled,
            Listing listing,
            Consumer<List<Item>> pages) {
        var shares = new HashMap<PartyCode, Share>();
        var from = bounds.from();
        while (true) {
            var page = rows.asked(which, from, full(shares, bounds), PAGE);
            var found = new ArrayList<Item>();
            var over = settled.apply(page.stream().map(RequestItems::copyOf).collect(Collectors.toSet()));
            for (var row : page) {
                from = new Mailbox.Place(row.row().said(), row.key().toString());
                var share = shares.computeIfAbsent(other(row.row()), _ -> new Share());
                share.looked++;
                if (over.contains(copyOf(row)) || share.found == bounds.found()) continue; // its outline is not read
                var outline = Item.outline(row.key(), row.row());
                if (!listing.finds(outline)) continue;
                share.found++;
                found.add(outline);
            }
            pages.accept(found);
            if (page.size() < PAGE) return;
        }
    }

    /** Those of these requests with an answer that ends them and can be found. */
    private Set<Item.Copy> answeredFor(Listing listing, Set<Item.Copy> requests) {
        return rows.answers(requests, ANSWERS).stream()
                .filter(row -> row.row().turn() == ExchangeRows.Carried.Turned.ANSWERS
                        && listing.finds(Item.outline(row.key(), row.row())))
                .map(row -> new Item.Copy(
                        row.row().provider(), ActId.parse(row.row().request())))
                .collect(Collectors.toSet());
    }

    /** How much of a list the requests with one party have taken. */
    private static final class Share {
        private int looked;
        private int found;
    }

    private static List<PartyCode> full(Map<PartyCode, Share> shares, Bounds bounds) {
        return shares.entrySet().stream()
                .filter(each -> each.getValue().looked >= bounds.looked() || each.getValue().found == bounds.found())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Who asked, or was asked. */
    private PartyCode other(Item request) {
        return request.by().equals(self) ? request.to().first() : request.by();
    }

    private PartyCode other(ExchangeRows.Carried request) {
        return request.provider().equals(self) ? new PartyCode(request.holder()) : request.provider();
    }

    private static Item.Copy copyOf(Keyed<ActId, ExchangeRows.Carried> row) {
        return new Item.Copy(new PartyCode(row.row().holder()), row.key());
    }

    /** A request as an office may find it; empty if there is none for it. @param act the copy of the party that was asked */
    public Optional<Item> find(Officer officer, ActId act, Instant now) {
        return rows.item(act)
                .filter(row -> row.turn() == ExchangeRows.Carried.Turned.ASKS
                        && !row.holder().isEmpty())
                .flatMap(row -> listings.of(officer, now).listed(Item.outline(act, row)));
    }

    /** What the parties that were asked answered and did not take back, by the request, as far as this office may find it, without its texts; of each the first answer first. */
    public Map<ActId, List<Item>> answers(Officer officer, Collection<Item> requests, Instant now) {
        var listing = listings.of(officer, now);
        return rows.answers(requests.stream().map(RequestItems::copy).toList(), ANSWERS).stream()
                .map(row -> Item.outline(row.key(), row.row()))
                .filter(listing::finds)
                .collect(Collectors.groupingBy(RequestItems::request));
    }

    private static Item.Copy copy(Item request) {
        return new Item.Copy(request.to().first(), request.act());
    }

    private static ActId request(Item answer) {
        if (answer.report().turn() instanceof Turn.Answers(var request, var _)) return request;
        throw new IllegalStateException(answer.act() + " answers nothing");
    }

    /** When the nodes of those who were asked said that they have these requests, by the rules; those that did. */
    public Map<ActId, Instant> received(Collection<Item> requests) {
        var received = new HashMap<ActId, Instant>();
        for (var said : rows.received(requests.stream().map(RequestItems::copy).toList()))
            if (said.stage() == Received.Stage.ACCEPTED) received.put(said.item(), said.at());
        return received;
    }

    /** Whether a request was ordered given up. */
    public boolean isTakenBack(ActId request) {
        return !rows.orders(List.of(request)).isEmpty();
    }

    /** When these requests were ordered given up; those that were. Who was asked does not have them any more. */
    public Map<ActId, Instant> takenBack(Collection<Item> requests) {
        return rows.orders(requests.stream().map(Item::act).toList()).stream()
                .collect(Collectors.toMap(Recalled::item, Recalled::at));
    }
}
