package acorde.monitoring;

import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.Milestone;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed or announced in an initiative, as far as monitoring needs it.
 *
 * @param version of the text
 * @param since when it came, as those say who agreed or announced it
 * @param obliged the parties that owe it and have a node
 * @param parties those whose confirmation counts: the ones that owe it or take part; failing others, all
 * @param steps its milestones and, last, itself, if it has a due date
 */
public record Agreed(
        String code,
        String area,
        Hash version,
        Since since,
        SortedSet<PartyCode> obliged,
        SortedSet<PartyCode> parties,
        List<Step> steps,
        @Nullable Indicator indicator) { // what monitoring needs of a text
    /** The code of an initiative itself among its steps; no milestone has it. */
    public static final String WHOLE = "";

    public Agreed {
        obliged = Collections.unmodifiableSortedSet(new TreeSet<>(obliged));
        parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
        steps = List.copyOf(steps);
    }

    /**
     * Something to be done by a day.
     *
     * @param owers who owes it
     */
    public record Step(String code, LocalDate due, SortedSet<PartyCode> owers) {
        public Step {
            owers = Collections.unmodifiableSortedSet(new TreeSet<>(owers));
        }

        public boolean isWhole() {
            return code.equals(WHOLE);
        }
    }

    /** @param nodes the parties of the compact */
    public static Agreed of(Named named, Initiative text, Collection<PartyCode> nodes) {
        var obliged = new TreeSet<>(text.parties());
        obliged.retainAll(nodes);
        var parties = new TreeSet<>(text.partners());
        parties.addAll(text.parties());
        parties.retainAll(nodes);
        if (parties.size() < 2) parties.addAll(nodes);
        var steps = new ArrayList<Step>();
        for (var milestone : text.milestones())
            steps.add(new Step(milestone.code(), milestone.due(), owers(milestone, obliged)));
        var due = due(text);
        if (due != null) steps.add(new Step(WHOLE, due, obliged));
        return new Agreed(
                named.code(), text.area(), named.version(), named.since(), obliged, parties, steps, text.indicator());
    }

    /** Which text it is. */
    public record Named(String code, Hash version, Since since) {}

    /**
     * When a text came. That is its authors' claim, and who dates an assent ahead gains nothing by it: a day that has
     * not come counts as never.
     *
     * @param said the days of the announcement, or of the assents
     * @param before the days of the acts that those name as before them
     */
    public record Since(SortedSet<LocalDate> said, SortedSet<LocalDate> before) {
        public Since {
            said = Collections.unmodifiableSortedSet(new TreeSet<>(said));
            before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
        }

        /**
         * The last day that can be believed; this one if there is none, so that nobody is shown red who was not warned
         * (CO-5).
         */
        public LocalDate by(LocalDate today) {
            return Stream.of(said, before)
                    .flatMap(days -> days.reversed().stream()
                            .filter(day -> Situation.hasCome(day, today))
                            .limit(1))
                    .findFirst()
                    .orElse(today);
        }
    }

    /** The day of the whole: that of the target, if it has no other. */
    static @Nullable LocalDate due(Initiative text) {
        if (text.due() != null) return text.due();
        return text.indicator() == null ? null : text.indicator().targetAt();
    }

    private static SortedSet<PartyCode> owers(Milestone milestone, SortedSet<PartyCode> obliged) {
        var owers = new TreeSet<>(obliged);
        if (milestone.party() != null) owers.removeIf(party -> !party.equals(milestone.party()));
        return owers;
    }

    /** The parties whose confirmation an account of {@code party} needs. */
    public SortedSet<PartyCode> witnesses(PartyCode party) {
        var others = new TreeSet<>(parties);
        others.remove(party);
        return others;
    }

    /** <i>Undated</i>: there is no day for anything in it, so nothing can be late. */
    public boolean undated() {
        return steps.isEmpty();
    }
}
