package acorde.web.paper;

import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Refusal;
import acorde.web.words.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Papers, invented, with everything a page can show of them. */
public final class SamplePapers {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final String DIGEST = "7f3a9c2d" + "0b1e".repeat(14);
    private static final String[] FIGURES = {
        "PROMISED", "DATED", "DONE", "LATE", "LATE_OTHERS", "DISPUTED", "RAISED", "TO_DECIDE"
    };

    private SamplePapers() {}

    /** As a reader sees it. */
    public static PaperView brief(Frame p, boolean issued) {
        return paper(p, issued, "Despachos de consulta en los puestos fronterizos", 1);
    }

    private static List<String> sight(Frame p) {
        return List.of(p.say("paper.sight", 7, 60), p.say("paper.sight.warned", 2, p.day(DAY.plusDays(6))));
    }

    /** With as much on it as a brief can have, in letters as wide as there are. */
    static PaperView full(Frame p) {
        return paper(p, true, "W".repeat(59) + "…", 3);
    }

    private static PaperView paper(Frame p, boolean issued, String title, int lines) { // a paper of some length
        var rows = new ArrayList<PaperView.Row>();
        for (var i = 0; i < FIGURES.length; i++)
            rows.add(new PaperView.Row(
                    p.say("paper.figure." + FIGURES[i] + (i == 3 ? ".own" : ""), p.within("GT")),
                    i == 0 ? 1_248 : 10 + i,
                    i == 2 ? List.of() : List.of("GT/12", "HN/404", "SV/94"),
                    i == 0 ? 1_245 : 0));
        return new PaperView(
                "Acuerdo de cooperación en seguridad fronteriza",
                "brief",
                p.say("paper.title.brief", p.party("GT")),
                "Ministerio de Gobernación",
                DAY,
                p.say("paper.day", p.day(DAY)),
                issued ? "GT-123-7F3A-9C2D" : "",
                DIGEST,
                issued ? p.subject("GT") : "",
                issued ? "GT/123" : "",
                rows,
                List.of(),
                List.of(
                        new PaperView.Section(
                                p.say("paper.figure.LATE.own", p.within("GT")), lines(p, title, lines, "OVERDUE"), 9),
                        new PaperView.Section(p.say("paper.figure.LATE_OTHERS"), lines(p, title, lines, "OVERDUE"), 9),
                        new PaperView.Section(
                                p.say("paper.disputed"),
                                lines == 1 ? List.of() : lines(p, title, lines, "DISPUTED"),
                                0),
                        new PaperView.Section(p.say("paper.waits"), waiting(p, title, lines), 1)),
                List.of());
    }

    private static PaperView ofArea(Frame p) {
        return new PaperView(
                "Acuerdo de cooperación en seguridad fronteriza",
                "area",
                p.say("paper.title.area", "A1", "Seguridad fronteriza"),
                "",
                DAY,
                p.say("paper.day", p.day(DAY)),
                "",
                DIGEST,
                "",
                "",
                List.of(new PaperView.Row(p.say("paper.figure.ADDED"), 2, List.of("GT/12", "GT/13"), 0)),
                List.of(new PaperView.Total("solicitudes", "40.5", "", "1,031", List.of("GT/12", "HN/404"), 3)),
                List.of(),
                List.of());
    }

    private static PaperView ofGroup(Frame p) {
        var rows = new ArrayList<PaperView.Row>();
        for (var figure : List.of("MEETINGS", "QUORATE", "DECISIONS", "ACTIONS_LATE"))
            rows.add(new PaperView.Row(p.say("paper.figure." + figure), 2, List.of("GT/12", "HN/404"), 0));
        return new PaperView(
                "Acuerdo de cooperación en seguridad fronteriza",
                "group",
                p.say("paper.title.group", "A1", "Mesa técnica de seguridad fronteriza"),
                "",
                DAY,
                p.say("paper.period", p.day(DAY.minusMonths(3)), p.day(DAY)),
                "",
                DIGEST,
                "",
                "",
                rows,
                List.of(),
                List.of(
                        new PaperView.Section(
                                p.say("paper.meetings"), lines(p, p.say("meeting.nth", 3), 1, "INQUORATE"), 0),
                        new PaperView.Section(
                                p.say("paper.actions"), lines(p, "W".repeat(59) + "…", 1, "ACTION_LATE"), 2)),
                List.of());
    }

    /** A draft of a communiqué. @param text of every decision, in each language */
    static PaperView communique(Frame p, String text, int decisions) {
        var action = p.say("paper.action", p.party("US"), p.day(DAY), text.substring(0, Math.min(60, text.length())));
        var agreed = new PaperView.Agreed(
                "HN/405", text, text, true, Collections.nCopies(3, action), 17, p.say("paper.communique.untaken"));
        return new PaperView(
                "Acuerdo de cooperación en seguridad fronteriza",
                "communique",
                p.say("paper.title.communique", "3", p.day(DAY)),
                "",
                DAY,
                p.say("paper.communique.day", p.day(DAY)),
                "GT-124-7F3A-9C2D",
                DIGEST,
                p.subject("GT"),
                "GT/124",
                List.of(new PaperView.Row(p.say("paper.figure.ATTENDED"), 3, List.of("US/12", "HN/404", "SV/94"), 3)),
                List.of(),
                List.of(),
                Collections.nCopies(decisions, agreed));
    }

