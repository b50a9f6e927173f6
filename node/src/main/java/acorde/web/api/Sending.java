package acorde.web.api;

import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Release;
import acorde.exchange.Report;
import acorde.exchange.Rule;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.trust.PartyCode;
import acorde.web.exchange.ReportPages;
import acorde.web.exchange.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What programs send, in two steps: what would be sent is looked at first, and sent as it was looked at.
 *
 * @param to the parties it is to go to
 * @param body with the {@code seal} of what was looked at; null to look
 */
record Sending(Report report, List<PartyCode> to, Body body) {
    /** Parties that something is sent to. */
    private static final int PARTIES = 64;

    Sending {
        to = List.copyOf(to);
    }

    /** The report of a body; what files it names lie ready for its sender. */
    static Report report(HttpServletRequest request, Body body, Files files, Officer officer) { // of whose
        var text = body.object("report");
        var report = Report.read(text).orElseThrow(() -> malformed(request, text));
        ApiFiles.ready(files, officer, report.files());
        return report;
    }

    /** What its sender can mend is said where it is. */
    private static Problem malformed(HttpServletRequest request, JsonNode text) {
        var exposed = Report.exposed(text);
        if (exposed.isEmpty()) return problem(request, 422, "MALFORMED");
        var words = Answers.words(request);
        var where = "objects[" + exposed.getAsInt() + "]: ";
        return Problem.rule(
                422, words.say("rule.MALFORMED.title"), where + words.say("why.OBJECT_REACHED"), "MALFORMED");
    }

    static List<PartyCode> parties(Body body, String member) {
        var codes = body.value(member);
        var parties = new TreeSet<PartyCode>();
        try {
            for (JsonNode code : codes) parties.add(new PartyCode(code.isString() ? code.stringValue() : ""));
        } catch (IllegalArgumentException _) {
            parties.clear(); // said below
        }
        if (!codes.isArray() || parties.isEmpty() || parties.size() > PARTIES)
            throw Problem.unreadable("\"" + member + "\" is a list of codes of parties such as HN.");
        return new ArrayList<>(parties);
    }

    /** Without a seal nothing is sent: it is told what each party would be given, and the seal of that. */
    ResponseEntity<byte[]> go(
            HttpServletRequest request, Officer officer, Exchange exchange, Clock clock) { // who sends
        var now = clock.instant();
        var releases = exchange.preview(report, to, now);
        var seal = Seal.of(report, releases);
        if (body.isNull("seal")) {
            if (!exchange.hasRules()) throw problem(request, Rule.NO_RULES);
            return Answers.json(request, looked(releases).put("seal", "sha256:" + seal.hex()));
        }
        if (!body.hash("seal").equals(seal)) throw problem(request, Rule.RELEASE_MOVED);
        return switch (exchange.send(officer, report, releases, now)) {
            case Said.Written<Rule>(var acts) -> {
                var whole = acts.getFirst().id();
                var answer = JsonMapper.shared().createObjectNode().put("act", whole.toString());
                var copies = answer.putArray("copies");
                for (var copy : exchange.copies(whole))
                    copies.addObject()
                            .put("party", copy.holder().value())
                            .put("act", copy.act().toString());
                yield Answers.created("/api/v1/items/" + whole, answer);
            }
            case Said.Declined<Rule>(var why) -> throw problem(request, why);
        };
    }

    private ObjectNode looked(List<Release> releases) {
        var body = JsonMapper.shared().createObjectNode();
        var all = body.putArray("releases");
        for (var release : releases) {
            var one =
                    all.addObject().put("party", release.to().value()).put("given", Answers.word(release.how(report)));
            told(one, release.without(report), release.reasons());
        }
        return body;
    }

    private static void told(ObjectNode one, Set<Field> without, Set<Reason> reasons) {
        var fields = one.putArray("without");
        without.stream().map(Field::code).forEach(fields::add);
        var rules = one.putArray("rules");
        var why = one.putArray("reasons");
        for (var reason : reasons) {
            rules.add(reason.rule());
            why.addObject().put("rule", reason.rule()).set("reason", ApiCompact.bilingual(reason.text()));
        }
    }

    static Problem problem(HttpServletRequest request, Rule why) {
        return problem(request, ReportPages.of(why), why.name());
    }

    /** The rule's own sentences, in the language the program asks for; English unless it says. */
    static Problem problem(HttpServletRequest request, int status, String rule) {
        var words = Answers.words(request);
        var key = "rule." + rule;
        return Problem.rule(status, words.say(key + ".title"), words.say(key) + " " + words.say(key + ".next"), rule);
    }
}
