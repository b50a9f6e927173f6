package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.offices.Officer;
import acorde.policy.Decision;
import acorde.policy.Nothing;
import acorde.policy.Terms;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a party gave and holds to be so for longer: without that it is given up after its day (CE-4). Safe for any thread. */
public final class Renewals {
    private final Acts acts;
    private final ExchangeRows rows;
    private final RequestItems.Listings listings;
    private final Function<Instant, Optional<Releasing>> releasing;

    Renewals( // what it asks
            Acts acts,
            ExchangeRows rows,
            RequestItems.Listings listings,
            Function<Instant, Optional<Releasing>> releasing) {
        this.acts = acts;
        this.rows = rows;
        this.listings = listings;
        this.releasing = releasing;
    }

    /** One of this party's with a day of review, as an office may find it; empty if there is none for it, no sooner than where one is hidden. */
    public Optional<Item> find(Officer officer, ActId whole, Instant now) {
        var nothing = Nothing.asked();
        var found = rows.item(whole)
                .filter(row ->
                        row.provider().equals(acts.self()) && row.holder().isEmpty())
                .flatMap(row -> listings.of(officer, now).listed(Item.outline(whole, row)))
                .filter(item -> item.report().terms().span().reviewOn() != null);
        if (found.isEmpty()) nothing.await();
        return found;
    }

    /** The parties that would have it until then: those that have a copy, were not ordered to give it up, and may have it for as long. */
    public List<PartyCode> holders(Item whole, LocalDate review, Instant now) {
        return copies(whole, review, now).stream().map(Item.Copy::holder).toList();
    }

    private List<Item.Copy> copies(Item whole, LocalDate review, Instant now) {
        var rules = releasing.apply(now);
        var copies = rows.copies(acts.self(), whole.report().ref());
        var ordered = rows.orders(copies.stream().map(copy -> copy.key()).toList()).stream()
                .map(Recalled::item)
                .collect(Collectors.toSet());
        return copies.stream()
                .filter(copy -> !ordered.contains(copy.key()))
                .map(copy -> Item.outline(copy.key(), copy.row()))
                .filter(copy -> rules.isPresent()
                        && rules.get()
                                        .delivered(
                                                until(copy.report(), review),
                                                copy.to().first())
                                instanceof Decision.Released)
                .map(copy -> new Item.Copy(copy.to().first(), copy.act()))
                .toList();
    }

    private static Report until(Report report, LocalDate review) {
        return report.during(new Terms.Span(report.terms().span().validTo(), review));
    }

    /** Sets the day of review anew, to a later one. */
    public Said<Rule> renew(Officer officer, ActId whole, LocalDate review, Instant now) { // who renews what
        var found = find(officer, whole, now);
        if (found.isEmpty()) return new Said.Declined<>(Rule.NO_SUCH_REPORT);
        if (!isLater(found.get(), review, now)) return new Said.Declined<>(Rule.REVIEW_NOT_LATER);
        var copies = copies(found.get(), review, now);
        if (copies.isEmpty()) return new Said.Declined<>(Rule.REVIEW_NOT_LATER);
        return acts.sayDurably(new Renewal(officer.office(), whole, copies, review, Cover.others(acts)), officer);
    }

    /** Whether a day is later than the one it has, and has not passed. */
    public static boolean isLater(Item whole, LocalDate review, Instant now) {
        var before = whole.report().terms().span().reviewOn();
        return before != null && review.isAfter(before) && !review.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