    private static List<PaperView.Line> waiting(Frame p, String title, int lines) {
        var waiting = new ArrayList<>(lines(p, title, lines, "RAISED"));
        waiting.addAll(lines(p, title, lines, "TO_DECIDE"));
        return waiting;
    }

    private static List<PaperView.Line> lines(Frame p, String title, int lines, String why) {
        var said = p.say("paper.line." + why, p.subject("US"), p.within("US"), p.day(DAY), "US/71");
        var doubt = why.equals("INQUORATE") ? p.say("paper.doubt.OTHERWISE") : "";
        return Collections.nCopies(lines, new PaperView.Line("A1-05", "/initiatives/A1-05", title, said, doubt));
    }

    private static List<DocumentsView.Line> earlier(Frame p) {
        return List.of(new DocumentsView.Line(
                "GT/99",
                p.say("paper.title.brief", p.party("GT")),
                DAY.minusDays(7),
                p.party("GT"),
                "GT-99-0A1B-2C3D"));
    }

    public static Object issued(Frame p) {
        return new PaperPage(brief(p, true), "", "", "", List.of(), List.of(), null);
    }

    public static Object draft(Frame p) {
        return new PaperPage(brief(p, false), "/documents/brief/HN", DIGEST, "", sight(p), earlier(p), null);
    }

    public static Object review(Frame p) {
        return new PaperReview(
                new PaperPage(brief(p, false), "/documents/brief/HN", DIGEST, "", sight(p), List.of(), null),
                brief(p.speaking(Language.ES), false),
                brief(p.speaking(Language.EN), false),
                List.of(new Flaw("read", Flaw.Why.NOT_READ)));
    }

    public static Object areaReport(Frame p) {
        return new PaperPage(ofArea(p), "/documents/area/A1", DIGEST, "", sight(p), List.of(), null);
    }

    public static Object groupReport(Frame p) {
        return new PaperPage(ofGroup(p), "/documents/group/A1", DIGEST, "2026-08-25", sight(p), List.of(), null);
    }

    public static Object communique(Frame p) {
        var text = "Acuerdan abrir el paso de mercancías de 6 a 22 horas; " + "W".repeat(60);
        return new PaperPage(communique(p, text, 2), "", "", "", List.of(), List.of(), null);
    }

    public static Object moved(Frame p) {
        var refusal = new Refusal("DRAFT_MOVED", "HN", Refusal.Stage.BEFORE_SIGNING, List.of());
        return new PaperPage(brief(p, false), "/documents/brief/HN", DIGEST, "", sight(p), List.of(), refusal);
    }

    public static Object documents(Frame p) {
        return new DocumentsView(
                List.of(new DocumentsView.Choice(p.party("GT"), "/documents/brief/GT")),
                List.of(new DocumentsView.Choice("A1. Seguridad fronteriza", "/documents/area/A1")),
                List.of(new DocumentsView.Choice("A1. Mesa técnica", "/documents/group/A1")),
                List.of(new DocumentsView.Choice(
                        p.say("paper.title.communique", "3", p.day(DAY)), "/documents/communique/ministers.HN-402")),
                earlier(p));
    }

    public static Object noDocuments(Frame p) {
        return new DocumentsView(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static Object nothingTyped(Frame p) {
        return new CheckView("", null);
    }

    public static Object unknown(Frame p) {
        return new CheckView("GT-123-7F3A-9C2E", null);
    }

    public static Object checked(Frame p) {
        var rows = List.of(
                new CheckView.Row(p.say("paper.figure.PROMISED"), "12", "13", true, p.say("check.row.changed")),
                new CheckView.Row(p.say("paper.figure.LATE"), "2", "2", false, p.say("check.row.same")),
                new CheckView.Row(p.say("paper.figure.DONE"), "1", "1", false, p.say("check.row.acts")),
                new CheckView.Row(p.say("paper.figure.RAISED"), "0", "", true, p.say("check.row.gone")));
        return new CheckView(
                "GT-123-7F3A-9C2D",
                new CheckView.Found(
                        p.say("paper.title.brief", p.party("GT")),
                        DAY,
                        p.party("GT"),
                        p.say("role.COORDINATOR"),
                        Instant.parse("2026-11-25T15:12:00Z"),
                        "GT/123",
                        "GT-123-7F3A-9C2D",
                        DIGEST,
                        DAY.plusDays(5),
                        2,
                        rows));
    }
}
