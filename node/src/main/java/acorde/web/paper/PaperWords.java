package acorde.web.paper;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Area;
import acorde.compact.Carried;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.documents.Checked;
import acorde.documents.Doubt;
import acorde.documents.Entry;
import acorde.documents.Figure;
import acorde.documents.Issued;
import acorde.documents.Listing;
import acorde.documents.Paper;
import acorde.documents.Scope;
import acorde.documents.Sight;
import acorde.documents.Sum;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Sitting;
import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.web.desk.Directory;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.words.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts papers into a reader's words. What is counted is not touched. */
// longer than a file should be: the words of every sort of paper, in the order of its lines
final class PaperWords {
    /** Acts named beside a figure; the page of the check has them all behind it. */
    private static final int ACTS = 3;

    /** Characters of a title: one line of a paper, in whatever letters. */
    private static final int TITLE = 60;

    /** Characters of a decision in one language: a communiqué is read out. */
    private static final int DECISION = 600;

    /** Actions of a decision that a communiqué names. */
    private static final int ACTIONS = 3;

    private static final Set<Entry.Why> MEETINGS = Set.of(Entry.Why.HELD, Entry.Why.INQUORATE);
    private static final Set<Entry.Why> LATE = Set.of(Entry.Why.OVERDUE, Entry.Why.SILENT);

    private final Acts acts;
    private final Compact compact;
    private final Groups groups;
    private final Founding founding;

    PaperWords(Acts acts, Compact compact, Groups groups, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.groups = groups;
        this.founding = founding;
    }

    /**
     * @param issued null for a paper as it stands
     * @param doubts what this node says against its lines
     */
    PaperView view(Paper paper, @Nullable Issued issued, Map<Entry, Doubt> doubts, Frame frame) {
        return new PaperView(
                frame.in(Directory.words(compact.founding().title())),
                paper.scope().kind().toString(),
                title(paper.scope(), frame),
                body(paper.scope(), frame),
                paper.day(),
                when(paper, frame),
                issued == null ? "" : issued.code().toString(),
                paper.digest().hex(),
                issued == null ? "" : frame.subject(issued.act().party().value()),
                issued == null ? "" : issued.act().toString(),
                paper.figures().stream()
                        .map(figure -> row(paper.scope(), figure, frame))
                        .toList(),
                paper.sums().stream().map(sum -> total(sum, frame)).toList(),
                sections(paper, doubts, frame),
                paper.scope().kind() == Scope.Kind.COMMUNIQUE
                        ? agreed(paper, meeting(paper.scope()), frame)
                        : List.of());
    }

    private static String when(Paper paper, Frame frame) {
        var since = paper.scope().since();
        return switch (paper.scope().kind()) {
            case BRIEF, AREA -> frame.say("paper.day", frame.day(paper.day()));
            case GROUP -> frame.say("paper.period", since == null ? "" : frame.day(since), frame.day(paper.day()));
            case COMMUNIQUE -> frame.say("paper.communique.day", frame.day(paper.day()));
        };
    }

    /** From whose sight delays count, and what this party's own pages count beyond that. */
    static List<String> sight(Sight sight, Frame frame) {
        var rule = frame.say("paper.sight", sight.others(), sight.everybody());
        var first = sight.first();
        return first == null
                ? List.of(rule)
                : List.of(rule, frame.say("paper.sight.warned", sight.warned(), frame.day(first)));
    }

    String title(Scope scope, Frame frame) {
        return switch (scope.kind()) {
            case BRIEF -> frame.say("paper.title.brief", frame.party(scope.of()));
            case AREA -> frame.say("paper.title.area", scope.of(), area(scope.of(), frame));
            case GROUP -> titleOfGroup(scope.of(), frame);
            case COMMUNIQUE -> title(scope, meeting(scope), frame);
        };
    }

    private String titleOfGroup(String code, Frame frame) {
        var name = group(code, frame);
        return isWord(code) && !name.isEmpty()
                ? frame.say("paper.title.group.named", name)
                : frame.say("paper.title.group", code, name);
    }

