package acorde.requests;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.ReadingRoom;
import acorde.acts.Said;
import acorde.exchange.Cover;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Mailbox;
import acorde.exchange.Outcome;
import acorde.exchange.Outcomes;
import acorde.exchange.RequestItems;
import acorde.exchange.Turn;
import acorde.offices.Officer;
import acorde.policy.Nothing;
import acorde.requests.RequestsRows.About;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What parties ask one another and until when: the door of the package. Safe for any thread. A request, and an answer to one, is sent by
 * {@link Exchange} as any item is.
 */
public final class Requests {
    private final Acts acts;
    private final RequestItems requestItems;
    private final Outcomes outcomes;
    private final RequestsRows rows;

    public Requests(Acts acts, Exchange exchange, DataSource readers) {
        this.acts = acts;
        this.requestItems = exchange.requestItems();
        this.outcomes = exchange.outcomes();
        this.rows = RequestsRows.of(readers);
    }

    /** What makes rows of what is said of requests. */
    public static Duty duty() {
        return new RequestsDuty();
    }

    /** A request with what may come up of it in a list; without its texts where many are listed. */
    public record Listed(Item item, Request request, Standing standing) {}

    /**
     * What is not settled of what this party was asked, or asks, as far as an office may find it: what is due first before the rest, so that what
     * is late stands highest; last what has not been received. No act is read for it: for texts see {@link #read}.
     */
    public List<Listed> open(Officer officer, Mailbox.Way way, Instant now) {
        ReadingRoom.enter(); // what is looked at for the list may be much
        var items = requestItems.open(officer, way, this::refused, now);
        return listed(officer, items, now).stream()
                .filter(one -> !one.standing().isSettled())
                .sorted(Comparator.comparing(Requests::until)
                        .thenComparing(one -> one.item().act()))
                .toList();
    }

    /** The items of these with the texts that an office may see: as many as one page may hold, the shortest first. */
    public Map<ActId, Item> read(Officer officer, Collection<Listed> listed, Instant now) {
        ReadingRoom.enter();
        return requestItems.read(officer, listed.stream().map(Listed::item).toList(), now);
    }

    private static Instant until(Listed one) {
        return one.standing() instanceof Standing.Open(var due, var _) ? due.until() : Instant.MAX;
    }

    /** A refusal of somebody else than who was asked settles nothing. */
    private Set<Item.Copy> refused(Set<Item.Copy> copies) {
        var refused = rows.refused(copies.stream().map(Item.Copy::act).toList());
        return copies.stream()
                .filter(copy -> refused.contains(new About(copy.act(), copy.holder(), Word.Kind.REFUSED)))
                .collect(Collectors.toSet());
    }

    private PartyCode self() {
        return acts.self();
    }

    /** How requests stand, each asked of one party, as far as an office may find them. @param acts the copies of those who were asked */
    public List<Listed> find(Officer officer, Collection<ActId> acts, Instant now) {
        var items = acts.stream()
                .flatMap(act -> requestItems.find(officer, act, now).stream())
                .toList();
        return listed(officer, items, now);
    }

    /** One of them; empty if there is none for this office, and then no sooner than where one is hidden (AS-1). */
    public Optional<Listed> find(Officer officer, ActId act, Instant now) {
        var nothing = Nothing.asked();
        var found = find(officer, List.of(act), now).stream().findFirst();
        if (found.isEmpty()) nothing.await();
        return found;
    }

    private List<Listed> listed(Officer officer, List<Item> items, Instant now) {
        var received = requestItems.received(items);
        var proven = proven(items);
        var takenBack = requestItems.takenBack(items);
        var replies = replies(officer, items, now);
        var words = rows.of(items.stream().map(Item::act).toList()).stream()
                .collect(Collectors.groupingBy(row -> row.key().request()));
        return items.stream()
                .map(item -> {
                    var said = words.getOrDefault(item.act(), List.of()).stream()
                            .filter(row -> row.key().party().equals(item.to().first()))
                            .map(row -> row.row().asSaid())
                            .toList();
                    var request = new Request(
                            item.act(),
                            item.to().first(),
                            asks(item).urgency(),
                            new Request.Clocks(item.at(), received.get(item.act()), proven.get(item.act())),
                            takenBack.get(item.act()),
                            said,
                            replies.getOrDefault(item.act(), List.of()));
                    return new Listed(item, request, Standing.of(request, now));
                })
                .toList();
    }

