package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Group;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A decision in writing whose time has run out with words missing, and how far up the ladder word of that has come. It decides nothing: an
 * answer still counts, and ends it.
 *
 * @param due when the time of the first that is silent ran out
 * @param unshown those of them that nothing shows to have the question: that they have it not is not known either, and none of them refused
 */
public record Unanswered(
        Undecided question, Instant due, Rung rung, SortedSet<PartyCode> unshown) { // a question, and what came of it
    /** From when it says it was asked, as long as it may take to reach a node that is there. */
    static final Duration ON_ITS_WAY = Duration.ofHours(1);

    public Unanswered {
        unshown = Collections.unmodifiableSortedSet(new TreeSet<>(unshown));
    }

    /** Since when the node of a party has had an act, as far as it can be shown here. */
    interface Had {
        /** Empty if nothing shows that it has. */
        Optional<Instant> at(PartyCode party, ActId act);
    }

    /** What came highest first, then what has waited longest. */
    static List<Unanswered> all(
            Collection<Undecided> asked, Patience patience, Had had, Instant now) { // what is asked, and what is known
        return asked.stream()
                .flatMap(question -> of(question, patience, had, now).stream())
                .sorted(Comparator.comparing((Unanswered one) -> one.rung().number())
                        .reversed()
                        .thenComparing((Unanswered one) -> one.due())
                        .thenComparing(one -> one.question().act()))
                .toList();
    }

    /** Empty unless the time of a party that is silent has run out. */
    private static Optional<Unanswered> of(
            Undecided question, Patience patience, Had had, Instant now) { // what is asked, and what is known
        if (!question.isOverdue(now)) return Optional.empty();
        var shown = question.asked().plus(Duration.ofDays(patience.unshown()));
        return due(question, had, shown)
                .filter(now::isAfter)
                .map(due -> new Unanswered(
                        question,
                        due,
                        Rung.of(patience.rungs(), day(due), day(now)),
                        now.isBefore(shown) ? Collections.emptySortedSet() : unshown(question, had)));
    }

    /**
     * When the time of the first party that is silent is up. Who asked says when it asked and until when, and could date both back: so whoever
     * has had it only later has as much time from then. One that is not shown to have it has as much from when that is borne no longer: its node
     * may be away, but whoever shows nothing for ever is late in the end.
     *
     * @param shown until when a node may show nothing
     */
    static Optional<Instant> due(Undecided question, Had had, Instant shown) {
        return question.silent().stream()
                .map(party -> due(question, had.at(party, question.act()).orElse(shown)))
                .min(Comparator.naturalOrder());
    }

    private static Instant due(Undecided question, Instant since) {
        var asked = question.asked();
        var until = question.moment();
        return since.isAfter(asked.plus(ON_ITS_WAY)) ? since.plus(Duration.between(asked, until)) : until;
    }

    /** Whose receipt is missing. */
    private static SortedSet<PartyCode> unshown(Undecided question, Had had) {
        return question.silent().stream()
                .filter(party -> had.at(party, question.act()).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /**
     * Whether it comes before the ministers of a group: it came up to the top, and is of their area if they follow one.
     *
     * @param area of the group that was asked; empty if it follows none
     */
    public boolean comesBefore(Group ministers, String area) {
        return rung.next() == null
                && (ministers.area() == null || ministers.area().equals(area))
                && concerns(ministers.parties());
    }

    /**
     * Whether it may come before a group of those parties: all of them were asked, so that each has read it, and it waits for none that does
     * not sit there.
     */
    boolean concerns(Collection<PartyCode> parties) {
        return question.sitting().parties().containsAll(parties) && parties.containsAll(question.silent());
    }

    /** What asks the ministers for a place on their agenda: that it came up to them, since the day it was due. */
    public Concern escalated() {
        return new Concern(Why.ESCALATED, question.title(), question.initiative(), question.act(), day(due));
    }
}
