package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Remark;
import acorde.files.Attachment;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.List;

/**
 * Something that was said in a sitting.
 *
 * @param at when its author says it was said
 * @param hash of the act, which names the text it carries
 * @param documents how many files came with it
 */
public record Utterance<S extends Saying>(
        ActId act, Instant at, OfficeCode office, Hash hash, S saying, int documents) { // an act in short
    /** In the place of a reason that nobody is shown. */
    private static final Remark UNREAD = new Remark("—", "—");

    static Utterance<Saying> of(Act act, Saying saying) {
        var kept = saying instanceof Saying.Minutes(var sitting, var amends, var _)
                ? new Saying.Minutes(sitting, amends, null)
                : saying;
        var documents = Attachment.read(act.body()).map(List::size).orElse(0);
        return new Utterance<>(act.id(), act.at(), new OfficeCode(act.office()), act.hash(), kept, documents);
    }

    /** The same act without the points and the documents that came with it, which do not count. */
    static Utterance<Saying> beyond(Utterance<Saying.Points> points) {
        var none = new Saying.Points(points.saying().sitting(), List.of());
        return new Utterance<>(points.act(), points.at(), points.office(), points.hash(), none, 0);
    }

    /** The same word without what it gives as a reason: its author had said another one to that text before, so it does not count. */
    static Utterance<Saying> late(Utterance<Saying.Word> word) {
        Saying.Word bare = switch (word.saying()) {
            case Saying.Assented(var sitting, var to, var text, var _) -> new Saying.Assented(sitting, to, text, null);
            case Saying.Refused(var sitting, var to, var _) -> new Saying.Refused(sitting, to, UNREAD);
        };
        return new Utterance<>(word.act(), word.at(), word.office(), word.hash(), bare, word.documents());
    }

    public PartyCode by() {
        return act.party();
    }

    /** As one of a kind that it is known to be of. */
    <T extends Saying> Utterance<T> as(T same) {
        return new Utterance<>(act, at, office, hash, same, documents);
    }
}
