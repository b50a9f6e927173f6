package acorde.web.groups;

import acorde.acts.Acts;
import acorde.compact.CharterText;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.Word;
import acorde.files.Files;
import acorde.groups.Attendance;
import acorde.groups.Circular;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Groups;
import acorde.groups.MinutesBook;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Undecided;
import acorde.groups.Undone;
import acorde.groups.Utterance;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.trust.PartyCode;
import acorde.web.desk.Procedures;
import acorde.web.desk.Tables;
import acorde.web.view.Chord;
import acorde.web.view.FileLine;
import acorde.web.view.Frame;
import acorde.web.view.OfficeName;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes views of what was said in groups. */
final class Drawing {
    private final Acts acts;
    private final Groups groups;
    private final Founding founding;
    private final Tables tables;
    private final Procedures procedures;
    private final Offices offices;
    private final Files files;

    Drawing( // the parts it joins
            Acts acts,
            Groups groups,
            Founding founding,
            Tables tables,
            Procedures procedures,
            Offices offices,
            Files files) {
        this.acts = acts;
        this.groups = groups;
        this.founding = founding;
        this.tables = tables;
        this.procedures = procedures;
        this.offices = offices;
        this.files = files;
    }

    PartyCode self() {
        return acts.self();
    }

    List<PartyCode> parties() {
        return founding.parties().stream().map(CharterText.Party::code).toList();
    }

    /** Beside the record itself: who reads it, and what came of what they sent. */
    record Reading(
            Officer officer,
            Frame frame,
            GroupsView.Typed typed,
            @Nullable Refusal refusal) {
        LocalDate today() {
            return frame.formats().today();
        }
    }

    SittingView sitting(Proceedings proceedings, Reading reading) {
        var sitting = proceedings.sitting();
        var known = tables.find(sitting.group());
        var course = sitting.isMeeting() ? Course.of(proceedings) : null;
        var decisions = Decided.all(proceedings).stream()
                .map(decided -> decision(proceedings, decided, reading))
                .toList();
        var speaks = speaks(proceedings, reading.officer());
        var undone = groups.undone(sitting.group(), 1);
        var earlier = undone.lines().stream()
                .filter(one -> !one.sitting().act().equals(sitting.act()))
                .map(one -> undone(one, reading))
                .toList();
        return new SittingView(
                proceedings,
                Tables.title(sitting.group(), known),
                known.map(Tables.Known::area).orElse(""),
                course,
                course == null || course.opened() == null ? null : room(proceedings, course, reading),
                agenda(proceedings, decisions),
                course == null ? List.of() : Course.leftOut(proceedings),
                documents(proceedings),
                speaks ? files.uploads(reading.officer().person()) : List.of(),
                decisions,
                Owed.all(proceedings).stream()
                        .map(owed -> action(owed, reading))
                        .toList(),
                earlier,
                undone.of() > 1,
                minutes(proceedings),
                seats(sitting.seats(), reading.frame().language()),
                tables.next(sitting.group())
                        .filter(next -> !next.act().equals(sitting.act()))
                        .orElse(null),
                known.filter(one -> one.text().kind() == Group.Kind.MINISTERIAL)
                        .filter(_ -> course != null && course.opened() != null)
                        .map(one -> one.code() + "." + sitting.act().toString().replace('/', '-'))
                        .orElse(""),
                acts.self().value(),
                speaks,
                speaks && acts.self().equals(sitting.chair()),
                speaks ? groups.note(sitting.act()).orElse(null) : null,
                reading.typed(),
                seen(proceedings),
                reading.refusal());
    }

    /** Those of the directory that are among these. */
    List<CharterText.Party> parties(Collection<PartyCode> codes) {
        return founding.parties().stream()
                .filter(party -> codes.contains(party.code()))
                .toList();
    }

    /** Whether a code is that of an initiative of the compact. */
    boolean knows(String code) {
        return tables.hasInitiative(code);
    }

    SittingView.@Nullable About about(@Nullable String code) {
        return code == null ? null : new SittingView.About(code, knows(code));
    }

    Files files() {
        return files;
    }

    private List<FileLine> documents(Proceedings proceedings) {
        return proceedings.said().values().stream()
                .flatMap(one -> documents(one).stream())
                .toList();
    }

    /** Those that came with one act. */
    List<FileLine> documents(Utterance<?> one) {
        if (one.documents() == 0) return List.of();
        return files.of(one.act()).stream()
                .map(kept -> new FileLine(one.act().toString(), kept))
                .toList();
    }

    /** A decision before it is answered. */
    SittingView.Answer answer(Proceedings proceedings, Decided decided, Reading reading) {
        var whole = Shown.decision(decided.text(), reading.frame().formats());
        return new SittingView.Answer(
                signing(SigningView.Matter.DECISION, proceedings, whole),
                decision(proceedings, decided, reading),
                speaks(proceedings, reading.officer()),
                reading.typed(),
                reading.refusal());
    }

