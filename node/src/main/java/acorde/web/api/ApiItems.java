package acorde.web.api;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Mailbox;
import acorde.exchange.Recalled;
import acorde.exchange.Rule;
import acorde.exchange.Shown;
import acorde.exchange.Turn;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.policy.Nothing;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.web.desk.ActReading;
import acorde.web.exchange.ItemFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is exchanged, for programs: sent, listed, opened and taken back through the same door as on the pages. */
@Controller
final class ApiItems {
    /** A purpose has fewer characters, and a seal as many. */
    static final int SEAL = 64;

    private final Acts acts;
    private final Exchange exchange;
    private final Files files;
    private final ItemFiles itemFiles;
    private final Clock clock;

    ApiItems(Acts acts, Exchange exchange, Files files, Clock clock) {
        this.acts = acts;
        this.exchange = exchange;
        this.files = files;
        this.itemFiles = new ItemFiles(exchange, files);
        this.clock = clock;
    }

    @GetMapping("/api/v1/items")
    ResponseEntity<byte[]> mailbox(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var query = Query.read(request, "way", "cursor", "limit");
        var way = query.word("way");
        if (way != null && !List.of("received", "sent").contains(way))
            throw Problem.unreadable("\"way\" is received or sent.");
        var now = clock.instant();
        var after = query.after();
        var place = after.isEmpty()
                ? Mailbox.Place.newest(now)
                : Mailbox.Place.read(after).orElseThrow(Query::badCursor);
        var asked = "sent".equals(way) ? Mailbox.Way.SENT : Mailbox.Way.RECEIVED;
        var mailbox = exchange.mailbox(officer, asked, place, query.limit(), now);
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        mailbox.items().forEach(item -> items.add(ItemJson.listed(item)));
        var older = mailbox.older();
        body.put("next", older == null ? null : Query.cursor(older.toString()));
        return Answers.json(request, body);
    }

