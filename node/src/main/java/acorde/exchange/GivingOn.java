package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Draft;
import acorde.acts.Past;
import acorde.acts.RowKey;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Those of many that an office finds, without their texts: however many there are, no act is read. */
    public Map<Item.Copy, Held> find(Officer officer, Collection<Item.Copy> copies, Instant now) {
        var kept = rows.kept(Set.copyOf(copies)).stream()
                .filter(row -> row.row().provider().equals(acts.self()))
                .toList();
        var refs = kept.stream().map(row -> row.row().ref()).collect(Collectors.toSet());
        var listing = listings.of(officer, now);
        var wholes = rows.wholes(acts.self(), refs).stream()
                .map(row -> Item.outline(row.key(), row.row()))
                .filter(listing::finds)
                .collect(Collectors.toMap(whole -> whole.report().ref(), whole -> whole));
        var found = new HashMap<Item.Copy, Held>();
        for (var row : kept) {
            var whole = wholes.get(row.row().ref());
            var holder = new PartyCode(row.row().holder());
            if (whole != null)
                found.put(new Item.Copy(holder, row.key()), new Held(whole, Item.outline(row.key(), row.row())));
        }
        return found;
    }

    /** Those of these copies that this party has and an office of it finds, without their texts. */
    public Map<ActId, Item> copies(Officer officer, Collection<ActId> copies, Instant now) {
        var listing = listings.of(officer, now);
        var own = copies.stream().map(act -> new Item.Copy(acts.self(), act)).collect(Collectors.toSet());
        return rows.kept(own).stream()
                .map(row -> Item.outline(row.key(), row.row()))
                .filter(listing::finds)
                .collect(Collectors.toMap(Item::act, copy -> copy));
    }

    /** These with their texts, as far as an office may see them: as many as {@link Acts#acts} reads for a page. */
    public Map<ActId, Item> read(Officer officer, Collection<Item> outlines, Instant now) {
        return listings.of(officer, now).listed(outlines);
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
     * What is said of giving it. Whether it goes, and whether the party has one, is asked where it is said: of two leaves at one instant one brings it.
     *
     * @param copy of the party that is given it
     * @param before the copy of who asked
     * @param stands whether the rules are still those it was decided by
     */
    public record Ready(Draft copy, Ref ref, ActId before, Predicate<Past> stands) {
        /** What the two answers below rest on. */
        public List<RowKey<?, ?>> reads() {
            return List.of(Holders.key(ref), new RowKey<>(ExchangeRows.RECALL, before));
        }

        /** Whether the rules are still those, and who asked still has its copy. */
        public boolean holds(Past past) {
            return stands.test(past) && past.row(ExchangeRows.RECALL, before).isEmpty();
        }

        /** Whether the party has a copy that it was not ordered to give up. */
        public boolean isHeld(Past past) {
            return Holders.of(past, ref).parties().containsAll(copy.to());
        }
    }

    /** Empty if it is no longer what somebody was shown. */
    public Optional<Ready> ready(OfficeCode office, Wanted wanted, Release seen, Instant now) { // who gives what
        var stands = rules.now();
        var release = release(stands, wanted, now);
        if (!(release.orElse(null) instanceof Release.Goes goes) || !goes.equals(seen)) return Optional.empty();
        var held = wanted.held();
        return Optional.of(new Ready(
                draft(office, goes), held.whole().report().ref(), held.copy().act(), stands.holds()));
    }

    private static Draft draft(OfficeCode office, Release.Goes goes) {
        return new Draft(
                ExchangeDuty.REPORTED, office.value(), Cover.only(goes.to()), List.of(), ReportText.write(goes.copy()));
    }
}
