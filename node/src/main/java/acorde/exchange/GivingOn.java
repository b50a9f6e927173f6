package acorde.exchange;

import acorde.acts.Acts;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a report of this party's another party could be given at the wish of one that has it. Whoever wishes it, its provider gives it, as a copy
 * like any other: in one log with the order that may take it back. Safe for any thread.
 */
public final class GivingOn {
    private final Acts acts;
    private final ExchangeRows rows;
    private final RequestItems.Listings listings;
    private final Rules rules;

    /** By what it is decided. */
    interface Rules {
        InForce now();

        Optional<Releasing> releasing(InForce stands, Instant now);
    }

    GivingOn(Acts acts, ExchangeRows rows, RequestItems.Listings listings, Rules rules) {
        this.acts = acts;
        this.rows = rows;
        this.listings = listings;
        this.rules = rules;
    }

    /**
     * A copy of a report of this party's that another party has.
     *
     * @param whole as an office of this party finds it
     * @param copy with a dash for each of its texts
     */
    public record Held(Item whole, Item copy) {}

    /** Empty if there is none for this office, it is another's, or it was ordered given up. */
    public Optional<Held> find(Officer officer, Item.Copy copy, Instant now) {
        var act = copy.act();
        if (!act.party().equals(acts.self())) return Optional.empty();
        return rows.item(act)
                .filter(row -> row.provider().equals(acts.self())
                        && row.holder().equals(copy.holder().value()))
                .filter(_ -> rows.orders(List.of(act)).isEmpty())
                .flatMap(row -> whole(officer, row.ref(), now).map(whole -> new Held(whole, Item.outline(act, row))));
    }

    private Optional<Item> whole(Officer officer, Ref ref, Instant now) {
        return rows.whole(acts.self(), ref)
                .flatMap(row -> listings.of(officer, now).listed(Item.outline(row.key(), row.row())));
    }

    /** What a party would have of it, and what for. */
    public record Wanted(Held held, PartyCode to, Purpose purpose) {}

    /** What it would be given: of what the rules let it have no more than the holder has. Empty while no rules are in force. */
    public Optional<Release> release(Wanted wanted, Instant now) {
        return release(rules.now(), wanted, now);
    }

    private Optional<Release> release(InForce stands, Wanted wanted, Instant now) {
        var whole = wanted.held().whole().report().only(wanted.purpose());
        var copy = wanted.held().copy().report();
        return rules.releasing(stands, now).map(releasing -> releasing.onward(whole, copy, wanted.to()));
    }

    /** Whether a party has a copy that it was not ordered to give up. */
    public boolean isHeld(Held held, PartyCode party) {
        var copies = rows.copies(acts.self(), held.whole().report().ref()).stream()
                .filter(copy -> copy.row().holder().equals(party.value()))
                .map(copy -> copy.key())
                .toList();
        var ordered = rows.orders(copies).stream().map(Recalled::item).collect(Collectors.toSet());
        return !ordered.containsAll(copies);
    }

    /**
     * What is said of giving it.
     *
     * @param copy of the party that is given it; none if it has one
     * @param holds whether the rules are still those it was decided by, and the holder still has it
     */
    public record Ready(List<Draft> copy, Predicate<Past> holds) {
        public Ready {
            copy = List.copyOf(copy);
        }
    }

    /** Empty if it is no longer what somebody was shown. */
    public Optional<Ready> ready(OfficeCode office, Wanted wanted, Release seen, Instant now) { // who gives what
        var stands = rules.now();
        var release = release(stands, wanted, now);
        if (!(release.orElse(null) instanceof Release.Goes goes) || !goes.equals(seen)) return Optional.empty();
        var copy = isHeld(wanted.held(), wanted.to()) ? List.<Draft>of() : List.of(draft(office, goes));
        var before = wanted.held().copy().act();
        return Optional.of(new Ready(
                copy,
                stands.holds().and(past -> past.row(ExchangeRows.RECALL, before).isEmpty())));
    }

    private static Draft draft(OfficeCode office, Release.Goes goes) {
        return new Draft(
                ExchangeDuty.REPORTED, office.value(), Cover.only(goes.to()), List.of(), ReportText.write(goes.copy()));
    }
}
