package acorde.monitoring;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one party reports of one initiative, and what the others say to it.
 *
 * <p>Of each voice the act with the highest index in its log counts: the latest report, the latest with evidence, each
 * other party's latest word. So it is a function of the set of acts, and an older act that turns up late changes
 * nothing.
 *
 * @param latest the report that counts
 * @param proven the latest report that shows evidence; null if none does
 * @param words what each other party said last about any report of this party
 */
public record Account(Latest latest, @Nullable Spoken proven, SortedMap<PartyCode, Word> words) {
    public Account {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    /** An act and when its author says it was said. */
    public record Spoken(ActId act, Instant at) {}

    /**
     * The report that counts, in short.
     *
     * @param done the milestones that are done, each with its day
     */
    public record Latest(
            Spoken spoken,
            Hash version,
            Report.State state,
            @Nullable LocalDate on,
            SortedMap<String, LocalDate> done,
            List<ActId> answers) { // what lists and lights need of it
        public Latest {
            done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
            answers = List.copyOf(answers);
        }

        public ActId act() {
            return spoken.act();
        }
    }

    /**
     * What another party said.
     *
     * @param report what it said it about
     * @param confirms or disputes
     */
    public record Word(Spoken spoken, ActId report, boolean confirms) {}

    /** How one other party stands to this account. */
    public enum View {
        /** It confirmed the report that counts. */
        CONFIRMS,
        /** It confirmed an earlier report, and has said nothing to this one. */
        CONFIRMED_EARLIER,
        /** Its last word is a dispute. A newer report may answer it; only its own word lays it down. */
        DISPUTES,
        /** It has said nothing. */
        SILENT
    }

    public View view(PartyCode other) {
        var word = words.get(other);
        if (word == null) return View.SILENT;
        if (!word.confirms()) return View.DISPUTES;
        return word.report().equals(latest.act()) ? View.CONFIRMS : View.CONFIRMED_EARLIER;
    }

    static Account begun(Latest latest, boolean proven) {
        return new Account(latest, proven ? latest.spoken() : null, new TreeMap<>());
    }

    Account with(Latest other, boolean evidence) {
        var proof = evidence && (proven == null || isLater(other.spoken(), proven)) ? other.spoken() : proven;
        return new Account(isLater(other.spoken(), latest.spoken()) ? other : latest, proof, words);
    }

    Account with(Word word) {
        var by = word.spoken().act().party();
        var known = words.get(by);
        if (known != null && !isLater(word.spoken(), known.spoken())) return this;
        var all = new TreeMap<>(words);
        all.put(by, word);
        return new Account(latest, proven, all);
    }

    /** Whether one act stands behind another in the log of both. */
    static boolean isLater(Spoken one, Spoken other) {
        return one.act().index() > other.act().index();
    }

    /** Whether a dispute has been answered by the report that counts, and waits for who disputed. */
    public boolean answers(PartyCode other) {
        var word = words.get(other);
        return word != null
                && !word.confirms()
                && (latest.answers().contains(word.spoken().act()) || !Objects.equals(word.report(), latest.act()));
    }
}
