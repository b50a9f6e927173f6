package acorde.web.api;

import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.ReleaseRules;
import acorde.compact.Stood;
import acorde.policy.Adopted;
import acorde.policy.Annex;
import acorde.policy.Field;
import acorde.policy.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of release, as they stand in the compact. */
@Controller
final class ApiRelease {
    private final Compact compact;
    private final Founding founding;
    private final Adopted adopted;

    ApiRelease(Compact compact, Founding founding, Adopted adopted) {
        this.compact = compact;
        this.founding = founding;
        this.adopted = adopted;
    }

    @GetMapping("/api/v1/release")
    ResponseEntity<byte[]> release(HttpServletRequest request) {
        Query.read(request);
        var key = founding.releaseRules();
        var item = compact.item(key);
        var head = item.map(Item::head).orElseThrow(() -> Problem.notFound("Nobody announced or agreed on any rules."));
        var text = (ReleaseRules) compact.text(key, head);
        var act = head.act();
        var body = JsonMapper.shared().createObjectNode();
        body.put("item", key.toString());
        body.put("standing", item.orElseThrow().standing().name().toLowerCase(Locale.ROOT));
        body.put("inForce", item.orElseThrow().consented());
        body.put("version", "sha256:" + head.version().hex());
        body.put("number", head.number());
        body.put("act", act == null ? null : act.toString());
        body.set("text", text.toJson());
        var rules = body.putArray("rules");
        if (adopted.read(text) instanceof Annex annex) annex.rules().forEach(rule -> rules.add(json(rule)));
        var proposals = body.putArray("openProposals");
        compact.proposals(key).stream()
                .filter(each -> each.state() == Stood.State.OPEN)
                .forEach(each -> proposals.add(each.proposal().act().toString()));
        return Answers.json(request, body);
    }

    private static ObjectNode json(Rule rule) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", rule.id()).put("effect", rule.effect().name().toLowerCase(Locale.ROOT));
        body.set("reason", ApiCompact.bilingual(rule.reason().text()));
        var fields = body.putArray("fields");
        rule.fields().stream().sorted().map(Field::code).forEach(fields::add);
        return body;
    }
}
