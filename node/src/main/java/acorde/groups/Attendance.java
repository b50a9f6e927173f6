package acorde.groups;

import acorde.compact.Group;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was there, and when.
 *
 * <p>The chair's office records every party; each party may give its own account of itself, and of nobody else. Where both say the same, it is
 * confirmed; where they do not, both stand side by side, and neither helps who gave it: towards a quorum counts only what nobody disputes,
 * and a party that says it was there cannot be left out of what was decided meanwhile. So nobody can claim another's presence, nor its absence.
 *
 * <p>Nobody is present once the meeting is closed: what an account says of later is not shown and makes no quorum. Whom a decision or minutes
 * need is asked of a party's own account as it gave it, for else the chair could leave others out by an early close.
 */
public record Attendance(Proceedings proceedings) {
    /**
     * What is said of one party's presence, up to the close.
     *
     * @param recorded by the chair; empty if it recorded nothing
     * @param own by the party itself; null if it has said nothing
     * @param claimed the same with what it says of later
     */
    public record Account(
            PartyCode party,
            List<Span> recorded,
            @Nullable List<Span> own,
            @Nullable List<Span> claimed) {
        public Account {
            recorded = List.copyOf(recorded);
            own = own == null ? null : List.copyOf(own);
            claimed = claimed == null ? null : List.copyOf(claimed);
        }

        /** Whether the record has it there now: it has arrived and not left. */
        public boolean isHere() {
            return !recorded.isEmpty() && recorded.getLast().until() == null;
        }

        public boolean isConfirmed() {
            return recorded.equals(own);
        }

        public boolean isDisputed() {
            return own != null && !recorded.equals(own);
        }

        /** Whether it was present and nobody says otherwise. */
        boolean counts(Instant moment) {
            return covers(recorded, moment) && (own == null || covers(own, moment));
        }

        /** Whether it may not be passed over: as it says itself, and as the chair says while it is silent. */
        boolean matters(Instant moment) {
            return covers(claimed == null ? recorded : claimed, moment);
        }

        /** Whether it was there at all, by the same measure. */
        boolean attended() {
            return !(claimed == null ? recorded : claimed).isEmpty();
        }

        private static boolean covers(List<Span> spans, Instant moment) {
            return spans.stream().anyMatch(span -> span.covers(moment));
        }
    }

    public Account of(PartyCode party) {
        var chair = proceedings.sitting().chair();
        var end = Course.end(proceedings);
        var recorded =
                before(end, chair == null ? List.of() : said(chair, party).orElse(List.of()));
        var claimed = said(party, party).orElse(null);
        if (party.equals(chair)) claimed = claimed == null ? null : recorded;
        return new Account(party, recorded, claimed == null ? null : before(end, claimed), claimed);
    }

    private static List<Span> before(@Nullable Instant end, List<Span> spans) {
        if (end == null) return spans;
        return spans.stream().flatMap(span -> span.before(end).stream()).toList();
    }

    private Optional<List<Span>> said(PartyCode by, PartyCode of) {
        return proceedings.of(by, Saying.Presence.class).reversed().stream()
                .filter(one -> one.saying().party().equals(of))
                .findFirst()
                .map(one -> one.saying().spans());
    }

    /**
     * Which office of a party is here, as far as can be told: that of its own last account, else the one that spoke for it last, else that
     * of the record, else the titular.
     */
    public OfficeCode acting(Group.Seat seat) {
        var account = of(seat.party());
        var own = account.claimed();
        var spoke = proceedings.said().values().stream()
                .filter(one -> one.by().equals(seat.party()) && seat.speaks(one.office()))
                .max(Comparator.comparing((Utterance<Saying> one) -> one.act().index()))
                .map(Utterance::office);
        if (own != null && !own.isEmpty()) return own.getLast().office();
        return spoke.orElseGet(() -> account.recorded().isEmpty()
                ? seat.titular()
                : account.recorded().getLast().office());
    }

    /**
     * What keeps a decision from a quorum.
     *
     * @param parties how many more it takes; none where there is a quorum
     * @param among those that are absent, of which any make it up; empty where there is a quorum
     */
    public record Shortage(int parties, SortedSet<PartyCode> among) {
        public static final Shortage NONE = new Shortage(0, new TreeSet<>());

        public Shortage {
            among = Collections.unmodifiableSortedSet(new TreeSet<>(among));
        }
    }

    /** What keeps a decision that one party puts at a moment from a quorum. */
    public Shortage shortage(Instant moment, PartyCode putting) {
        var absent = new TreeSet<PartyCode>(proceedings.sitting().parties());
        absent.removeAll(counted(moment));
        absent.remove(putting);
        var present = proceedings.sitting().parties().size() - absent.size();
        var parties = proceedings.sitting().quorum() - present;
        return parties <= 0 ? Shortage.NONE : new Shortage(parties, absent);
    }

    /** One account for each party that sits here, in the order of the seats. */
    public List<Account> accounts() {
        return proceedings.sitting().parties().stream().map(this::of).toList();
    }

    /** Who counts towards a quorum at a moment. */
    public SortedSet<PartyCode> counted(Instant moment) {
        return parties(account -> account.counts(moment));
    }

    /** Whose consent a decision of that moment needs. */
    SortedSet<PartyCode> concerned(Instant moment) {
        return parties(account -> account.matters(moment));
    }

    /** Who was there at some time. */
    public SortedSet<PartyCode> attended() {
        return parties(Account::attended);
    }

    private SortedSet<PartyCode> parties(java.util.function.Predicate<Account> which) {
        var parties = new TreeSet<PartyCode>();
        for (var account : accounts()) if (which.test(account)) parties.add(account.party());
        return parties;
    }

    /** Whether enough parties are present at a moment. */
    public boolean quorum(Instant moment) {
        return counted(moment).size() >= proceedings.sitting().quorum();
    }

    /**
     * When there was a quorum, and when there was not.
     *
     * @param until null if it goes on
     */
    public record Stretch(Instant from, @Nullable Instant until) {}

    /** The stretches of time in which there was a quorum, none of them touching the next. */
    public List<Stretch> quorums() {
        var moments = new TreeSet<Instant>();
        for (var account : accounts()) {
            account.recorded().forEach(span -> bounds(span, moments));
            if (account.own() != null) account.own().forEach(span -> bounds(span, moments));
        }
        var stretches = new ArrayList<Stretch>();
        Instant since = null;
        for (var moment : moments) {
            var quorum = quorum(moment);
            if (quorum && since == null) since = moment;
            if (!quorum && since != null) {
                stretches.add(new Stretch(since, moment));
                since = null;
            }
        }
        if (since != null) stretches.add(new Stretch(since, null));
        return List.copyOf(stretches);
    }

    private static void bounds(Span span, TreeSet<Instant> moments) {
        moments.add(span.from());
        if (span.until() != null) moments.add(span.until());
    }
}
