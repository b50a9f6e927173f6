package acorde.web.desk;

import acorde.finding.Answer;
import acorde.finding.Entry;
import acorde.finding.Excerpt;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.SearchView;
import acorde.web.view.WorkView;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.List;

/** Things that were found, and work that awaits, as lines of pages. */
public final class Findings {
    private Findings() {}

    /** The page on which a thing is opened; where it has none of its own, that of the act that says it. */
    public static String link(Key key, String act) {
        return switch (key.kind()) {
            case "initiative" -> Links.initiative(key.name());
            case "proposal" -> Links.proposal(key.name());
            case "area" -> Links.area(key.name());
            case "instrument" -> Links.COMPACT;
            case "group" -> Links.group(key.name());
            case "meeting", "written-procedure" -> Links.sitting(key.name());
            case "decision" -> Links.sitting(sitting(key)) + "#d-" + decision(key);
            case "action" -> Links.sitting(sitting(key)) + "#actions";
            default -> act.isEmpty() ? Links.COMPACT : Links.act(act);
        };
    }

    /** What is decided in a sitting has a name that begins with that of the sitting. */
    private static String sitting(Key key) {
        return key.name().replaceFirst("^([^/]+/[^/]+)/.*", "$1");
    }

    private static String decision(Key key) {
        return key.name().replaceFirst("^[^/]+/[^/]+/", "").replace('/', '-');
    }

    /** Where a title says it all, a code only repeats it. */
    private static String code(Key key) {
        return switch (key.kind()) {
            case "initiative", "proposal", "answer", "area" -> key.name();
            default -> "";
        };
    }

    static SearchView.Line line(Answer.Hit hit, Frame frame) {
        var entry = hit.entry();
        var spanish = frame.language() == Language.ES;
        var own = spanish ? hit.es() : hit.en();
        var other = spanish ? hit.en() : hit.es();
        var shown = own.found() || !other.found() ? own : other;
        var act = entry.act() == null ? "" : entry.act().toString();
        var place = entry.place();
        return new SearchView.Line(
                entry.key().kind(),
                code(entry.key()),
                entry.title().in(spanish),
                link(entry.key(), act),
                place.area() == null ? "" : place.area(),
                place.parties().stream().map(PartyCode::value).toList(),
                place.standing() == null ? "" : place.standing(),
                place.day(),
                pieces(shown),
                shown == own ? "" : frame.language().other().code(),
                act);
    }

    private static List<SearchView.Piece> pieces(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> new SearchView.Piece(piece.text(), piece.marked()))
                .toList();
    }

    /** A suggestion: what is opened by it, and what it is called. */
    static SearchView.Choice suggestion(Entry entry, Frame frame) {
        var title = entry.title().in(frame.language() == Language.ES);
        var code = code(entry.key());
        var act = entry.act() == null ? "" : entry.act().toString();
        return new SearchView.Choice(code.isEmpty() ? title : code + " " + title, link(entry.key(), act), 0);
    }

    static WorkView.Line line(Task task, Frame frame, LocalDate today) {
        var due = task.due();
        return new WorkView.Line(
                task.what(),
                code(task.about()),
                task.title().in(frame.language() == Language.ES),
                link(task.about(), ""),
                due,
                due != null && due.isBefore(today),
                task.since());
    }
}