    /** What would be signed in a sitting. */
    SigningView.Text signing(SigningView.Matter matter, Proceedings in, Bilingual now) {
        var group = in.sitting().group();
        var known = tables.find(group);
        var area = known.map(Tables.Known::area).orElse("");
        return new SigningView.Text(matter, Tables.title(group, known), area, now);
    }

    /** What tells an open page that there is more to be shown. */
    static String seen(Proceedings proceedings) {
        return Integer.toHexString(proceedings.said().keySet().hashCode());
    }

    boolean speaks(Proceedings proceedings, Officer officer) {
        return proceedings
                .sitting()
                .seat(acts.self())
                .filter(seat -> seat.speaks(officer.office()))
                .isPresent();
    }

    private SittingView.Room room(Proceedings proceedings, Course course, Reading reading) {
        var now = course.closed() == null ? reading.frame().formats().now() : course.closed();
        var attendance = new Attendance(proceedings);
        var counted = attendance.counted(moment(course, now));
        var zone = course.when().zone();
        var quorum = counted.size() >= proceedings.sitting().quorum();
        var since = attendance.quorums().reversed().stream()
                .findFirst()
                .filter(_ -> quorum)
                .map(stretch -> Shown.clock(stretch.from(), zone))
                .orElse("");
        return new SittingView.Room(
                Timeline.of(course, attendance, now, true),
                Timeline.of(course, attendance, now, false),
                attendance.accounts().stream()
                        .map(account -> new SittingView.PresenceLine(
                                account,
                                Shown.typed(account.recorded(), zone),
                                account.own() == null ? "" : Shown.typed(account.own(), zone),
                                account.isHere()
                                        ? Shown.clock(
                                                account.recorded().getLast().from(), zone)
                                        : "",
                                account.party().equals(acts.self()),
                                offices(proceedings, account.party(), reading),
                                acting(proceedings, account.party(), reading.officer())
                                        .value()))
                        .toList(),
                new Chord(
                        Chord.Matter.PRESENCE,
                        parties().stream()
                                .map(party -> new Chord.Mark(party.value(), present(proceedings, counted, party), null))
                                .toList()),
                quorum,
                since,
                proceedings.sitting().quorum(),
                proceedings.sitting().parties().stream()
                        .filter(party -> !counted.contains(party))
                        .map(PartyCode::value)
                        .toList());
    }

    /** Who is there for a party, unless somebody says otherwise: for the reader's own the reader. */
    OfficeCode acting(Proceedings proceedings, PartyCode party, Officer officer) {
        var seat = proceedings.sitting().seat(party).orElseThrow();
        return party.equals(acts.self()) && seat.speaks(officer.office())
                ? officer.office()
                : new Attendance(proceedings).acting(seat);
    }

    private List<SittingView.Office> offices(Proceedings proceedings, PartyCode party, Reading reading) {
        var seat = proceedings.sitting().seat(party).orElseThrow();
        var here = seat.party().equals(acts.self());
        var language = reading.frame().language();
        var offices = new ArrayList<SittingView.Office>();
        offices.add(office("presence.office.titular", seat.titular(), here, language));
        var alternate = seat.alternate();
        if (alternate != null) offices.add(office("presence.office.alternate", alternate, here, language));
        var acting = acting(proceedings, party, reading.officer());
        if (!acting.equals(seat.titular()) && !acting.equals(alternate))
            offices.add(new SittingView.Office(acting.value(), office(acting, here, language)));
        return offices;
    }

    /** Offices that can sit in a group, as far as they are known: this party's own; of another's, the two that it may have. */
    List<SittingView.Office> seated(boolean here, String group, Language language) {
        var codes = here
                ? offices.offices().stream().map(acorde.offices.Office::code)
                : Stream.of("coordination", "representative-" + group.toLowerCase(Locale.ROOT))
                        .flatMap(code -> OfficeCode.read(code).stream());
        return codes.filter(Tables::sits)
                .map(code -> new SittingView.Office(code.value(), office(code, here, language)))
                .toList();
    }

    private SittingView.Office office(String as, OfficeCode code, boolean here, Language language) { // how, and which
        return new SittingView.Office(code.value(), Words.in(language).say(as, office(code, here, language)));
    }

    /** The last moment of a meeting that is over, the present of one that goes on. */
    private static Instant moment(Course course, Instant now) {
        return course.closed() == null ? now : course.closed().minusSeconds(1);
    }

    private static Chord.State present(Proceedings proceedings, java.util.Set<PartyCode> counted, PartyCode party) {
        if (proceedings.sitting().seat(party).isEmpty()) return Chord.State.DASHED;
        return counted.contains(party) ? Chord.State.FILLED : Chord.State.HOLLOW;
    }

