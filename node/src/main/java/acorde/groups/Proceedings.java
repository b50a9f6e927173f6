package acorde.groups;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that was said in a sitting, as a set: everything that is shown of it is a function of this, and nothing else of it is kept.
 *
 * @param said by their acts; the one that begins it among them
 */
public record Proceedings(Sitting sitting, SortedMap<ActId, Utterance<Saying>> said) {
    /** Acts of one party in one sitting: more than a long meeting needs, and few enough that all of them stand in one row. */
    public static final int MOST = 300;

    /** Decisions that one party puts in one meeting: more than it takes in a day, and few enough that their texts stand in that row. */
    public static final int DECISIONS = 30;

    public Proceedings {
        said = Collections.unmodifiableSortedMap(said);
    }

    static Proceedings begun(Sitting sitting, Utterance<Saying> beginning) {
        return new Proceedings(sitting, new TreeMap<>(java.util.Map.of(beginning.act(), beginning)));
    }

    Proceedings with(Utterance<Saying> more) {
        var all = new TreeMap<>(said);
        all.put(more.act(), more);
        return new Proceedings(sitting, all);
    }

    Proceedings without(ActId act) {
        var rest = new TreeMap<>(said);
        rest.remove(act);
        return new Proceedings(sitting, rest);
    }

    public Utterance<Saying> beginning() {
        var beginning = said.get(sitting.act());
        if (beginning == null) throw new IllegalStateException("a sitting begins with its own act");
        return beginning;
    }

    Optional<Utterance<Saying>> find(ActId act) {
        return Optional.ofNullable(said.get(act));
    }

    /** Everything of one kind, in the order of its acts: by party, and by place in its log. */
    <S extends Saying> Stream<Utterance<S>> all(Class<S> kind) {
        return said.values().stream()
                .filter(one -> kind.isInstance(one.saying()))
                .map(one -> one.as(kind.cast(one.saying())));
    }

    <S extends Saying> List<Utterance<S>> of(PartyCode party, Class<S> kind) {
        return all(kind).filter(one -> one.by().equals(party)).toList();
    }

    /** The last of a kind in a party's log. */
    <S extends Saying> Optional<Utterance<S>> last(PartyCode party, Class<S> kind) {
        return of(party, kind).reversed().stream().findFirst();
    }

    /** The last of a kind by the party that has the chair: the course of the meeting stands in its log alone. */
    <S extends Saying> Optional<Utterance<S>> lastOfChair(Class<S> kind) {
        var chair = sitting.chair();
        return chair == null ? Optional.empty() : last(chair, kind);
    }

    /** How many acts of a party stand here. */
    int count(PartyCode party) {
        return (int)
                said.keySet().stream().filter(act -> act.party().equals(party)).count();
    }

    /** A party's word to a text: the first in its log. */
    Optional<Utterance<Saying.Word>> word(PartyCode party, ActId to) {
        return of(party, Saying.Word.class).stream()
                .filter(word -> word.saying().to().equals(to))
                .findFirst();
    }
}
