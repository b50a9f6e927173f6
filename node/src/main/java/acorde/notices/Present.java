package acorde.notices;

import acorde.acts.ActId;
import acorde.exchange.Mailbox;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.groups.Course;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.monitoring.Light;
import acorde.monitoring.Rung;
import acorde.monitoring.Viewer;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.onward.Onward;
import acorde.onward.Wish;
import acorde.requests.Standing;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What there is to tell an office of: its work, its meetings, its mailbox, and how far the delays of its own party have climbed. Whoever tells it, by
 * whatever way, asks here.
 */
public final class Present {
    /** Days before its day from which what is due is told again. */
    private static final int SOON = 3;

    /** What is exchanged, by its act; an order about it has no page but the mailbox. */
    private static final String ITEM = "exchange";

    private static final String ORDER = "exchange-order";

    /** A wish to give on that this party was asked, by the act that asks. */
    private static final String LEAVE = "exchange-leave";

    /** How long after its beginning a meeting is still told of. */
    private static final Duration PAST = Duration.ofDays(1);

    private final PartyCode self;
    private final Notices.Sources sources;
    private final Function<Officer, List<Notice>> further;

    public Present(PartyCode self, Notices.Sources sources) {
        this(self, sources, _ -> List.of());
    }

    private Present(PartyCode self, Notices.Sources sources, Function<Officer, List<Notice>> further) {
        this.self = self;
        this.sources = sources;
        this.further = further;
    }

    /** The same, and what else there is for an officer. */
    public Present and(Function<Officer, List<Notice>> also) {
        return new Present(self, sources, also);
    }

    /** A function of what is committed and of the time. @param today of that time, here */
    public List<Notice> of(Officer officer, Instant now, LocalDate today) {
        var notices = new ArrayList<Notice>();
        for (var task : sources.finding().work(officer, today)) notices.add(of(task, today));
        for (var proceedings : sources.groups().meetings(now.minus(PAST)))
            if (sits(proceedings, officer.office())) notices.addAll(meeting(proceedings, now));
        notices.addAll(exchanged(officer, now));
        notices.addAll(rungs(officer.role(), now));
        notices.addAll(further.apply(officer));
        return notices;
    }

    static Notice of(Task task, LocalDate today) {
        var due = task.due();
        var mark = due == null || due.isAfter(today.plusDays(SOON)) ? "" : due.isBefore(today) ? "late" : "soon";
        return new Notice(task.what(), task.about(), mark);
    }

    /** What came for the office that the rules of release let it find, and let mail tell of. */
    private List<Notice> exchanged(Officer officer, Instant now) {
        var tidings = sources.tidings();
        var notices = new ArrayList<Notice>();
        for (var act : tidings.items(officer, now)) notices.add(new Notice("item", new Key(ITEM, act.toString()), ""));
        var asked = sources.requests().open(officer, Mailbox.Way.RECEIVED, now);
        var mailed = tidings.mailed(
                officer, asked.stream().map(one -> one.item().act()).toList(), now);
        for (var one : asked)
            if (mailed.contains(one.item().act()))
                notices.add(request(one.item().act(), one.standing()));
        notices.addAll(wishes(officer, now));
        for (var act : tidings.orders(officer, now))
            notices.add(new Notice("taken-back", new Key(ORDER, act.toString()), ""));
        return notices;
    }

    /** That leave to give on is asked for, and that it was not answered in time: by this party, or to it. */
    private List<Notice> wishes(Officer officer, Instant now) {
        var asked = sources.onward().open(officer, now);
        var late = sources.onward().late(officer, now);
        var about = Stream.concat(
                        asked.stream().map(one -> one.held().whole().act()),
                        late.stream().map(one -> one.copy().act()))
                .toList();
        return wishes(asked, late, sources.tidings().mailed(officer, about, now), now);
    }

    /** @param mailed of what they are about, what mail may tell of */
    static List<Notice> wishes(
            List<Onward.Listed> asked, List<Onward.Own> late, Set<ActId> mailed, Instant now) { // of both ways
        var open = asked.stream()
                .filter(one -> mailed.contains(one.held().whole().act()))
                .map(one -> wish(one.wish(), now));
        var own = late.stream()
                .map(one -> one.copy().act())
                .filter(mailed::contains)
                .map(copy -> new Notice("unanswered", new Key(ITEM, copy.toString()), ""));
        return Stream.concat(open, own).toList();
    }

    static Notice wish(Wish wish, Instant now) {
        return new Notice("leave", new Key(LEAVE, wish.act().toString()), wish.isLate(now) ? "late" : "");
    }

    /** That it waits, that its time is nearly up, and that it is up. */
    static Notice request(ActId act, Standing standing) {
        var mark = standing instanceof Standing.Open(var _, var light)
                ? switch (light) {
                    case IN_TIME -> "";
                    case SOON -> "soon";
                    case LATE -> "late";
                }
                : "";
        return new Notice("request", new Key(ITEM, act.toString()), mark);
    }

    private boolean sits(Proceedings proceedings, OfficeCode office) {
        return proceedings
                .sitting()
                .seat(self)
                .filter(seat -> seat.speaks(office))
                .isPresent();
    }

    /** How a meeting that is still to be was called, last changed, or called off. */
    static List<Notice> meeting(Proceedings proceedings, Instant now) {
        if (!proceedings.sitting().isMeeting()) return List.of();
        var course = Course.of(proceedings);
        if (course.when().start().isBefore(now.minus(PAST))) return List.of();
        var key = new Key("meeting", proceedings.sitting().act().toString());
        return switch (course.state()) {
            case CALLED ->
                List.of(changed(proceedings)
                        .map(change -> new Notice("changed", key, change))
                        .orElse(new Notice("called", key, "")));
            case CANCELLED -> List.of(new Notice("cancelled", key, ""));
            case OPEN, CLOSED -> List.of();
        };
    }

    private static Optional<String> changed(Proceedings proceedings) {
        return proceedings.said().values().stream()
                .filter(one -> one.saying() instanceof Saying.Changed
                        && one.by().equals(proceedings.sitting().chair()))
                .map(one -> one.act().toString())
                .reduce((_, last) -> last);
    }

    private List<Notice> rungs(Role role, Instant now) {
        var from = from(role);
        if (from.isEmpty()) return List.of();
        return sources.monitoring().watch(new Viewer.Of(self), now).values().stream()
                .flatMap(watched -> rung(from.get(), self, watched.agreed().code(), watched.light()).stream())
                .toList();
    }

    /** The rung from which an office of that role is told; empty if the ladder tells it nothing. */
    static Optional<Rung> from(Role role) {
        return switch (role) {
            case REPRESENTATIVE -> Optional.of(Rung.REPRESENTATIVE);
            case COORDINATOR -> Optional.of(Rung.COORDINATOR);
            default -> Optional.empty();
        };
    }

    /** That a delay of that party in an initiative has come to that rung, or past it. */
    static Optional<Notice> rung(Rung from, PartyCode party, String initiative, Light light) {
        return light.climbs().stream()
                .filter(climb -> climb.party().equals(party) && climb.rung().compareTo(from) >= 0)
                .findFirst()
                .map(climb -> new Notice(
                        "rung", new Key("initiative", initiative), climb.rung().name()));
    }

    /** Without doubles: of several offices of one person, each thing once. */
    static List<Notice> together(Stream<List<Notice>> offices) {
        return offices.flatMap(List::stream).distinct().sorted().toList();
    }
}
