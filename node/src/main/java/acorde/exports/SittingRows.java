package acorde.exports;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Remark;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.MinutesBook;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import acorde.sheets.Cell;
import acorde.trust.PartyCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of what groups did, in the order of the columns of each table. Pure. */
final class SittingRows {
    private SittingRows() {}

    /** None for a written procedure. The link to join by is left out: it lets in whoever has it, and says nothing afterwards. */
    static List<List<Cell>> meetings(Proceedings proceedings) {
        var sitting = proceedings.sitting();
        if (!sitting.isMeeting()) return List.of();
        var course = Course.of(proceedings);
        var points = Course.agenda(proceedings).stream()
                .map(one -> one.point().title())
                .toList();
        return List.of(new Row()
                .act(sitting.act())
                .text(sitting.group())
                .count(sitting.number())
                .text(sitting.chair() == null ? "" : sitting.chair().value())
                .text(Row.word(course.state()))
                .moment(course.when().start())
                .text(course.when().zone().getId())
                .count(course.when().minutes())
                .both(course.where().place())
                .moment(course.opened())
                .moment(course.closed())
                .count(sitting.quorum())
                .codes(sitting.parties())
                .codes(new Attendance(proceedings).attended())
                .text(points.stream().map(Bilingual::es).collect(Collectors.joining("\n")))
                .text(points.stream().map(Bilingual::en).collect(Collectors.joining("\n")))
                .remark(why(proceedings))
                .cells());
    }

    /** Why it was called off; else why it was moved last. */
    private static @Nullable Remark why(Proceedings proceedings) {
        Remark why = null;
        for (var one : proceedings.said().values()) {
            if (one.saying() instanceof Saying.Cancelled cancelled) return cancelled.why();
            if (one.saying() instanceof Saying.Changed changed
                    && one.by().equals(proceedings.sitting().chair())) why = changed.why();
        }
        return why;
    }

    /** @param initiative that they are about; empty for all */
    static List<List<Cell>> decisions(Proceedings proceedings, String initiative) {
        return Decided.all(proceedings).stream()
                .filter(decided -> isAbout(decided, initiative))
                .map(decided -> decision(proceedings, decided))
                .toList();
    }

    private static boolean isAbout(Decided decided, String initiative) {
        return initiative.isEmpty() || initiative.equals(decided.text().initiative());
    }

    private static List<Cell> decision(Proceedings proceedings, Decided decided) {
        var inMeeting = decided.sitting().isMeeting();
        var row = new Row()
                .act(decided.act())
                .act(decided.sitting().act())
                .text(decided.sitting().group())
                .count(decided.number())
                .text(inMeeting ? "no" : "yes")
                .text(decided.text().initiative())
                .text(decided.put().by().value())
                .moment(decided.asked())
                .moment(inMeeting ? null : decided.moment())
                .text(Row.word(decided.state()))
                .both(decided.text().text())
                .codes(decided.present());
        return Voices.said(row, decided.proposal(), remarks(proceedings)).cells();
    }

    private static Function<ActId, Optional<Remark>> remarks(Proceedings proceedings) {
        return act -> Optional.ofNullable(proceedings.said().get(act))
                .map(Utterance::saying)
                .flatMap(saying -> switch (saying) {
                    case Saying.Assented(var _, var _, var _, var reservation) -> Optional.ofNullable(reservation);
                    case Saying.Refused(var _, var _, var reason) -> Optional.of(reason);
                    default -> Optional.empty();
                });
    }

    static List<List<Cell>> actions(Proceedings proceedings, String initiative) {
        return Owed.all(proceedings).stream()
                .filter(owed -> isAbout(owed.decision(), initiative))
                .map(SittingRows::action)
                .toList();
    }

    private static List<Cell> action(Owed owed) {
        var report = owed.report();
        var reasons = new Voices.Lines();
        owed.checks().forEach(check -> reasons.add(check.act(), check.saying().reason()));
        var row = new Row()
                .text(owed.id().toString())
                .act(owed.decision().act())
                .act(owed.decision().sitting().act())
                .text(owed.decision().sitting().group())
                .text(owed.decision().text().initiative())
                .text(owed.action().owner().value())
                .text(String.valueOf(owed.action().office()))
                .day(owed.action().due())
                .both(owed.action().what())
                .text(Row.word(owed.state()))
                .act(report == null ? null : report.act())
                .remark(report == null ? null : report.saying().note())
                .codes(by(owed, true))
                .codes(by(owed, false));
        return reasons.end(row).cells();
    }

    private static List<PartyCode> by(Owed owed, boolean confirmed) {
        return owed.checks().stream()
                .filter(check -> check.saying().confirmed() == confirmed)
                .map(Utterance::by)
                .toList();
    }

    /** Each read when it is its turn: a sitting has as many versions as parties put, each as long as it may be. @param text reads a version */
    static Stream<Supplier<List<Cell>>> minutes(Proceedings proceedings, Function<ActId, Optional<Bilingual>> text) {
        if (!proceedings.sitting().isMeeting()) return Stream.empty();
        return MinutesBook.versions(proceedings).stream().map(version -> () -> {
            var row = new Row()
                    .act(version.act())
                    .act(proceedings.sitting().act())
                    .text(proceedings.sitting().group())
                    .count(proceedings.sitting().number())
                    .text(version.put().by().value())
                    .moment(version.put().at())
                    .act(version.amends())
                    .text(Row.word(version.state()));
            return Voices.said(row, version.proposal(), remarks(proceedings))
                    .both(text.apply(version.act()).orElse(null))
                    .cells();
        });
    }
}