    private List<SittingView.PointLine> agenda(Proceedings proceedings, List<SittingView.DecisionLine> decisions) {
        if (!proceedings.sitting().isMeeting()) return List.of();
        return Course.agenda(proceedings).stream()
                .map(point -> new SittingView.PointLine(
                        point,
                        about(point.point().about()),
                        decisions.stream()
                                .filter(line ->
                                        point.part().equals(line.decided().point()))
                                .toList()))
                .toList();
    }

    SittingView.DecisionLine decision(Proceedings proceedings, Decided decided, Reading reading) {
        var quotes = new ArrayList<SittingView.Quote>();
        for (var word : decided.proposal().words().values())
            quote(proceedings, word, reading.frame().language()).ifPresent(quotes::add);
        return new SittingView.DecisionLine(
                decided,
                about(decided.text().initiative()),
                decided.label(),
                Shown.chord(Chord.Matter.CONSENT, proceedings, decided.proposal(), parties()),
                quotes,
                decided.awaits(acts.self()),
                procedures.told(Undecided.of(decided), reading.frame()));
    }

    private static Optional<SittingView.Quote> quote(Proceedings proceedings, Word word, Language language) {
        var said = Optional.ofNullable(proceedings.said().get(word.act())).map(Utterance::saying);
        var party = word.act().party().value();
        return said.flatMap(saying -> switch (saying) {
            case Saying.Assented assented
            when assented.reservation() != null ->
                Optional.of(new SittingView.Quote(party, false, Shown.remark(assented.reservation(), language)));
            case Saying.Refused refused ->
                Optional.of(new SittingView.Quote(party, true, Shown.remark(refused.reason(), language)));
            default -> Optional.empty();
        });
    }

    SittingView.ActionLine action(Owed owed, Reading reading) {
        var language = reading.frame().language();
        var report = owed.report();
        var disputes = owed.checks().stream()
                .filter(check -> !check.saying().confirmed())
                .map(check -> new SittingView.Quote(
                        check.by().value(), true, Shown.remark(check.saying().reason(), language)))
                .toList();
        var here = owed.decision().sitting().seat(acts.self()).isPresent();
        return new SittingView.ActionLine(
                owed,
                about(owed.decision().text().initiative()),
                owed.decision().label(),
                owed.light(reading.today()).word(),
                report == null ? "" : Shown.remark(report.saying().note(), language),
                disputes,
                owed.action().owner().equals(acts.self()),
                here
                        && !owed.action().owner().equals(acts.self())
                        && (owed.state() == Owed.State.REPORTED || owed.state() == Owed.State.DISPUTED));
    }

    /** The same by its short row. */
    SittingView.UndoneLine undone(Undone action, Reading reading) {
        var seat = action.sitting().seat(acts.self());
        var speaks = seat.filter(one -> one.speaks(reading.officer().office())).isPresent();
        var said = action.state() == Owed.State.REPORTED || action.state() == Owed.State.DISPUTED;
        var does = action.owner().equals(acts.self()) ? "report" : said ? "check" : "";
        return new SittingView.UndoneLine(
                action,
                about(action.initiative()),
                action.light(reading.today()).word(),
                speaks ? does : "");
    }

    GroupsView.CircularLine circular(Circular circular, Reading reading) {
        return new GroupsView.CircularLine(
                circular, about(circular.asked().initiative()), procedures.told(circular.asked(), reading.frame()));
    }

    SittingView.@Nullable MinutesLine minutes(Proceedings proceedings) {
        if (!proceedings.sitting().isMeeting()) return null;
        var versions = MinutesBook.versions(proceedings);
        if (versions.isEmpty()) return null;
        var shown = MinutesBook.approved(proceedings).orElse(versions.getLast());
        return new SittingView.MinutesLine(
                shown,
                Shown.chord(Chord.Matter.APPROVAL, proceedings, shown.proposal(), parties()),
                shown.awaits(acts.self()));
    }

    List<GroupsView.Seat> seats(List<acorde.compact.Group.Seat> seats, Language language) {
        return seats.stream()
                .map(seat -> {
                    var here = seat.party().equals(acts.self());
                    var alternate = seat.alternate();
                    return new GroupsView.Seat(
                            seat.party().value(),
                            office(seat.titular(), here, language),
                            alternate == null ? "" : office(alternate, here, language),
                            here);
                })
                .toList();
    }

    /**
     * The name of an office of this party; of another's, its role and code: what it is called there is not known here.
     */
    private String office(OfficeCode code, boolean here, Language language) {
        if (!here) return OfficeName.alone(Words.in(language), code);
        return offices.office(code)
                .map(office -> language == Language.ES ? office.inSpanish() : office.inEnglish())
                .orElse(code.value());
    }
}
