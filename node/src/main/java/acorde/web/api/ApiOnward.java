package acorde.web.api;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Release;
import acorde.exchange.Shown;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.onward.Rule;
import acorde.onward.Wish;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import acorde.web.desk.ActReading;
import acorde.web.exchange.OnwardPages;
import acorde.web.exchange.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Giving on, for programs: who has something by whose leave, leave asked for and taken back, given and refused; through the same door as on the pages. */
@Controller
final class ApiOnward {
    private final Exchange exchange;
    private final Onward onward;
    private final Clock clock;

    ApiOnward(Exchange exchange, Onward onward, Clock clock) {
        this.exchange = exchange;
        this.onward = onward;
        this.clock = clock;
    }

    /** Of what a program may read. */
    @GetMapping("/api/v1/items/{party}/{index}/onward")
    ResponseEntity<byte[]> stands(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        var query = Query.read(request, "purpose", "read");
        var purpose = query.word("purpose");
        var read = query.word("read");
        var opened = new Opened(party + "/" + index, purpose == null ? "" : purpose, read == null ? "" : read);
        return Answers.json(request, json(open(request, officer, opened)));
    }

    /** How something is opened. @param purpose and {@code read} empty if they are not said */
    private record Opened(String act, String purpose, String read) {
        static Opened of(String act, Body body) {
            return new Opened(act, word(body, "purpose"), word(body, "read"));
        }

        private static String word(Body body, String member) {
            return body.isNull(member) ? "" : body.word(member);
        }
    }

    private Shown.Open open(HttpServletRequest request, Officer officer, Opened opened) {
        var act = ActReading.id(opened.act()).orElseThrow(ApiOnward::notThere);
        if (opened.read().length() > ApiItems.SEAL)
            throw Problem.unreadable("\"read\" is the seal of a restriction, or null.");
        Purpose purpose = opened.purpose().isEmpty() ? null : ApiRequests.purpose(opened.purpose());
        var shown = exchange.read(officer, act, purpose, opened.read(), clock.instant());
        return ApiRequests.open(request, act, shown);
    }

    private static Problem notThere() {
        return Problem.notFound("No item that this office may find, or none that may leave the page.");
    }

    private ObjectNode json(Shown.Open open) {
        var now = clock.instant();
        var item = open.item();
        var whole = item.to().isEmpty();
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("act", item.act().toString())
                .put("purpose", open.purpose().code());
        body.set("holders", OnwardJson.holders(onward.tree(item), exchange.holders(item.act())));
        var leaves = body.putArray("leaves");
        onward.leaves(item).forEach(leave -> leaves.add(OnwardJson.of(leave)));
        var wishes = body.putArray("wishes");
        (whole ? onward.wishes(exchange.copies(item.act())) : onward.wishes(item))
                .forEach(wish -> wishes.add(OnwardJson.of(wish, now)));
        body.set("courses", OnwardJson.courses(onward.courses(item, now)));
        return body;
    }

