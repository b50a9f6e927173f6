package acorde.web.paper;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Area;
import acorde.compact.Carried;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.documents.Checked;
import acorde.documents.Entry;
import acorde.documents.Figure;
import acorde.documents.Issued;
import acorde.documents.Paper;
import acorde.documents.Scope;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.web.desk.Directory;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts papers into a reader's words. What is counted is not touched. */
final class PaperWords {
    /** Acts named beside a figure; the page of the check has them all behind it. */
    private static final int ACTS = 3;

    /** Characters of a title: one line of a paper, in whatever letters. */
    private static final int TITLE = 60;

    private static final Set<Entry.Why> LATE = Set.of(Entry.Why.OVERDUE, Entry.Why.SILENT);

    private final Acts acts;
    private final Compact compact;
    private final Founding founding;

    PaperWords(Acts acts, Compact compact, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
    }

    /** @param issued null for a paper as it stands */
    PaperView view(Paper paper, @Nullable Issued issued, Frame frame) {
        return new PaperView(
                frame.in(Directory.words(founding.title())),
                title(paper.scope(), frame),
                body(paper.scope(), frame),
                paper.day(),
                issued == null ? "" : issued.code().toString(),
                paper.digest().hex(),
                issued == null ? "" : frame.subject(issued.act().party().value()),
                issued == null ? "" : issued.act().toString(),
                paper.figures().stream().map(figure -> row(figure, frame)).toList(),
                sections(paper, frame));
    }

    String title(Scope scope, Frame frame) {
        return switch (scope.kind()) {
            case BRIEF -> frame.say("paper.title.brief", frame.party(scope.of()));
            case AREA -> frame.say("paper.title.area", scope.of(), area(scope.of(), frame));
        };
    }

    /** The name of an area; empty if it has none here. */
    String area(String code, Frame frame) {
        var key = new ItemKey(ItemKey.Kind.AREA, code);
        var item = compact.items().get(key);
        var head = item == null ? null : item.head();
        return head != null && compact.text(key, head) instanceof Area area
                ? frame.in(Directory.words(area.title()))
                : "";
    }

    private String body(Scope scope, Frame frame) {
        if (scope.kind() != Scope.Kind.BRIEF) return "";
        return founding.parties().stream()
                .filter(party -> party.code().value().equals(scope.of()))
                .findFirst()
                .map(party -> frame.in(Directory.words(party.body())))
                .orElse("");
    }

    private static PaperView.Row row(Figure figure, Frame frame) {
        var behind = figure.acts();
        return new PaperView.Row(
                name(figure.name(), frame),
                figure.value(),
                behind.stream().limit(ACTS).map(ActId::toString).toList(),
                Math.max(0, behind.size() - ACTS));
    }

    private static String name(Figure.Name name, Frame frame) {
        return frame.say("paper.figure." + name);
    }

    /** What stands under which heading, by the figures of the paper. */
    private List<PaperView.Section> sections(Paper paper, Frame frame) {
        var titles = titles(paper, frame);
        var sections = new ArrayList<PaperView.Section>();
        var headings = new Headings(paper, titles, frame);
        headings.add(sections, "paper.late", LATE, List.of(Figure.Name.LATE));
        headings.add(sections, "paper.blocked", Set.of(Entry.Why.BLOCKED), List.of(Figure.Name.BLOCKED));
        headings.add(sections, "paper.disputed", Set.of(Entry.Why.DISPUTED), List.of(Figure.Name.DISPUTED));
        if (paper.scope().kind() == Scope.Kind.BRIEF)
            headings.add(
                    sections,
                    "paper.waits",
                    Set.of(Entry.Why.RAISED, Entry.Why.TO_DECIDE),
                    List.of(Figure.Name.RAISED, Figure.Name.TO_DECIDE));
        else headings.add(sections, "paper.undecided", Set.of(Entry.Why.TO_DECIDE), List.of(Figure.Name.TO_DECIDE));
        return sections;
    }