    @PostMapping("/api/v1/items")
    ResponseEntity<byte[]> send(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "to", "report", "seal");
        var report = Sending.report(request, body, files, officer);
        if (!(report.turn() instanceof Turn.Tells))
            throw Problem.unreadable("A report neither asks, answers nor warns: see /api/v1/requests.");
        return new Sending(report, Sending.parties(body, "to"), body).go(request, officer, exchange, clock);
    }

    @GetMapping("/api/v1/items/{party}/{index}")
    ResponseEntity<byte[]> item(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        return Answers.json(request, json(read(request, officer, party, index)));
    }

    /** What a program is shown of an item. */
    private record Asked(ActId act, Shown shown) {}

    private Asked read(HttpServletRequest request, Officer officer, String party, String index) { // who looks at what
        var query = Query.read(request, "purpose", "read");
        var read = query.word("read");
        if (read != null && read.length() > SEAL) throw Problem.unreadable("\"read\" is the seal of a restriction.");
        var id = ActReading.id(party, index).orElseThrow(ApiItems::notThere);
        return new Asked(id, exchange.read(officer, id, purpose(query), read == null ? "" : read, clock.instant()));
    }

    /** A file that goes with an item, for who may read that with a program. */
    @GetMapping("/api/v1/items/{party}/{index}/files/{number}")
    void file( // whose request, and the parts of the path
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @PathVariable String number)
            throws IOException {
        var nothing = Nothing.asked();
        var kept = itemFiles.take(officer, read(request, officer, party, index).shown(), number, clock.instant());
        if (kept.isEmpty()) nothing.await();
        itemFiles.write(ApiFiles.whole(kept.orElseThrow(ApiItems::notThere)), request, response);
    }

    /** The same for what is not there, what this office may not find, and what no program may have. */
    private static Problem notThere() {
        return Problem.notFound("No item that this office may find, or none that may leave the page.");
    }

    private static @Nullable Purpose purpose(Query query) {
        var typed = query.word("purpose");
        if (typed == null) return null;
        return Purpose.read(typed)
                .orElseThrow(() -> Problem.unreadable("\"purpose\" is the code of an area, such as A2."));
    }

    private ObjectNode json(Asked asked) {
        var body = JsonMapper.shared().createObjectNode().put("act", asked.act().toString());
        return switch (asked.shown()) {
            case Shown.NotThere _ -> throw notThere();
            case Shown.PurposeFirst(var purposes) -> {
                ItemJson.texts(body.put("shown", "purpose-first").putArray("purposes"), purposes);
                yield body;
            }
            case Shown.RestrictionFirst(var restriction, var seal, var purpose) ->
                body.put("shown", "restriction-first")
                        .put("restriction", restriction)
                        .put("read", seal)
                        .put("purpose", purpose.code());
            case Shown.OwnClosed(var copies, var recalls) -> {
                body.put("shown", "closed").set("copies", ItemJson.copies(copies, recalls));
                yield body;
            }
            case Shown.Open open -> {
                body.put("shown", "open").set("item", open(open));
                yield body;
            }
        };
    }

    private ObjectNode open(Shown.Open open) {
        var item = open.item();
        var body = ItemJson.open(item, open.purpose(), item.by().equals(acts.self()));
        body.set("files", ApiFiles.json(itemFiles.of(open)));
        var whole = item.to().isEmpty();
        var copies = whole ? exchange.copies(item.act()) : List.<Item.Copy>of();
        body.set("copies", ItemJson.copies(copies, whole ? exchange.recalls(item.act()) : List.of()));
        body.set("became", ItemJson.became(whole ? exchange.received(item.act()) : List.of()));
        return body;
    }

    /** Whoever sends may take back, whether they can still read it or not, so nothing of what it says stands here. */
    @GetMapping("/api/v1/items/{party}/{index}/recall")
    ResponseEntity<byte[]> recalls(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        Query.read(request);
        var nothing = Nothing.asked();
        var standing = ActReading.id(party, index)
                .map(whole -> standing(officer, whole))
                .filter(body -> !body.path("copies").isEmpty());
        if (standing.isEmpty()) nothing.await();
        return Answers.json(request, standing.orElseThrow(ApiItems::notThere));
    }

    /** The act that carries the whole of a report of this party's that somebody was given. */
    private ActId own(String party, String index) {
        var nothing = Nothing.asked();
        var own = ActReading.id(party, index).filter(id -> !exchange.copies(id).isEmpty());
        if (own.isEmpty()) nothing.await();
        return own.orElseThrow(ApiItems::notThere);
    }

    /** To who is not told what was ordered, those alone that it can be taken back from, as on the page. */
    private ObjectNode standing(Officer officer, ActId whole) {
        var body = JsonMapper.shared().createObjectNode().put("act", whole.toString());
        var copies = exchange.copies(whole);
        var told = !copies.isEmpty() && exchange.follows(officer, whole, clock.instant());
        body.set(
                "copies",
                told ? ItemJson.copies(copies, exchange.recalls(whole)) : ItemJson.copies(left(whole), List.of()));
        return body;
    }

    /** The copies that nobody was ordered to give up. */
    private List<Item.Copy> left(ActId whole) {
        var ordered = exchange.recalls(whole).stream().map(Recalled::item).collect(Collectors.toSet());
        return exchange.copies(whole).stream()
                .filter(copy -> !ordered.contains(copy.act()))
                .toList();
    }

    @PostMapping("/api/v1/items/{party}/{index}/recall")
    ResponseEntity<byte[]> recall(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who takes back what
        var body = Body.read(request, Set.of("seen"), "from", "seen", "ground", "by");
        var whole = own(party, index);
        var from = Set.copyOf(Sending.parties(body, "from"));
        var seen = seen(body, from);
        if (!exchange.holders(whole).containsAll(from)) throw Sending.problem(request, Rule.NOTHING_TO_RECALL);
        return switch (exchange.recall(
                officer, whole, new Recalled.From(from, seen), new Recalled.Why(ground(body), day(body)))) {
            case Said.Written<Rule> _ ->
                Answers.created("/api/v1/items/" + whole + "/recall", standing(officer, whole));
            case Said.Declined<Rule>(var why) -> throw Sending.problem(request, why);
        };
    }

    /** Whom the program saw to have it; of one that does not say, those alone from whom it takes it back. */
    private static Set<PartyCode> seen(Body body, Set<PartyCode> from) {
        var seen = body.value("seen");
        return seen.isMissingNode() || seen.isNull() ? from : Set.copyOf(Sending.parties(body, "seen"));
    }

    private static Recalled.Ground ground(Body body) {
        var word = body.word("ground");
        return Recalled.Ground.chosen().stream()
                .filter(one -> Answers.word(one).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Problem.unreadable("\"ground\" is wrong-recipient, wrong-content, not-lawful or other."));
    }

    private static LocalDate day(Body body) {
        var day = body.word("by");
        try {
            if (day.length() == 10) return LocalDate.parse(day);
        } catch (DateTimeException _) {
            // said below
        }
        throw Problem.unreadable("\"by\" is the day on which it is to be gone at the latest, such as 2026-11-28.");
    }
}
