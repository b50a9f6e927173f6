package acorde.notices;

import acorde.finding.Finding;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.groups.Course;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.monitoring.Light;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Rung;
import acorde.monitoring.Viewer;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to tell an office of: its work, its meetings, and how far the delays of its own party have climbed. */
final class Present {
    /** Days before its day from which what is due is told again. */
    private static final int SOON = 3;

    /** How long after its beginning a meeting is still told of. */
    private static final Duration PAST = Duration.ofDays(1);

    private final PartyCode self;
    private final Finding finding;
    private final Groups groups;
    private final Monitoring monitoring;

    Present(PartyCode self, Finding finding, Groups groups, Monitoring monitoring) {
        this.self = self;
        this.finding = finding;
        this.groups = groups;
        this.monitoring = monitoring;
    }

    /** A function of what is committed and of the time. @param today of that time, here */
    List<Notice> of(Officer officer, Instant now, LocalDate today) {
        var notices = new ArrayList<Notice>();
        for (var task : finding.work(officer, today)) notices.add(of(task, today));
        for (var proceedings : groups.meetings(now.minus(PAST)))
            if (sits(proceedings, officer.office())) notices.addAll(meeting(proceedings, now));
        notices.addAll(rungs(officer.role(), now));
        return notices;
    }

    static Notice of(Task task, LocalDate today) {
        var due = task.due();
        var mark = due == null || due.isAfter(today.plusDays(SOON)) ? "" : due.isBefore(today) ? "late" : "soon";
        return new Notice(task.what(), task.about(), mark);
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
        return monitoring.watch(new Viewer.Of(self), now).values().stream()
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