    /** How a list names a group: a code that is but a word says nothing beside the name. */
    String listed(String code, Frame frame) {
        var name = group(code, frame);
        return isWord(code) && !name.isEmpty() ? name : code + ". " + name;
    }

    private static boolean isWord(String code) {
        return code.chars().allMatch(Character::isLetter);
    }

    /** The name of an area; empty if it has none here. */
    String area(String code, Frame frame) {
        var key = new ItemKey(ItemKey.Kind.AREA, code);
        return compact.latest(key).orElse(null) instanceof Area area ? frame.in(Directory.words(area.title())) : "";
    }

    /** The name of a group; empty if it has none here. */
    String group(String code, Frame frame) {
        var key = new ItemKey(ItemKey.Kind.GROUP, code);
        return compact.latest(key).orElse(null) instanceof Group group ? frame.in(Directory.words(group.title())) : "";
    }

    /** The meeting a communiqué is of; empty if this node knows none such, whatever the paper names. */
    private Optional<Proceedings> meeting(Scope scope) {
        return scope.meeting().flatMap(groups::sitting).filter(one -> isOf(scope, one.sitting()));
    }

    /** Whether a sitting is a meeting of the group that a communiqué names. */
    static boolean isOf(Scope scope, Sitting sitting) {
        return sitting.isMeeting()
                && scope.group()
                        .filter(group -> group.code().equals(sitting.group()))
                        .isPresent();
    }

    /** The title of a communiqué. */
    static String title(Scope scope, Optional<Proceedings> meeting, Frame frame) {
        return meeting.map(one -> frame.say(
                        "paper.title.communique",
                        Integer.toString(one.sitting().number()),
                        frame.day(Course.of(one).when().day())))
                .orElseGet(() -> frame.say("paper.title.communique.unknown", scope.of()));
    }

    /** The decisions a communiqué names, as this node has them of its meeting, in both languages: neither is a translation. */
    static List<PaperView.Agreed> agreed(Paper paper, Optional<Proceedings> meeting, Frame frame) {
        var here = new HashMap<ActId, Decided>();
        meeting.map(Decided::all).orElse(List.of()).forEach(one -> here.put(one.act(), one));
        return paper.entries().stream()
                .filter(entry -> entry.why() == Entry.Why.DECIDED)
                .flatMap(entry -> Optional.ofNullable(entry.text()).stream())
                .distinct()
                .map(act -> agreed(act, here.get(act), frame))
                .toList();
    }

    private static PaperView.Agreed agreed(ActId act, @Nullable Decided found, Frame frame) {
        if (found == null)
            return new PaperView.Agreed(
                    act.toString(), "", "", false, List.of(), 0, frame.say("paper.communique.absent"));
        var text = found.text();
        var es = cut(text.text().es(), DECISION);
        var en = cut(text.text().en(), DECISION);
        var actions = text.actions().stream()
                .limit(ACTIONS)
                .map(action -> frame.say(
                        "paper.action",
                        frame.party(action.owner().value()),
                        frame.day(action.due()),
                        cut(frame.in(Directory.words(action.what())), TITLE)))
                .toList();
        var whole = es.equals(text.text().es()) && en.equals(text.text().en());
        return new PaperView.Agreed(
                act.toString(),
                es,
                en,
                !whole,
                actions,
                text.actions().size() - actions.size(),
                found.state() == Decided.State.TAKEN ? "" : frame.say("paper.communique.untaken"));
    }

    private String body(Scope scope, Frame frame) {
        if (scope.kind() != Scope.Kind.BRIEF) return "";
        return compact.founding().parties().stream()
                .filter(party -> party.code().value().equals(scope.of()))
                .findFirst()
                .map(party -> frame.in(Directory.words(party.body())))
                .orElse("");
    }

    private static PaperView.Row row(Scope scope, Figure figure, Frame frame) {
        var behind = figure.acts();
        return new PaperView.Row(
                name(scope, figure.name(), frame),
                figure.value(),
                behind.stream().limit(ACTS).map(ActId::toString).toList(),
                Math.max(0, behind.size() - ACTS));
    }

