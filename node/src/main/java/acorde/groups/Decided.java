package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Consent;
import acorde.compact.Proposal;
import acorde.compact.Word;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A decision put to the parties, and where it stands.
 *
 * <p>Consent is that of the compact: one word of each party to exactly one text. In a meeting it takes a quorum at the moment it was put, and
 * the assent of every party that was there; of whoever is to do something by it, too. A party that assents has thereby said that it was there
 * to be counted. In writing it takes the assent of all.
 *
 * @param put by which act
 * @param moment at which it was put; in writing, until when an answer is asked for
 * @param proposal the text with the words said to it, as the compact has them
 * @param present who counts towards the quorum
 */
public record Decided(
        Sitting sitting,
        Utterance<Saying> put,
        DecisionText text,
        Instant moment,
        State state,
        Proposal proposal,
        SortedSet<PartyCode> present) { // what a page says of a decision
    public enum State implements LifeCycle.Stage {
        /** Some party has not said its word. Silence is never consent. */
        OPEN,
        TAKEN,
        REFUSED,
        /** There was no quorum when it was put. */
        VOID
    }

    public ActId act() {
        return put.act();
    }

    /** When it was put: in a meeting as was said there, in writing as its act says. */
    public Instant asked() {
        return sitting.isMeeting() ? moment : put.at();
    }

    /** As the parties count: in a meeting, within it; in writing, within the group. */
    public int number() {
        return put.saying() instanceof Saying.Put inMeeting ? inMeeting.number() : sitting.number();
    }

    /** As the parties call it: 3/1 is the first of the third meeting, E/2 the second in writing. */
    public String label() {
        return label(sitting, number());
    }

    static String label(Sitting sitting, int number) {
        return sitting.isMeeting() ? sitting.number() + "/" + number : "E/" + number;
    }

    /** The point of the agenda it was put to. */
    public @Nullable Part point() {
        return put.saying() instanceof Saying.Put inMeeting ? inMeeting.point() : null;
    }

    /** Every decision of a sitting, in the order in which they were put. */
    public static List<Decided> all(Proceedings proceedings) {
        return proceedings
                .all(Saying.class)
                .filter(one -> one.saying().asks().isPresent())
                .map(one -> of(proceedings, one))
                .sorted(Comparator.comparing(Decided::number)
                        .thenComparing(Decided::moment)
                        .thenComparing(Decided::act))
                .toList();
    }

    /** How far the parties have counted in a sitting, but no further than there are any, so that nobody's jump is followed; 0 before its first. */
    static int lastNumber(Proceedings proceedings) {
        var all = all(proceedings);
        return all.isEmpty() ? 0 : Math.min(all.getLast().number(), all.size());
    }

    static Optional<Decided> find(Proceedings proceedings, ActId act) {
        return proceedings
                .find(act)
                .filter(one -> one.saying().asks().isPresent())
                .map(one -> of(proceedings, one));
    }

    private static Decided of(Proceedings proceedings, Utterance<Saying> put) {
        var text = put.saying().asks().orElseThrow();
        var sitting = proceedings.sitting();
        var moment = put.saying() instanceof Saying.Put inMeeting
                ? inMeeting.at()
                : ((Saying.Circulated) put.saying()).until();
        var required = new TreeSet<PartyCode>();
        var present = new TreeSet<PartyCode>();
        if (sitting.isMeeting()) {
            var attendance = new Attendance(proceedings);
            required.addAll(attendance.concerned(moment));
            required.add(put.by());
            text.actions().forEach(action -> required.add(action.owner()));
            present.addAll(attendance.counted(moment));
        } else {
            required.addAll(sitting.parties());
        }
        var words = words(proceedings, put);
        words.forEach((party, word) -> {
            if (word instanceof Word.Assent) present.add(party);
        });
        words.keySet().retainAll(required);
        var proposal = new Proposal(put.act(), put.at(), put.hash(), required, words, null);
        return new Decided(sitting, put, text, moment, state(sitting, proposal, present), proposal, present);
    }

    private static State state(Sitting sitting, Proposal proposal, SortedSet<PartyCode> present) {
        return switch (Consent.standing(proposal)) {
            case Consent.Standing.Dead _ -> State.REFUSED;
            case Consent.Standing.Complete _ -> quorum(sitting, present) ? State.TAKEN : State.VOID;
            case Consent.Standing.Open _ -> quorum(sitting, present) ? State.OPEN : State.VOID;
        };
    }

    private static boolean quorum(Sitting sitting, SortedSet<PartyCode> present) {
        return !sitting.isMeeting() || present.size() >= sitting.quorum();
    }

    /** What each party said to a text; who put it has assented by putting it. */
    static SortedMap<PartyCode, Word> words(Proceedings proceedings, Utterance<? extends Saying> put) {
        var words = new TreeMap<PartyCode, Word>();
        words.put(put.by(), new Word.Assent(put.act()));
        for (var party : proceedings.sitting().parties()) {
            if (party.equals(put.by())) continue;
            proceedings.word(party, put.act()).ifPresent(said -> words.put(party, word(said, put)));
        }
        return words;
    }

    private static Word word(Utterance<Saying.Word> said, Utterance<? extends Saying> put) {
        return said.saying() instanceof Saying.Assented assented
                        && assented.text().equals(put.hash())
                ? new Word.Assent(said.act())
                : new Word.Refusal(said.act());
    }

    /** Whose word is missing. */
    public SortedSet<PartyCode> silent() {
        return proposal.silent();
    }

    /** Whether it waits for an answer of a party. */
    public boolean awaits(PartyCode party) {
        return state == State.OPEN && silent().contains(party);
    }
}
