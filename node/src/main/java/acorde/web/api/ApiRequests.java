package acorde.web.api;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Mailbox;
import acorde.exchange.Outcome;
import acorde.exchange.Shown;
import acorde.exchange.Turn;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.policy.Purpose;
import acorde.requests.Requests;
import acorde.requests.Rule;
import acorde.requests.Word;
import acorde.web.desk.ActReading;
import acorde.web.exchange.WordPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** Requests, what is said of them and their answers. What would be sent is looked at first, and sent as it was looked at. */
@Controller
final class ApiRequests {
    private final Exchange exchange;
    private final Requests requests;
    private final Files files;
    private final Clock clock;

    ApiRequests(Exchange exchange, Requests requests, Files files, Clock clock) {
        this.exchange = exchange;
        this.requests = requests;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/v1/requests")
    ResponseEntity<byte[]> open(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var query = Query.read(request, "way", "cursor", "limit");
        var way = query.word("way");
        if (way != null && !List.of("received", "sent").contains(way))
            throw Problem.unreadable("\"way\" is received or sent.");
        var asked = "sent".equals(way) ? Mailbox.Way.SENT : Mailbox.Way.RECEIVED;
        var now = clock.instant();
        var all = requests.open(officer, asked, now);
        var read = requests.read(officer, all, now);
        return Answers.json(
                request,
                Listed.page(
                        query,
                        all,
                        one -> one.item().act().toString(),
                        one -> RequestJson.of(one, read.get(one.item().act()))));
    }

    @GetMapping("/api/v1/requests/tally")
    ResponseEntity<byte[]> tally(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        Query.read(request);
        return Answers.json(request, RequestJson.of(requests.tallies(officer, clock.instant())));
    }

    /** What came of something this party was given, an answer or a report. */
    @PostMapping("/api/v1/outcomes")
    ResponseEntity<byte[]> outcome(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "report", "outcome", "purpose", "read");
        var kind = code(body, "outcome", Outcome.Kind.values());
        var act = ActReading.id(body.word("report"))
                .orElseThrow(() -> Problem.unreadable("\"report\" is the act that carries it, such as SV/106."));
        return switch (exchange.outcomes().say(officer, open(request, officer, act, body), kind)) {
            case Said.Written<acorde.exchange.Rule> _ ->
                Answers.created(
                        "/api/v1/items/" + act,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("report", act.toString())
                                .put("outcome", Answers.word(kind)));
            case Said.Declined<acorde.exchange.Rule>(var why) -> throw Sending.problem(request, why);
        };
    }

    /** Nobody says what came of what they have not open. */
    private Shown.Open open(HttpServletRequest request, Officer officer, ActId act, Body body) {
        var purpose = body.isNull("purpose") ? null : purpose(body.word("purpose"));
        var read = body.isNull("read") ? "" : body.word("read");
        if (read.length() > ApiItems.SEAL) throw Problem.unreadable("\"read\" is the seal of a restriction, or null.");
        return open(request, act, exchange.open(officer, act, purpose, read, clock.instant()));
    }

    /** What is open; else what is still to be said or read before. */
    static Shown.Open open(HttpServletRequest request, ActId act, Shown shown) {
        return switch (shown) {
            case Shown.Open open -> open;
            case Shown.PurposeFirst(var purposes) ->
                throw Problem.unreadable("\"purpose\" is for which of these it was read: "
                        + purposes.stream().map(Purpose::code).collect(Collectors.joining(", ")) + ".");
            case Shown.RestrictionFirst _ ->
                throw Problem.of(
                        409,
                        "Its restriction is read first",
                        "Read what restricts it at /api/v1/items/" + act
                                + ", and send the \"read\" that stands there.");
            case Shown.OwnClosed _, Shown.NotThere _ ->
                throw Sending.problem(request, acorde.exchange.Rule.NO_SUCH_REPORT);
        };
    }

    static Purpose purpose(String code) {
        return Purpose.read(code)
                .orElseThrow(() -> Problem.unreadable("\"purpose\" is the code of an area such as A2, or null."));
    }

    @GetMapping("/api/v1/requests/{party}/{index}")
    ResponseEntity<byte[]> one(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        Query.read(request);
        return Answers.json(request, RequestJson.of(find(officer, party + "/" + index)));
    }

    private Requests.Listed find(Officer officer, String act) {
        return ActReading.id(act)
                .flatMap(id -> requests.find(officer, id, clock.instant()))
                .orElseThrow(() -> Problem.notFound("No request that this office may find."));
    }

    @PostMapping("/api/v1/requests")
    ResponseEntity<byte[]> ask(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "to", "report", "seal");
        var report = Sending.report(request, body, files, officer);
        if (!(report.turn() instanceof Turn.Asks))
            throw Problem.unreadable("A request has \"asks\" with its \"urgency\".");
        return new Sending(report, Sending.parties(body, "to"), body).go(request, officer, exchange, clock);
    }

    @PostMapping("/api/v1/requests/{party}/{index}/answers")
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who answers what
        var body = Body.read(request, "report", "seal");
        var asked = find(officer, party + "/" + index);
        var id = asked.request().act();
        var report = Sending.report(request, body, files, officer);
        if (!(report.turn() instanceof Turn.Answers(var named, var _)) || !named.equals(id))
            throw Problem.unreadable("\"answers.request\" of the report is " + id + ", which it answers.");
        if (requests.toAnswer(officer, id, clock.instant()).isEmpty())
            throw Sending.problem(request, WordPages.of(Rule.REQUEST_SETTLED), Rule.REQUEST_SETTLED.name());
        return new Sending(report, List.of(id.party()), body).go(request, officer, exchange, clock);
    }

    @PostMapping("/api/v1/requests/{party}/{index}/words")
    ResponseEntity<byte[]> say(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who says something of what
        var body = Body.read(request, "word", "code");
        var id = find(officer, party + "/" + index).request().act();
        return switch (requests.say(officer, id, word(body), clock.instant())) {
            case Said.Written<Rule> _ ->
                Answers.created("/api/v1/requests/" + id, RequestJson.of(find(officer, id.toString())));
            case Said.Declined<Rule>(var why) -> throw Sending.problem(request, WordPages.of(why), why.name());
        };
    }

    private static Word word(Body body) {
        return switch (body.word("word")) {
            case "acknowledged" -> {
                if (!body.isNull("code")) throw Problem.unreadable("\"code\" of acknowledged is null.");
                yield new Word.Acknowledged();
            }
            case "extended" -> new Word.Extended(code(body, "code", Word.Reason.values()));
            case "refused" -> new Word.Refused(code(body, "code", Word.Ground.values()));
            default -> throw Problem.unreadable("\"word\" is acknowledged, extended or refused.");
        };
    }

    static <E extends Enum<E>> E code(Body body, String member, E[] all) {
        var code = body.word(member);
        return Arrays.stream(all)
                .filter(one -> Answers.word(one).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.unreadable("\"" + member + "\" is one of "
                        + String.join(
                                ", ", Arrays.stream(all).map(Answers::word).toList()) + "."));
    }
}