    private static PaperView.Total total(Sum sum, Frame frame) {
        var behind = sum.acts();
        return new PaperView.Total(
                frame.in(unit(sum)),
                number(sum.baseline(), frame),
                number(sum.target(), frame),
                number(sum.actual(), frame),
                behind.stream().limit(ACTS).map(ActId::toString).toList(),
                Math.max(0, behind.size() - ACTS));
    }

    private static Bilingual unit(Sum sum) {
        return new Bilingual(sum.unit().es(), sum.unit().en());
    }

    private static String number(@Nullable BigDecimal number, Frame frame) {
        return number == null ? "" : frame.formats().number(number);
    }

    private static String name(Scope scope, Figure.Name name, Frame frame) {
        var own = scope.kind() == Scope.Kind.BRIEF && name == Figure.Name.LATE;
        return own ? frame.say("paper.figure.LATE.own", frame.within(scope.of())) : frame.say("paper.figure." + name);
    }

    /** What stands under which heading, by the figures of the paper. */
    private List<PaperView.Section> sections(Paper paper, Map<Entry, Doubt> doubts, Frame frame) {
        var sections = new ArrayList<PaperView.Section>();
        if (paper.scope().kind() == Scope.Kind.COMMUNIQUE) return sections;
        var headings = new Headings(paper, titles(paper, frame), doubts, frame);
        if (paper.scope().kind() == Scope.Kind.GROUP) {
            headings.add(sections, "paper.meetings", MEETINGS, List.of(Figure.Name.MEETINGS));
            headings.add(sections, "paper.decided", Set.of(Entry.Why.DECIDED), List.of(Figure.Name.DECISIONS));
            headings.add(sections, "paper.actions", Set.of(Entry.Why.ACTION_LATE), List.of(Figure.Name.ACTIONS_LATE));
            headings.add(sections, "paper.monitored", LATE, List.of(Figure.Name.LATE));
            return sections;
        }
        if (paper.figure(Figure.Name.LATE_OTHERS).isPresent()) {
            headings.addOfParty(sections, true);
            headings.addOfParty(sections, false);
        } else headings.add(sections, "paper.late", LATE, List.of(Figure.Name.LATE));
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
    record Headings(Paper paper, Map<ActId, String> titles, Map<Entry, Doubt> doubts, Frame frame) {
        void add( // one heading
                List<PaperView.Section> sections, String key, Set<Entry.Why> whys, List<Figure.Name> counted) {
            var counts = counted.stream()
                    .flatMap(name -> paper.figure(name).stream())
                    .toList();
            if (counts.isEmpty()) return;
            sections.add(section(frame.say(key), entry -> whys.contains(entry.why()), counts));
        }

        /** What is late on a brief. @param own whether because of its party, or of the others */
        void addOfParty(List<PaperView.Section> sections, boolean own) {
            var party = paper.scope().of();
            var counted = own ? Figure.Name.LATE : Figure.Name.LATE_OTHERS;
            sections.add(section(
                    name(paper.scope(), counted, frame),
                    entry -> LATE.contains(entry.why()) && entry.party().value().equals(party) == own,
                    paper.figure(counted).stream().toList()));
        }

        private PaperView.Section section(String heading, Predicate<Entry> of, List<Figure> counts) {
            var lines = paper.entries().stream().filter(of).map(this::line).toList();
            var all = counts.stream().mapToInt(Figure::value).sum();
            return new PaperView.Section(heading, lines, Math.max(0, all - lines.size()));
        }

        PaperView.Line line(Entry entry) {
            var doubt = doubts.get(entry);
            var initiative = entry.item().kind() == ItemKey.Kind.INITIATIVE;
            return new PaperView.Line(
                    initiative ? entry.item().code() : frame.item(entry.item().toString()),
                    initiative ? Links.initiative(entry.item().code()) : "",
                    entry.text() == null || doubt == Doubt.ABSENT ? "" : titles.getOrDefault(entry.text(), ""),
                    frame.say(
                            "paper.line." + entry.why(),
                            frame.subject(entry.party().value()),
                            frame.within(entry.party().value()),
                            frame.day(entry.day()),
                            Objects.toString(entry.see(), "")),
                    doubt == null ? "" : frame.say("paper.doubt." + doubt));
        }
    }

    /** Titles from the very acts that carried the texts: a paper says the same when a text has changed since. */
    private Map<ActId, String> titles(Paper paper, Frame frame) {
        var titles = new HashMap<ActId, String>();
        var carriers = paper.entries().stream()
                .flatMap(entry -> Optional.ofNullable(entry.text()).stream())
                .toList();
        acts.parts(
                carriers,
                part -> part.values().forEach(act -> {
                    Carried.by(act, founding).ifPresent(carried -> {
                        if (carried.text() instanceof Initiative text)
                            titles.put(act.id(), cut(frame.in(Directory.words(text.title())), TITLE));
                    });
                    Saying.read(act).ifPresent(saying -> titles.put(act.id(), title(saying, frame)));
                }));
        return titles;
    }

    /** A decision by its first words, a meeting by its number. */
    private static String title(Saying saying, Frame frame) {
        return saying.asks()
                .map(text -> cut(frame.in(Directory.words(text.text())), TITLE))
                .orElseGet(
                        () -> saying instanceof Saying.Begins begins ? frame.say("meeting.nth", begins.number()) : "");
    }

    /** @param most characters */
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return text;
        var end = text.lastIndexOf(' ', text.offsetByCodePoints(0, most - 1));
        return (end > 0 ? text.substring(0, end) : text.substring(0, text.offsetByCodePoints(0, most - 1))) + "…";
    }

