package acorde.web.taxii;

import acorde.exchange.Cover;
import acorde.exchange.Exchange;
import acorde.exchange.Feed;
import acorde.exchange.Mailbox;
import acorde.offices.Officer;
import acorde.policy.Purpose;
import acorde.stix.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an office reads, each part as a collection of its own: what it received, what this party sent, and both of each area it is there for. */
record Collections(Names names, Exchange exchange) {
    /** @param words for its title @param about for what it has */
    record One(UUID id, String words, String about, Feed.Part part) {
        /** Null for those of all areas. */
        @Nullable
        Purpose area() {
            return part.area();
        }
    }

    List<One> of(Officer officer) {
        var all = new ArrayList<One>();
        var received = new Feed.Part(Set.of(Mailbox.Way.RECEIVED), null);
        all.add(new One(names.collection("received"), "taxii.received", "taxii.received.about", received));
        var sent = new Feed.Part(Set.of(Mailbox.Way.SENT), null);
        all.add(new One(names.collection("sent"), "taxii.sent", "taxii.sent.about", sent));
        for (var area : new TreeSet<>(exchange.purposes(officer))) {
            var both = new Feed.Part(Set.of(Mailbox.Way.values()), area);
            all.add(new One(names.collection("area/" + area), "taxii.area", "taxii.area.about", both));
        }
        return all;
    }

    /** Where what is to be sent is brought, for who sends at all; nothing is read there. */
    Optional<UUID> drafts(Officer officer) {
        return Cover.maySpeak(officer.office().value()) ? Optional.of(names.collection("drafts")) : Optional.empty();
    }

    boolean isDrafts(Officer officer, String id) {
        return drafts(officer).filter(one -> one.toString().equals(id)).isPresent();
    }

    /** @throws TaxiiFault if nothing can be brought there */
    void requireDrafts(Officer officer, String id) {
        if (isDrafts(officer, id)) return;
        find(officer, id);
        throw TaxiiFault.of(403, words -> words.say("taxii.fault.not-written"));
    }

    /** @throws TaxiiFault if there is none that this office reads */
    One find(Officer officer, String id) {
        if (isDrafts(officer, id)) throw TaxiiFault.of(403, words -> words.say("taxii.fault.not-read"));
        return of(officer).stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(TaxiiFault::noCollection);
    }
}
