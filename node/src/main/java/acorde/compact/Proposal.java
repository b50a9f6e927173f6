package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text proposed to take the place of another, with what the parties have said to it.
 *
 * @param act the act that proposes it
 * @param at when its author says it was proposed
 * @param version the hash of that act, which names the text
 * @param required whose assent it needs
 * @param words what they said, each the first in its log; the proposer's assent among them
 * @param withdrawal the first act by which the proposer asked to withdraw it; null if it did not
 * @param announcement what it would take the place of, if that was only announced; else null
 */
public record Proposal(
        ActId act,
        Instant at,
        Hash version,
        SortedSet<PartyCode> required,
        SortedMap<PartyCode, Word> words,
        @Nullable ActId withdrawal,
        @Nullable Announcement announcement) { // a text, and all that was said to it
    public Proposal {
        required = Collections.unmodifiableSortedSet(required);
        words = Collections.unmodifiableSortedMap(words);
    }

    /** A text that was announced, and the act that carries it. */
    public record Announcement(ActId act, Hash version) {}

    /** Of what is not in the place of an announcement. */
    public Proposal(
            ActId act,
            Instant at,
            Hash version,
            SortedSet<PartyCode> required,
            SortedMap<PartyCode, Word> words,
            @Nullable ActId withdrawal) { // as above
        this(act, at, version, required, words, withdrawal, null);
    }

    /** A proposal to which only its proposer has said anything. */
    static Proposal made(Act made, @Nullable Announcement announcement, SortedSet<PartyCode> required) {
        var words = new TreeMap<PartyCode, Word>();
        words.put(made.by(), new Word.Assent(made.id()));
        return new Proposal(made.id(), made.at(), made.hash(), required, words, null, announcement);
    }

    public PartyCode proposer() {
        return act.party();
    }

    /** Whose assent is missing. */
    public SortedSet<PartyCode> silent() {
        var silent = new TreeSet<>(required);
        silent.removeAll(words.keySet());
        return silent;
    }

    public Proposal with(PartyCode party, Word word) {
        var more = new TreeMap<>(words);
        more.put(party, word);
        return new Proposal(act, at, version, required, more, withdrawal, announcement);
    }

    Proposal withdrawalAskedBy(ActId ask) {
        return new Proposal(act, at, version, required, words, ask, announcement);
    }
}