    DocumentsView.Line line(Listing issued, Frame frame) {
        return new DocumentsView.Line(
                issued.act().toString(),
                title(issued.scope(), frame),
                issued.day(),
                frame.party(issued.act().party().value()),
                issued.code().toString());
    }

    CheckView.Found found(Checked.Found found, LocalDate today, Frame frame) {
        var issued = found.issued();
        var rows = Stream.concat(
                        found.figures().stream().map(each -> row(issued.paper().scope(), each, frame)),
                        found.sums().stream().flatMap(each -> rows(each, frame)))
                .toList();
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

    private static CheckView.Row row(Scope scope, Checked.Compared compared, Frame frame) {
        var today = compared.today();
        return new CheckView.Row(
                name(scope, compared.printed().name(), frame),
                frame.number(compared.printed().value()),
                today == null ? "" : frame.number(today.value()),
                !compared.same(),
                frame.say(
                        today == null
                                ? "check.row.gone"
                                : !compared.same()
                                        ? "check.row.changed"
                                        : compared.otherActs() ? "check.row.acts" : "check.row.same"));
    }

    /** A row for each number of a sum: what it began from, what it is to reach, what it has come to. */
    private static Stream<CheckView.Row> rows(Checked.Summed summed, Frame frame) {
        return Stream.of(
                        row("indicator.baseline", Sum::baseline, summed, frame),
                        row("indicator.target", Sum::target, summed, frame),
                        row("sums.actual", Sum::actual, summed, frame))
                .flatMap(Optional::stream);
    }

    private static Optional<CheckView.Row> row( // which number of which sum
            String key, Function<Sum, @Nullable BigDecimal> number, Checked.Summed summed, Frame frame) {
        var printed = number.apply(summed.printed());
        var today = Optional.ofNullable(summed.today()).map(number).orElse(null);
        if (printed == null && today == null) return Optional.empty();
        var same = Objects.equals(printed, today);
        var gone = summed.today() == null;
        return Optional.of(new CheckView.Row(
                frame.say(key) + ", " + frame.in(unit(summed.printed())),
                number(printed, frame),
                number(today, frame),
                !same,
                frame.say(gone ? "check.row.gone" : same ? "check.row.same" : "check.row.changed")));
    }

    /** An office of any party by what it may do: its own name is known at its own node alone. */
    private static String office(String code, Frame frame) {
        return OfficeCode.read(code)
                .flatMap(Role::of)
                .map(role -> frame.say("role." + role))
                .orElse(code);
    }
}
