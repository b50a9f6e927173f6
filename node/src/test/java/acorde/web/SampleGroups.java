package acorde.web;

import acorde.compact.Group;
import acorde.groups.Attendance;
import acorde.groups.Circular;
import acorde.groups.Decided;
import acorde.groups.Leaf;
import acorde.groups.Meeting;
import acorde.groups.Owed;
import acorde.groups.Part;
import acorde.groups.SampleSittings;
import acorde.groups.Undecided;
import acorde.groups.Undone;
import acorde.trust.PartyCode;
import acorde.web.desk.Procedures;
import acorde.web.groups.GroupsView;
import acorde.web.groups.SigningView;
import acorde.web.groups.SigningView.Matter;
import acorde.web.groups.SittingView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.words.Bilingual;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is signed in groups, as it is shown before; and the page of one with much on it. */
final class SampleGroups {
    private static final String SITTING = "/sittings/HN/430";
    private static final Bilingual GROUP = new Bilingual("Mesa técnica de fronteras", "Technical group on borders");

    private SampleGroups() {}

    private static SigningView.Text text(Matter matter, Bilingual before, Bilingual now, String... files) {
        return new SigningView.Text(
                matter, GROUP, "A1", before, now, List.of(files), Attendance.Shortage.NONE, false, "", List.of());
    }

    private static SigningView view(SigningView.Text text, String to, String place, Flaw... flaws) {
        var carried = new TreeMap<>(
                Map.of("textEs", text.now().es(), "textEn", text.now().en()));
        return new SigningView(text, SITTING + to, SITTING + place, carried, List.of(flaws));
    }

    static Object minutes(Frame p) {
        var before = new Bilingual("ACTA\nSe decidió abrir el paso.", "MINUTES\nIt was decided to open the crossing.");
        var now = new Bilingual(
                "ACTA\nSe decidió por consenso abrir el paso.", "MINUTES\nIt was decided to open the crossing.");
        return view(
                text(Matter.AMENDMENT, before, now, "EJERCICIO-turnos-de-la-noche-de-todos-los-puestos.pdf"),
                "/minutes",
                "/minutes#put",
                new Flaw("read", Flaw.Why.NOT_READ));
    }

    private static Bilingual decided() {
        return new Bilingual(
                "Se abre el paso.\nIniciativa: A1-05\nEncarga a El Salvador, para el 24 nov 2026: Publicar el horario",
                "The crossing is opened.\nInitiative: A1-05\nGives to El Salvador, by 24 Nov 2026: Publish the hours");
    }

    static Object decision(Frame p) {
        var text = new SigningView.Text(
                Matter.DECISION,
                GROUP,
                "A1",
                decided(),
                decided(),
                List.of(),
                new Attendance.Shortage(1, new TreeSet<>(List.of(new PartyCode("US"), new PartyCode("SV")))),
                false,
                "",
                List.of());
        return view(text, "/decisions", "#put");
    }

    /** A refusal without its reason. */
    static Object answer(Frame p) {
        var open = Decided.all(SampleSittings.meeting()).stream()
                .filter(one -> one.state() == Decided.State.OPEN)
                .findFirst()
                .orElseThrow();
        var quote = new SittingView.Quote("US", false, "con horario de noche");
        var line = new SittingView.DecisionLine(
                open, new SittingView.About("A1-05", true), "1/2", Samples.consent("+..."), List.of(quote), true, null);
        var reason = "words-" + open.act().toString().replace('/', '-');
        var typed = new GroupsView.Typed(
                Map.of("choice", "refuse"),
                "words",
                Map.of(),
                List.of(new GroupsView.Typed.Wrong(reason, new Bilingual("Dé una razón.", "Give a reason."))));
        return new SittingView.Answer(text(Matter.DECISION, decided(), decided()), line, true, typed, null);
    }

    private static acorde.compact.Bilingual both(String es, String en) {
        return new acorde.compact.Bilingual(es, en);
    }

    /** A group with more than fits one page of each of its lists. */
    static Object ofManyPages(Frame p) {
        var sittings = SampleSittings.several();
        var meetings = sittings.stream()
                .filter(one -> one.sitting().isMeeting())
                .map(Meeting::of)
                .toList();
        var asked = sittings.stream()
                .filter(one -> !one.sitting().isMeeting())
                .flatMap(one -> Decided.all(one).stream())
                .map(one -> new Circular(Undecided.of(one), one.state()))
                .map(one -> new GroupsView.CircularLine(
                        one,
                        new SittingView.About("A1-05", true),
                        new Procedures.Told(p.say("rung.COORDINATOR"), LocalDate.parse("2027-01-15"), "")))
                .toList();
        var sitting = meetings.getFirst().sitting();
        var parties = sitting.parties();
        var text = new Group(
                Group.Kind.MINISTERIAL,
                both(GROUP.es(), GROUP.en()),
                "A1",
                both("Da seguimiento al área.", "Follows the area."),
                parties,
                sitting.seats(),
                3,
                null,
                null,
                List.of());
        var undone = new Undone(
                new Part(meetings.getFirst().act(), 1),
                sitting,
                1,
                "A1-05",
                new PartyCode("SV"),
                LocalDate.parse("2026-11-24"),
                Owed.State.REPORTED,
                both("Publicar el horario de noche de todos los puestos de la frontera", "Publish the night hours"),
                new TreeSet<>(parties));
        var line = new GroupsView.Line("A1", GROUP, "A1", "MINISTERIAL", "CONSENTED", null, 30, 2, 1);
        return new GroupsView.One(
                line,
                text,
                "sha256:" + "0".repeat(64),
                "",
                "GT",
                List.of(),
                new Leaf<>(meetings, 2, 3),
                new Leaf<>(asked, 1, 2),
                new Leaf<>(
                        List.of(new SittingView.UndoneLine(
                                undone, new SittingView.About("A1-05", true), "reported", "check")),
                        3,
                        3),
                List.of(SampleProgress.line()),
                "",
                false,
                false,
                List.of(),
                List.of(),
                LocalDateTime.parse("2026-11-27T10:00"),
                GroupsView.Typed.NOTHING,
                null);
    }
}
