package acorde.web;

import static acorde.web.view.Chord.State.CROSSED;
import static acorde.web.view.Chord.State.DASHED;
import static acorde.web.view.Chord.State.FILLED;
import static acorde.web.view.Chord.State.HOLLOW;

import acorde.web.paper.SamplePapers;
import acorde.web.view.Change;
import acorde.web.view.Chord;
import acorde.web.view.EntryView;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.HomeView;
import acorde.web.view.Pages;
import acorde.web.view.ProposalLine;
import acorde.web.view.ProposalLine.Field;
import acorde.web.view.ProposalLine.Standing;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hand-made views for every page and every state of a page. The promises are those of 2019; people, offices and acts
 * are invented.
 */
// longer than a file should be: one list of every page and every state of a page
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T15:12:00Z");

    /** Who reads: somebody signed in, somebody at a node's door, or the public. */
    enum Reading {
        INSIDE,
        AT_THE_DOOR,
        PUBLIC
    }

    record Sample(String template, Function<Frame, Object> view, Reading reading) {}

    private static final Map<String, Sample> ALL = new LinkedHashMap<>();

    static {
        inside("/", "home", Samples::home);
        inside("/?empty=1", "home", Samples::emptyHome);
        inside("/climbing", "climbing", p -> new HomeView.AllClimbs(ladder(p), 7, "A4-07"));
        inside("/compact", "compact", SampleCompact::compact);
        inside("/compact?q=frontera&party=GT", "compact", SampleCompact::filtered);
        inside("/compact?q=zzz", "compact", SampleCompact::nothing);
        inside("/initiatives/A1-05", "initiative", SampleCompact::open);
        inside("/initiatives/AG-03", "initiative", SampleCompact::consented);
        inside("/initiatives/AG-03/progress", "progress", SampleProgress::forms);
        inside("/initiatives/AG-03/progress?review=1", "reportreview", SampleProgress::review);
        inside("/indicators/A1-I1", "indicator", SampleProgress::measured);
        inside("/initiatives/AG-03/progress?office=observation", "progress", SampleProgress::assessment);
        inside("/initiatives/A1-06", "initiative", SampleCompact::announced);
        inside("/initiatives/A2-02", "initiative", SampleCompact::contested);
        inside("/proposals", "proposals", SampleProposals::all);
        inside("/proposals?empty=1", "proposals", SampleProposals::none);
        inside("/proposals/US/31", "proposal", SampleProposals::toAnswer);
        inside("/proposals/US/31?wrong=1", "proposal", SampleProposals::answeredWrongly);
        inside("/proposals/GT/190", "proposal", SampleProposals::withdrawalAsked);
        inside("/proposals/HN/401", "proposal", SampleProposals::own);
        inside("/proposals/GT/211", "proposal", SampleProposals::lastAssent);
        inside("/proposals/US/44", "proposal", SampleProposals::rivalLives);
        inside("/proposals/HN/310", "proposal", SampleProposals::inForce);
        inside("/proposals/GT/198", "proposal", SampleProposals::dead);
        inside("/proposals/SV/60", "proposal", SampleProposals::superseded);
        inside("/proposals/US/22", "proposal", SampleProposals::contested);
        inside("/release", "release", SampleRules::announced);
        inside("/release/new", "releaseform", SampleRules::written);
        inside("/release/new?wrong=1", "releaseform", SampleRules::faulty);
        inside("/release/new?review=1", "releaseform", SampleRules::review);
        inside("/proposals/new/publication", "itemform", SampleItems::wrong);
        inside("/terms", "terms", SampleItems::terms);
        inside("/proposals/SV/71", "proposal", SampleProposals::rules);
        inside("/proposals/SV/72", "proposal", SampleProposals::rulesThatAreNone);
        inside("/proposals/new", "compose", SampleProposals::composeNew);
        inside("/proposals/new?amends=A1-05", "compose", SampleProposals::compose);
        inside("/proposals/new?amends=A1-05&wrong=1", "compose", SampleProposals::composeWrongly);
        inside("/proposals/new?amends=A1-05&review=1", "compose", SampleProposals::review);
        inside("/search", "search", SampleFinding::nothingAsked);
        inside("/search?q=niñez", "search", SampleFinding::found);
        inside("/search?q=zzz&kind=proposal", "search", SampleFinding::nothingFound);
        inside("/search?q=de", "search", SampleFinding::tooMany);
        inside("/search?q=x&broad=1", "search", SampleFinding::tooBroad);
        inside("/work", "work", SampleFinding::work);
        inside("/work?empty=1", "work", SampleFinding::noWork);
        inside("/groups/A1", "groups/group", SampleGroups::ofManyPages);
        inside("/exchange", "exchange/mailbox", SampleExchange::received);
        inside("/exchange?way=sent", "exchange/mailbox", SampleExchange::sent);
        inside("/exchange?empty=1", "exchange/mailbox", SampleExchange::nothing);
        inside("/exchange/new", "exchange/compose", SampleExchange::empty);
        inside("/exchange/new?wrong=1", "exchange/compose", SampleExchange::wrong);
        inside("/exchange/new?turn=asks", "exchange/compose", SampleRequests::asking);
        inside("/exchange/new?answers=SV/104", "exchange/compose", SampleRequests::answering);
        inside("/exchange/new?turn=asks&review=yes", "exchange/review", SampleRequests::review);
        inside("/exchange/HN/412", "exchange/report", SampleRequests::own);
        inside("/exchange/SV/104", "exchange/report", SampleRequests::received);
        inside("/exchange/SV/106", "exchange/report", SampleRequests::answer);
        inside("/exchange/new?turn=warns", "exchange/compose", SampleExchange::warning);
        inside("/exchange/import", "exchange/imports", SampleImports::begin);
        inside("/exchange/import?wrong=1", "exchange/imports", SampleImports::declined);
        inside("/exchange/import?misp=1", "exchange/imports", SampleImports::event);
        inside("/exchange/import?csv=1", "exchange/imports", SampleImports::table);
        inside("/exchange/alerts", "exchange/alerts", SampleExchange::alerts);
        inside("/exchange/alerts?asked=1", "exchange/alerts", SampleExchange::alertsAsked);
        inside("/exchange/alerts?real=1", "exchange/alerts", SampleExchange::alertsReal);
        inside("/exchange/requests", "exchange/tally", SampleRequests::tally);
        inside("/exchange/requests?empty=1", "exchange/tally", SampleRequests::noTally);
        inside("/exchange/HN/410/renewal", "exchange/renewal", SampleExchange::renewal);
        inside("/exchange/HN/410/renewal?review=1", "exchange/renewal", SampleExchange::renewalToSign);
        inside("/exchange/HN/410/onward", "exchange/onward", SampleOnward::tree);
        inside("/exchange/SV/97/onward", "exchange/onward", SampleOnward::asking);
        inside("/exchange/SV/97/onward?review=1", "exchange/onward", SampleOnward::toSign);
        inside("/exchange/SV/97/onward?back=1", "exchange/onward", SampleOnward::toTakeBack);
        inside("/exchange/wishes/GT/44", "exchange/leave", SampleOnward::answering);
        inside("/exchange/wishes/GT/44?wrong=1", "exchange/leave", SampleOnward::hidden);
        inside("/exchange/wishes/GT/44?review=1", "exchange/leave", SampleOnward::granting);
        inside("/exchange/wishes/GT/44?refused=1", "exchange/leave", SampleOnward::refusing);
        inside("/exchange/SV/97/outcome", "exchange/outcome", SampleExchange::outcome);
        inside("/exchange/SV/97/outcome?review=1", "exchange/outcome", SampleExchange::outcomeToSign);
        inside("/exchange/SV/104/word", "exchange/word", SampleRequests::word);
        inside("/exchange/SV/104/word?review=1", "exchange/word", SampleRequests::wordToSign);
        inside("/exchange/SV/105/word", "exchange/word", SampleRequests::wordRefused);
        inside("/exchange/new?review=yes", "exchange/review", SampleExchange::review);
        inside("/exchange/new?review=yes&nobody=1", "exchange/review", SampleExchange::reviewForNobody);
        inside("/exchange/new?review=yes&empty=1", "exchange/review", SampleExchange::reviewOfNothing);
        inside("/exchange/HN/410", "exchange/report", SampleExchange::own);
        inside("/exchange/HN/411", "exchange/report", SampleExchange::toTakeBack);
        inside("/exchange/SV/97", "exchange/report", SampleExchange::read);
        inside("/exchange/HN/380", "exchange/closed", SampleExchange::closed);
        inside("/exchange/HN/411/recall", "exchange/recall", SampleExchange::recall);
        inside("/exchange/HN/411/recall?review=1", "exchange/recall", SampleExchange::recallToSign);
        inside("/exchange/HN/410/recall", "exchange/recall", SampleExchange::recalled);
        inside("/exchange/SV/97?purpose=1", "exchange/before", SampleExchange::purposeFirst);
        inside("/exchange/SV/97?restriction=1", "exchange/before", SampleExchange::restrictionFirst);
        inside("/partners", "partners", SampleNode::partners);
        inside("/partners?forked=1", "partners", SampleNode::forked);
        inside("/partners?empty=1", "partners", SampleNode::noPartners);
        inside("/oversight", "oversight", SampleNode::oversight);
        inside("/oversight?wrong=1", "oversight", SampleNode::discrepancy);
        inside("/acts/HN/401", "act", SampleNode::act);
        inside("/acts/GT/209", "act", SampleNode::rejectedAct);
        inside("/documents", "documents", SamplePapers::documents);
        inside("/documents?empty=1", "documents", SamplePapers::noDocuments);
        inside("/documents/issued/GT/123", "paper", SamplePapers::issued);
        inside("/documents/brief/HN", "paper", SamplePapers::draft);
        inside("/documents/brief/HN?wrong=1", "paper", SamplePapers::moved);
        inside("/documents/brief/HN?review=yes", "paperreview", SamplePapers::review);
        inside("/documents/area/A1", "paper", SamplePapers::areaReport);
        inside("/documents/group/A1", "paper", SamplePapers::groupReport);
        inside("/groups/A1/mandate?review=1", "groups/mandate", SampleProposals::mandate);
        inside("/sittings/HN/430/minutes/review", "groups/signing", SampleGroups::minutes);
        inside("/sittings/HN/430/decisions/review", "groups/signing", SampleGroups::decision);
        inside("/sittings/HN/430/words", "groups/answer", SampleGroups::answer);
        inside("/documents/issued/GT/124", "paper", SamplePapers::communique);
        inside("/me/notices", "account/notices", SampleNotices::none);
        inside("/me/notices?sent=1", "account/notices", SampleNotices::unconfirmed);
        inside("/me/notices?wrong=1", "account/notices", SampleNotices::confirmed);
        inside("/webhooks", "account/webhooks", SampleHooks::none);
        inside("/webhooks?made=1", "account/webhooks", SampleHooks::made);
        inside("/webhooks?wrong=1", "account/webhooks", SampleHooks::declined);
        outside("/notices/off/1/0", "account/notices-off", SampleNotices::asked);
        outside("/notices/off/1/1", "account/notices-off", SampleNotices::off);
        inside("/check", "check", SamplePapers::nothingTyped);
        inside("/check?code=GT-123-7F3A-9C2D", "check", SamplePapers::checked);
        inside("/check?code=GT-123-7F3A-9C2E", "check", SamplePapers::unknown);
        inside("/files", "files", SampleFiles::ready);
        inside("/files?wrong=1", "files", SampleFiles::refused);
        inside("/files/HN/401/1", "file", SampleFiles::missing);
        inside("/offline", "offline", SampleReturns::offline);
        inside("/exports", "exports", SampleReturns::exports);
        inside("/exports?code=A1-05", "exports", SampleReturns::exportsOfOne);
        inside("/returns", "returns", SampleReturns::begin);
        inside("/returns?wrong=1", "returns", SampleReturns::declined);
        inside("/returns/7", "return", SampleReturns::preview);
        inside("/returns/7?wrong=1", "return", SampleReturns::wrong);
        inside("/returns/7?unread=1", "return", SampleReturns::unread);
        inside("/returns/7?nothing=1", "return", SampleReturns::nothing);
        outside("/sign-in", "sign-in", p -> new EntryView("", EntryView.Notice.NONE, List.of()));
        outside(
                "/sign-in?wrong=1",
                "sign-in",
                p -> new EntryView("nadia.alvarenga", EntryView.Notice.WRONG, List.of()));
        outside("/demo", "demo", SampleNode::demo);
        open("/public", "public", SampleCompact::published);
        for (int status : ErrorView.STATUSES) {
            inside("/errors/" + status, "error", p -> new ErrorView(status, status == 500 ? "7f3a-09c1" : "", null));
        }
        inside("/errors/pdf", "error", p -> ErrorView.tooLongForPdf("/sittings/GT/12/minutes"));
        open("/errors/404?public=1", "error", p -> new ErrorView(404, "", null));
        for (String rule : Refusal.RULES) {
            inside(
                    "/refusals/" + rule,
                    "error",
                    p -> new ErrorView(
                            409, "", new Refusal(rule, "HN", Refusal.Stage.BEFORE_SIGNING, List.of("US/31", "A3-01"))));
        }
    }

    private Samples() {}

    private static void inside(String path, String template, Function<Frame, Object> view) {
        ALL.put(path, new Sample(template, view, Reading.INSIDE));
    }

    private static void outside(String path, String template, Function<Frame, Object> view) {
        ALL.put(path, new Sample(template, view, Reading.AT_THE_DOOR));
    }

    private static void open(String path, String template, Function<Frame, Object> view) {
        ALL.put(path, new Sample(template, view, Reading.PUBLIC));
    }

    static List<String> paths() {
        return List.copyOf(ALL.keySet());
    }

    /** Whether it is the first that is drawn by its template. */
    static boolean isFirst(String path) {
        String template = Objects.requireNonNull(ALL.get(path)).template();
        return ALL.entrySet().stream()
                .filter(each -> each.getValue().template().equals(template))
                .findFirst()
                .map(Map.Entry::getKey)
                .filter(path::equals)
                .isPresent();
    }

    static String draw(Pages pages, Language language, URI uri) {
        String full = uri.getPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String path = full.replaceAll("[?&]lang=..", "");
        Sample sample =
                Objects.requireNonNullElseGet(ALL.get(path), () -> Objects.requireNonNull(ALL.get(uri.getPath())));
        Frame frame = frame(language, full, sample.reading());
        return pages.draw(sample.template(), frame, sample.view().apply(frame));
    }

    static Frame frame(Language language, String path, Reading reading) {
        var formats = new Formats(Words.in(language), "HN", NOW);
        Frame.Node node = new Frame.Node("HN", new Bilingual("Secretaría de Seguridad", "Secretariat of Security"));
        Frame.Foot foot = new Frame.Foot("HN/412", NOW.minusSeconds(120), "moc-2019", "limón-barco-nube-siete");
        Frame.Token token = new Frame.Token("_csrf", "gallery");
        return switch (reading) {
            case INSIDE -> {
                var office = new Bilingual("Coordinación nacional", "National coordination");
                yield new Frame(
                        formats,
                        path,
                        node,
                        new Frame.Reader("Nadia Alvarenga Paz", office, acorde.offices.Role.COORDINATOR),
                        2,
                        true,
                        token,
                        foot);
            }
            case AT_THE_DOOR -> new Frame(formats, path, node, null, 0, true, token, null);
            case PUBLIC -> new Frame(formats, path, null, null, 0, true, null, null);
        };
    }

    static Instant at(String local) {
        return Instant.parse(local + ":00Z").plusSeconds(6 * 3600);
    }

    /** A chord of consent from a string of marks in directory order: + filled, . hollow, x crossed, - dashed. */
    static Chord consent(String marks, @Nullable Instant... when) {
        return chord(Chord.Matter.CONSENT, marks, when);
    }

    static Chord delivery(String marks, @Nullable Instant... when) {
        return chord(Chord.Matter.DELIVERY, marks, when);
    }

    private static Chord chord(Chord.Matter matter, String marks, @Nullable Instant... when) {
        var all = new ArrayList<Chord.Mark>();
        for (int i = 0; i < marks.length(); i++) {
            Chord.State state = switch (marks.charAt(i)) {
                case '+' -> FILLED;
                case 'x' -> CROSSED;
                case '.' -> HOLLOW;
                default -> DASHED;
            };
            all.add(new Chord.Mark(Moc2019.PARTIES.get(i), state, i < when.length ? when[i] : null));
        }
        return new Chord(matter, all);
    }

    static final Chord TWO_OF_FOUR = consent(".++.", null, at("2026-11-20T17:32"), at("2026-11-18T10:04"), null);

    static ProposalLine line(Frame p, String id, String item, Instant at, List<Field> changes, Chord chord) {
        Moc2019.Initiative initiative = Moc2019.initiative(item);
        String by = id.substring(0, 2);
        boolean awaits = chord.parties(HOLLOW).contains("HN");
        return new ProposalLine(
                id,
                item,
                initiative.area(),
                p.in(initiative.title()),
                by,
                at,
                changes,
                Standing.OPEN,
                false,
                awaits,
                chord);
    }

    static ProposalLine asking(ProposalLine line) {
        return new ProposalLine(
                line.id(),
                line.item(),
                line.area(),
                line.title(),
                line.by(),
                line.at(),
                line.changes(),
                line.standing(),
                true,
                line.awaitsYou(),
                line.chord());
    }

    static List<ProposalLine> waiting(Frame p) {
        return List.of(
                asking(line(
                        p,
                        "GT/190",
                        "A2-04",
                        at("2026-11-16T11:20"),
                        List.of(Field.DELIVERABLE),
                        consent(".+..", null, at("2026-11-16T11:20")))),
                line(
                        p,
                        "US/31",
                        "A3-01",
                        at("2026-11-20T16:58"),
                        List.of(Field.DELIVERABLE, Field.DUE),
                        consent("+...", at("2026-11-20T16:58"))));
    }

    static List<ProposalLine> own(Frame p) {
        return List.of(
                line(
                        p,
                        "HN/401",
                        "A1-05",
                        at("2026-11-18T10:04"),
                        List.of(Field.DELIVERABLE, Field.DUE, Field.INDICATOR),
                        TWO_OF_FOUR),
                line(p, "HN/388", "AG-02", at("2026-11-12T09:30"), List.of(Field.DUE), consent("..++")));
    }

    static List<Change> changes(Frame p) {
        boolean es = p.language() == Language.ES;
        return List.of(
                new Change(
                        Change.Event.ASSENTED,
                        at("2026-11-23T08:51"),
                        "GT",
                        "GT/207",
                        "HN/388",
                        "AG-02",
                        "",
                        consent(".+++")),
                new Change(
                        Change.Event.REFUSED,
                        at("2026-11-22T13:05"),
                        "SV",
                        "SV/95",
                        "GT/198",
                        "A2-01",
                        es
                                ? "dos de las cinco operaciones no fueron conjuntas"
                                : "two of the five operations were not joint",
                        consent("-++x")),
                new Change(
                        Change.Event.WITHDRAWAL_ASKED,
                        at("2026-11-21T10:12"),
                        "GT",
                        "GT/205",
                        "GT/190",
                        "A2-04",
                        "",
                        consent(".+..")),
                new Change(
                        Change.Event.ASSENTED,
                        at("2026-11-20T17:32"),
                        "GT",
                        "GT/203",
                        "HN/401",
                        "A1-05",
                        "",
                        TWO_OF_FOUR),
                new Change(
                        Change.Event.PROPOSED,
                        at("2026-11-20T16:58"),
                        "US",
                        "US/31",
                        "US/31",
                        "A3-01",
                        "",
                        consent("+...")));
    }

    static List<HomeView.Area> areas(Frame p) {
        return Moc2019.AREAS.stream()
                .map(area ->
                        new HomeView.Area(area.code(), p.in(area.name()), Moc2019.figures(Moc2019.of(area.code()))))
                .toList();
    }

    private static HomeView.Ladder ladder(Frame p) {
        var procedure = new HomeView.Climb(
                "/sittings/HN/402#d-HN-402",
                p.say("climbing.procedure", "E/2", p.in(new Bilingual("Mesa de fronteras", "Group on borders"))),
                p.say("decision.open", p.within("SV")) + " " + p.say("rung.last", p.say("rung.MINISTER")),
                "");
        var request = new HomeView.Climb(
                "/exchange/SV/104",
                p.say("requests.climb", "EJERCICIO: partidas con el sello 14"),
                p.say("requests.climb.owes", p.subject("HN")) + " " + p.say("rung.last", p.say("rung.COORDINATOR")),
                "");
        var wish = new HomeView.Climb(
                "/exchange/leave/GT/77",
                p.say("onward.climb", "EJERCICIO: partidas con el sello 14"),
                p.say("requests.climb.owes", p.subject("SV")) + " " + p.say("rung.last", p.say("rung.COORDINATOR")),
                "");
        return new HomeView.Ladder(
                new HomeView.Ladder.Part(List.of(request), 1),
                new HomeView.Ladder.Part(List.of(wish), 1),
                new HomeView.Ladder.Part(List.of(procedure), 2),
                new HomeView.Ladder.Part(climbing(p).subList(0, 4), 8));
    }

    private static List<HomeView.Climb> climbing(Frame p) {
        return Stream.of("A1-05", "A2-04", "A3-01", "AG-02", "A4-06")
                .map(code -> new HomeView.Climb(
                        "/initiatives/" + code,
                        code + " " + p.in(Moc2019.initiative(code).title()),
                        p.say(
                                "home.climbs.next",
                                p.party(code.equals("A1-05") ? "HN" : "US"),
                                p.of(acorde.monitoring.Rung.VICE_MINISTER),
                                p.day(LocalDate.parse("2026-12-12"))),
                        code.equals("A1-05") ? elsewhere(p) : ""))
                .toList();
    }

    private static String elsewhere(Frame p) {
        return p.say("light.elsewhere", p.say("source.official"), p.formats().partial("2019-03-28"));
    }

    private static Object home(Frame p) {
        List<HomeView.Area> areas = Moc2019.AREAS.stream()
                .map(area ->
                        new HomeView.Area(area.code(), p.in(area.name()), Moc2019.figures(Moc2019.of(area.code()))))
                .toList();
        return new HomeView(
                Moc2019.figures(Moc2019.INITIATIVES),
                waiting(p),
                changes(p),
                at("2026-11-20T16:40"),
                new HomeView.Left(3, List.of("US"), 100),
                List.of(
                        new HomeView.Reach("US", true, NOW.minusSeconds(4), 412, 412),
                        new HomeView.Reach("GT", true, NOW.minusSeconds(11), 412, 412),
                        new HomeView.Reach("SV", false, at("2026-11-20T18:31"), 405, 412)),
                own(p),
                areas,
                ladder(p),
                0);
    }

    private static Object emptyHome(Frame p) {
        var full = (HomeView) home(p);
        return new HomeView(
                full.figures(),
                List.of(),
                List.of(),
                at("2026-11-23T08:40"),
                HomeView.Left.NOTHING,
                List.of(new HomeView.Reach("US", false, null, 0, 412)),
                List.of(),
                full.areas(),
                HomeView.Ladder.NOTHING,
                0);
    }
}