    /** The lines of a paper under their headings. */
    private record Headings(Paper paper, Map<ActId, String> titles, Frame frame) {
        void add( // one heading
                List<PaperView.Section> sections, String key, Set<Entry.Why> whys, List<Figure.Name> counted) {
            var counts = counted.stream()
                    .flatMap(name -> paper.figure(name).stream())
                    .toList();
            if (counts.isEmpty()) return;
            var lines = paper.entries().stream()
                    .filter(entry -> whys.contains(entry.why()))
                    .map(this::line)
                    .toList();
            var all = counts.stream().mapToInt(Figure::value).sum();
            sections.add(new PaperView.Section(frame.say(key), lines, Math.max(0, all - lines.size())));
        }

        private PaperView.Line line(Entry entry) {
            var initiative = entry.item().kind() == ItemKey.Kind.INITIATIVE;
            return new PaperView.Line(
                    initiative ? entry.item().code() : frame.item(entry.item().toString()),
                    initiative ? Links.initiative(entry.item().code()) : "",
                    entry.text() == null ? "" : titles.getOrDefault(entry.text(), ""),
                    frame.say(
                            "paper.line." + entry.why(),
                            frame.subject(entry.party().value()),
                            frame.within(entry.party().value()),
                            frame.day(entry.day()),
                            Objects.toString(entry.see(), "")));
        }
    }

    /** Titles from the very acts that carried the texts: a paper says the same when a text has changed since. */
    private Map<ActId, String> titles(Paper paper, Frame frame) {
        var carriers = paper.entries().stream()
                .flatMap(entry -> Optional.ofNullable(entry.text()).stream())
                .toList();
        var titles = new HashMap<ActId, String>();
        acts.acts(carriers)
                .forEach((id, act) -> Carried.by(act, founding).ifPresent(carried -> {
                    if (carried.text() instanceof Initiative text)
                        titles.put(id, cut(frame.in(Directory.words(text.title()))));
                }));
        return titles;
    }

    private static String cut(String title) {
        if (title.codePointCount(0, title.length()) <= TITLE) return title;
        var end = title.lastIndexOf(' ', title.offsetByCodePoints(0, TITLE - 1));
        return (end > 0 ? title.substring(0, end) : title.substring(0, title.offsetByCodePoints(0, TITLE - 1))) + "…";
    }

    DocumentsView.Line line(Issued issued, Frame frame) {
        return new DocumentsView.Line(
                issued.act().toString(),
                title(issued.paper().scope(), frame),
                issued.paper().day(),
                frame.party(issued.act().party().value()),
                issued.code().toString());
    }

    CheckView.Found found(Checked.Found found, LocalDate today, Frame frame) {
        var issued = found.issued();
        var rows = found.figures().stream().map(each -> row(each, frame)).toList();
        return new CheckView.Found(
                title(issued.paper().scope(), frame),
                issued.paper().day(),
                frame.party(issued.act().party().value()),
                office(issued.office(), frame),
                issued.at(),
                issued.act().toString(),
                issued.code().toString(),
                issued.paper().digest().hex(),
                today,
                (int) rows.stream().filter(CheckView.Row::changed).count(),
                rows);
    }

    private static CheckView.Row row(Checked.Compared compared, Frame frame) {
        var today = compared.today();
        return new CheckView.Row(
                name(compared.printed().name(), frame),
                compared.printed().value(),
                today == null ? "" : frame.number(today.value()),
                !compared.same(),
                frame.say(
                        today == null
                                ? "check.row.gone"
                                : !compared.same()
                                        ? "check.row.changed"
                                        : compared.otherActs() ? "check.row.acts" : "check.row.same"));
    }

    /** An office of any party by what it may do: its own name is known at its own node alone. */
    private static String office(String code, Frame frame) {
        return OfficeCode.read(code)
                .flatMap(Role::of)
                .map(role -> frame.say("role." + role))
                .orElse(code);
    }
}
