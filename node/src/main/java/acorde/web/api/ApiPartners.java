package acorde.web.api;

import acorde.acts.Acts;
import acorde.acts.Partner;
import acorde.trust.Receipt;
import acorde.trustlog.Checkpoint;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How far every partner's log is stored here, and this party's there. */
@Controller
final class ApiPartners {
    private static final int MISSING = 100;

    private final Acts acts;

    ApiPartners(Acts acts) {
        this.acts = acts;
    }

    @GetMapping("/api/v1/partners")
    ResponseEntity<byte[]> partners(HttpServletRequest request) {
        Query.read(request);
        var body = JsonMapper.shared().createObjectNode();
        body.set("own", own());
        var partners = body.putArray("partners");
        acts.partners().forEach(partner -> partners.add(partner(partner)));
        return Answers.json(request, body);
    }

    private ObjectNode own() {
        var state = acts.logs().state(acts.self());
        var note = state.note();
        return JsonMapper.shared()
                .createObjectNode()
                .put("party", acts.self().value())
                .put("size", state.size())
                .put("root", note == null ? null : Checkpoint.parse(note.text()).root().hex());
    }

    private ObjectNode partner(Partner partner) {
        var party = partner.party();
        var state = acts.logs().state(party);
        var body = JsonMapper.shared().createObjectNode();
        body.put("party", party.value());
        body.put("reachable", partner.answers());
        body.put("heardAt", partner.heardAt() == null ? null : partner.heardAt().toString());
        body.put("trouble", partner.trouble());
        body.put("announced", Math.max(partner.announced(), state.size()));
        body.put("stored", state.size());
        body.put("cosigned", state.cosignedSize());
        body.set("receipt", acts.logs().receipts(party, 1).stream().findFirst().map(ApiPartners::receipt).orElse(null));
        var missing = body.putArray("missing");
        acts.logs().missing(party, MISSING).forEach(index -> missing.add(party + "/" + index));
        body.put("halted", state.halted());
        return body;
    }

    static ObjectNode receipt(Receipt receipt) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("by", receipt.by().value())
                .put("size", receipt.size())
                .put("at", receipt.at().toString());
    }
}