    /**
     * The times in the first receipts for requests of this party's. Who signs a receipt keeps none of its earlier ones, so there is none for what this
     * party was asked.
     */
    private Map<ActId, Instant> proven(List<Item> items) {
        var proven = new HashMap<ActId, Instant>();
        items.stream()
                .filter(item -> item.by().equals(self()))
                .collect(Collectors.groupingBy(
                        item -> item.to().first(),
                        Collectors.mapping(item -> item.act().index(), Collectors.toSet())))
                .forEach((party, indexes) -> acts.logs()
                        .delivered(party, indexes)
                        .forEach((index, at) -> proven.put(new ActId(self(), index), at)));
        return proven;
    }

    /** What was answered, with what came of it. */
    private Map<ActId, List<Request.Reply>> replies(Officer officer, List<Item> items, Instant now) {
        var answers = requestItems.answers(officer, items, now);
        var copies = answers.values().stream()
                .flatMap(List::stream)
                .map(answer -> new Item.Copy(answer.to().first(), answer.act()))
                .toList();
        var came = outcomes.of(copies).stream().collect(Collectors.toMap(Outcome::item, Function.identity()));
        var replies = new HashMap<ActId, List<Request.Reply>>();
        answers.forEach((request, all) -> replies.put(
                request,
                all.stream()
                        .map(answer -> reply(answer, came.get(answer.act())))
                        .toList()));
        return replies;
    }

    private static Turn.Asks asks(Item item) {
        if (item.report().turn() instanceof Turn.Asks asks) return asks;
        throw new IllegalArgumentException(item.act() + " asks nothing");
    }

    private static Request.Reply reply(Item answer, @Nullable Outcome outcome) {
        var interim = answer.report().turn() instanceof Turn.Answers(var _, var more) && more;
        return new Request.Reply(answer.act(), answer.at(), interim, outcome);
    }

    /** How the latest requests with each party came out, those that an office may find: what this party asked, and what it was asked. */
    public List<Tally> tallies(Officer officer, Instant now) {
        ReadingRoom.enter(); // it reads no acts, and what it counts may be as much
        var tallies = new ArrayList<Tally>();
        for (var way : List.of(Mailbox.Way.SENT, Mailbox.Way.RECEIVED)) {
            var pairs = new TreeMap<Tally.Pair, Tally>();
            requestItems.latest(
                    officer,
                    way,
                    now,
                    some -> listed(officer, some, now).stream()
                            .collect(Collectors.groupingBy(Tally.Pair::of))
                            .forEach((pair, requests) -> pairs.merge(pair, Tally.of(pair, requests), Tally::and)));
            tallies.addAll(pairs.values());
        }
        return tallies;
    }

    /** A request that this party was asked and has not settled; empty if there is none for this office. It is what is answered. */
    public Optional<Listed> toAnswer(Officer officer, ActId act, Instant now) {
        var nothing = Nothing.asked();
        var asked = asked(officer, act, now).filter(one -> !one.standing().isSettled());
        if (asked.isEmpty()) nothing.await();
        return asked;
    }

    /** Whether a request was ordered given up, so that nothing written of it may stay, whoever may find it. */
    public boolean isTakenBack(ActId request) {
        return requestItems.isTakenBack(request);
    }

    /** What the party that was asked may say of a request now. */
    public static List<Word.Kind> sayable(Request request, Instant now) {
        return Saying.sayable(request, now);
    }

    private Optional<Listed> asked(Officer officer, ActId act, Instant now) {
        return find(officer, List.of(act), now).stream()
                .filter(one -> one.request().to().equals(self()))
                .findFirst();
    }

    /** Says something of a request that this party was asked. It answers with what was said when that is durable, or with the rule against it. */
    public Said<Rule> say(Officer officer, ActId act, Word word, Instant now) { // who says what of what
        var nothing = Nothing.asked();
        var asked = asked(officer, act, now);
        if (asked.isEmpty()) {
            nothing.await();
            return new Said.Declined<>(Rule.NO_SUCH_REQUEST);
        }
        var against = Saying.against(asked.get().request(), word.kind(), now);
        if (against.isPresent()) return new Said.Declined<>(against.get());
        return acts.sayDurably(new Say(officer.office(), self(), act, word, Cover.others(acts)), officer);
    }
}