    @PostMapping("/api/v1/items/{party}/{index}/onward")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who asks what
        var body = Body.read(request, "party", "reason", "purpose", "read");
        var why = ApiRequests.code(body, "reason", Wish.Why.values());
        var to = third(body.word("party"));
        var open = open(request, officer, Opened.of(party + "/" + index, body));
        return said(request, open, onward.ask(officer, open, to, why, clock.instant()));
    }

    private static PartyCode third(String code) {
        try {
            return new PartyCode(code);
        } catch (IllegalArgumentException _) {
            throw Problem.unreadable("\"party\" is the code of a party such as HN.");
        }
    }

    @PostMapping("/api/v1/items/{party}/{index}/onward/withdrawals")
    ResponseEntity<byte[]> withdraw(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who takes back what
        var body = Body.read(request, "asked", "purpose", "read");
        var asked = ActReading.id(body.word("asked"))
                .orElseThrow(() -> Problem.unreadable("\"asked\" is the act that asks, such as GT/44."));
        var open = open(request, officer, Opened.of(party + "/" + index, body));
        return said(request, open, onward.withdraw(officer, open, asked));
    }

    private ResponseEntity<byte[]> said(HttpServletRequest request, Shown.Open open, Said<Rule> said) {
        return switch (said) {
            case Said.Written<Rule> _ ->
                Answers.created("/api/v1/items/" + open.item().act() + "/onward", json(open));
            case Said.Declined<Rule>(var why) -> throw problem(request, why);
        };
    }

    private static Problem problem(HttpServletRequest request, Rule why) {
        return Sending.problem(request, OnwardPages.of(why), why.name());
    }

    /** What this party is asked and has not answered, as far as the office finds what it is about. */
    @GetMapping("/api/v1/wishes")
    ResponseEntity<byte[]> wishes(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var query = Query.read(request, "cursor", "limit");
        var now = clock.instant();
        var open = onward.open(officer, now);
        var read = onward.read(
                officer, open.stream().map(one -> one.held().whole()).toList(), now);
        return Answers.json(
                request,
                Listed.page(
                        query,
                        open,
                        one -> one.wish().act().toString(),
                        one -> OnwardJson.listed(
                                one, read.get(one.held().whole().act()), now)));
    }

    /** One of them, with what the other party would be given by leave. */
    @GetMapping("/api/v1/wishes/{party}/{index}")
    ResponseEntity<byte[]> wish(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who looks at what
        Query.read(request);
        var now = clock.instant();
        var wished = find(officer, party + "/" + index, now);
        var listed = wished.listed();
        var body = OnwardJson.listed(listed, listed.held().whole(), now).put("held", onward.isHeld(wished.listed()));
        OnwardJson.release(body, wished.listed().held().whole().report(), wished.release());
        return Answers.json(request, body.put("seal", wished.seal()));
    }

    private record Wished(Onward.Listed listed, Release release) {
        /** Of what was looked at. */
        String seal() {
            return "sha256:"
                    + Seal.of(listed.held().whole().report(), List.of(release)).hex();
        }
    }

    private Wished find(Officer officer, String act, Instant now) {
        return ActReading.id(act)
                .flatMap(id -> onward.find(officer, id, now))
                .flatMap(listed -> onward.release(listed, now).map(release -> new Wished(listed, release)))
                .orElseThrow(() -> Problem.notFound("No wish that this office may find, or it was answered."));
    }

    @PostMapping("/api/v1/wishes/{party}/{index}/answers")
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who answers what
        var body = Body.read(request, "answer", "ground", "seal");
        var now = clock.instant();
        var wished = find(officer, party + "/" + index, now);
        var ask = wished.listed().wish().act();
        return switch (answer(request, officer, wished, body)) {
            case Said.Written<Rule> _ ->
                Answers.created(
                        "/api/v1/items/" + wished.listed().held().whole().act() + "/onward",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("asked", ask.toString())
                                .put("answer", body.word("answer")));
            case Said.Declined<Rule>(var why) -> throw problem(request, why);
        };
    }

    private Said<Rule> answer(
            HttpServletRequest request, Officer officer, Wished wished, Body body) { // who answers what
        ActId ask = wished.listed().wish().act();
        return switch (body.word("answer")) {
            case "granted" -> {
                if (!body.isNull("ground")) throw Problem.unreadable("\"ground\" of granted is null.");
                if (!("sha256:" + body.hash("seal").hex()).equals(wished.seal()))
                    throw problem(request, Rule.LEAVE_MOVED);
                yield onward.grant(officer, ask, wished.release(), clock.instant());
            }
            case "refused" -> {
                if (!body.isNull("seal")) throw Problem.unreadable("\"seal\" of refused is null.");
                var ground = ApiRequests.code(body, "ground", Wish.Ground.values());
                yield onward.refuse(officer, ask, ground, clock.instant());
            }
            default -> throw Problem.unreadable("\"answer\" is granted or refused.");
        };
    }
}
