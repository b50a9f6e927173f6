package acorde.groups;

import acorde.compact.Group;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A decision in writing whose time has run out with words missing, and how far up the ladder word of that has come. It decides nothing: an
 * answer still counts, and ends it.
 */
public record Unanswered(Decided decided, Rung rung) {
    /**
     * What came highest first, then what has waited longest.
     *
     * @param days of delay at which each rung is told, rising
     */
    public static List<Unanswered> all(Collection<Proceedings> sittings, List<Integer> days, Instant now) {
        return sittings.stream()
                .filter(one -> !one.sitting().isMeeting())
                .flatMap(one -> Decided.all(one).stream())
                .filter(decided -> decided.isOverdue(now))
                .map(decided -> new Unanswered(decided, rung(decided, days, now)))
                .sorted(Comparator.comparing((Unanswered one) -> one.rung().number())
                        .reversed()
                        .thenComparing(one -> one.decided().moment())
                        .thenComparing(one -> one.decided().act()))
                .toList();
    }

    /** How far one has come whose time has run out. */
    public static Rung rung(Decided decided, List<Integer> days, Instant now) {
        return Rung.of(days, day(decided.moment()), day(now));
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
        return decided.sitting().parties().containsAll(parties) && parties.containsAll(decided.silent());
    }

    /** What asks the ministers for a place on their agenda: that it came up to them, since the day it was due. */
    public Concern escalated() {
        return new Concern(
                Why.ESCALATED,
                AgendaDraft.title(decided.text().text()),
                decided.text().initiative(),
                decided.act(),
                day(decided.moment()));
    }
}
