package acorde.monitoring;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said about one initiative, as far as its light and its place in lists need it. Three views that are never
 * joined.
 *
 * @param accounts what each party reports, with what the others say to it
 * @param assessed what the observer of each party holds of it
 * @param links what happened outside and touched it: by event, the act of each party that says so
 */
public record Facts(
        SortedMap<PartyCode, Account> accounts,
        SortedMap<PartyCode, Assessment> assessed,
        SortedMap<String, SortedMap<PartyCode, ActId>> links) {
    public static final Facts NONE = new Facts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Facts {
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        assessed = Collections.unmodifiableSortedMap(new TreeMap<>(assessed));
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
    }

    /** What an observer holds of it: the latest in its log. */
    public record Assessment(Account.Spoken spoken, Hash version, Saying.Level level) {}

    Facts with(PartyCode party, Account account) {
        var all = new TreeMap<>(accounts);
        all.put(party, account);
        return new Facts(all, assessed, links);
    }

    Facts with(Assessment assessment) {
        var by = assessment.spoken().act().party();
        var known = assessed.get(by);
        if (known != null && !Account.isLater(assessment.spoken(), known.spoken())) return this;
        var all = new TreeMap<>(assessed);
        all.put(by, assessment);
        return new Facts(accounts, all, links);
    }

    /** The first act in a party's log that links an event counts. */
    Facts with(String event, ActId link) {
        var known = links.getOrDefault(event, new TreeMap<>());
        var first = known.get(link.party());
        if (first != null && first.index() <= link.index()) return this;
        var by = new TreeMap<>(known);
        by.put(link.party(), link);
        var all = new TreeMap<>(links);
        all.put(event, Collections.unmodifiableSortedMap(by));
        return new Facts(accounts, assessed, all);
    }
}
