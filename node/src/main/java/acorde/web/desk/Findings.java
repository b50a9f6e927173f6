package acorde.web.desk;

import acorde.finding.Answer;
import acorde.finding.Entry;
import acorde.finding.Excerpt;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.finding.Unsigned;
import acorde.trust.PartyCode;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.SearchView;
import acorde.web.view.WorkView;
import acorde.web.words.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Things that were found, and work that awaits, as lines of pages. */
public final class Findings {
    private Findings() {}

    /** The page on which a thing is opened; where it has none of its own, that of the act that says it. */
    public static String link(Key key, String act) {
        return switch (key.kind()) {
            case "initiative" -> Links.initiative(key.name());
            case "proposal" -> Links.proposal(key.name());
            case "area" -> Links.area(key.name());
            case "indicator" -> Links.indicator(key.name());
            case "instrument" -> Links.COMPACT;
            case "group" -> Links.group(key.name());
            case "meeting", "written-procedure" -> Links.sitting(key.name());
            case "decision" -> Links.sitting(sitting(key)) + "#d-" + decision(key);
            case "exchange" -> Links.report(key.name());
            case "exchange-order" -> Links.EXCHANGE;
            case "exchange-leave" -> Links.leave(key.name());
            case "webhook" -> Links.WEBHOOKS;
            case "action" -> Links.sitting(sitting(key)) + "#actions";
            case "item-report", "item-request", "item-answer", "item-alert" -> Links.report(key.name());
            default -> act.isEmpty() ? Links.COMPACT : Links.act(act);
        };
    }

    /** A form that its writer left, by the name under which {@link Writing} keeps it. */
    static WorkView.Begun begun(Unsigned.Left left) {
        var name = left.form().split("/", 2);
        var draft = name[1].startsWith("/") ? name[1].substring(1) : "";
        var of = draft.isEmpty() ? name[1] : "";
        return switch (name[0]) {
            case "proposal" -> begun(left, "initiative", of, Links.compose(of, draft, false));
            case "mandate" -> begun(left, "group", of, Links.mandate(of, draft, false));
            case "report" ->
                begun(left, left.answers() == null ? "report" : "answer", of, Links.newReport(draft, false));
            case "progress" -> new WorkView.Begun("progress", "", of, Links.progress(of), left.at());
            case "release" -> begun(left, "release", of, Links.NEW_RELEASE);
            case "area", "indicator" -> begun(left, name[0], of, Links.newText(name[0], of, draft, false));
            case "signing" -> {
                var group = of.startsWith("groups/");
                var where = of.substring(of.indexOf('/') + 1, of.lastIndexOf('/'));
                yield begun(left, group ? "group" : "sitting", where, "/" + of + "/review");
            }
            default -> begun(left, name[0], of, Links.newText(name[0], ""));
        };
    }

    private static WorkView.Begun begun(Unsigned.Left left, String what, String of, String link) { // what was left
        return new WorkView.Begun(what, of.isEmpty() ? "" : what + "/" + of, left.title(), link, left.at());
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
            case "initiative", "proposal", "answer", "area", "indicator" -> key.name();
            default -> "";
        };
    }

    /** @param at when the act was said that the answer is; null where it is another thing, whose day has no hour */
    static SearchView.Line line(Answer.Hit hit, @Nullable Instant at, Frame frame) {
        var entry = hit.entry();
        var spanish = frame.language() == Language.ES;
        var own = spanish ? hit.es() : hit.en();
        var other = spanish ? hit.en() : hit.es();
        var shown = own.found() || !other.found() ? own : other;
        var act = entry.act() == null ? "" : entry.act().toString();
        var place = entry.place();
        var title = title(entry, frame);
        return new SearchView.Line(
                entry.key().kind(),
                code(entry.key()),
                title.text(),
                title.language() == frame.language() ? "" : title.language().code(),
                link(entry.key(), act),
                place.area() == null ? "" : place.area(),
                place.parties().stream().map(PartyCode::value).toList(),
                place.standing() == null ? "" : place.standing(),
                at == null
                        ? place.day()
                        : LocalDate.ofInstant(at, frame.formats().zone()),
                pieces(shown),
                shown == own ? "" : frame.language().other().code(),
                act);
    }

    /** Whether it is one act: its day is that of the reader then. */
    static boolean isAct(Entry entry) {
        return entry.rank() == Entry.Rank.SAYING || entry.key().kind().equals("proposal");
    }

    private record Title(String text, Language language) {}

    /** What is said of a thing is called after it: its author tells one from another. What is exchanged is written in one language, or bears no title. */
    private static Title title(Entry entry, Frame frame) {
        var own = frame.language();
        var title = entry.title().in(own == Language.ES);
        var other = entry.title().in(own != Language.ES);
        var parties = entry.place().parties();
        if (title.isEmpty() && !other.isEmpty()) return new Title(other, own.other());
        if (title.isEmpty())
            return new Title(frame.say("exchange.untitled", entry.key().name()), own);
        if (entry.rank() == Entry.Rank.THING || parties.isEmpty()) return new Title(title, own);
        var kind = frame.say("kind." + entry.key().kind());
        return new Title(
                frame.say("search.said", kind, frame.within(parties.first().value()), title), own);
    }

    /** Each text stands on a line of its own. */
    private static List<SearchView.Piece> pieces(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> new SearchView.Piece(piece.text().replaceAll("\\s*\n\\s*", " · "), piece.marked()))
                .toList();
    }

    /** A suggestion: what is opened by it, and what it is called. */
    static SearchView.Choice suggestion(Entry entry, Frame frame) {
        var title = title(entry, frame).text();
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
