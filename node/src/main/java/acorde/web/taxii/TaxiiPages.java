package acorde.web.taxii;

import acorde.acts.Acts;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What there is to read: the node, its one API root, and the collections of an office. */
@Controller
final class TaxiiPages {
    /** By its place at this node: nothing that a caller says of the node's address is told back. */
    private static final String ROOT = "/taxii2/acorde/";

    private final Collections collections;
    private final PartyCode self;

    TaxiiPages(Collections collections, Acts acts) {
        this.collections = collections;
        this.self = acts.self();
    }

    @ModelAttribute
    void require(HttpServletRequest request) {
        Taxii.requireAcceptable(request);
    }

    @GetMapping("/taxii2/")
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("title", Taxii.words(request).say("taxii.title", self))
                .put("default", ROOT);
        body.putArray("api_roots").add(ROOT);
        return Taxii.json(body);
    }

    @GetMapping(ROOT)
    ResponseEntity<byte[]> root(HttpServletRequest request) {
        var words = Taxii.words(request);
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("title", words.say("taxii.title", self))
                .put("description", words.say("taxii.root"))
                .put("max_content_length", Taxii.MOST_BYTES);
        body.putArray("versions").add(Taxii.TYPE.toString());
        return Taxii.json(body);
    }

    @GetMapping(ROOT + "collections/")
    ResponseEntity<byte[]> collections(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = JsonMapper.shared().createObjectNode();
        var all = body.putArray("collections");
        for (var one : collections.of(officer)) all.add(json(one, Taxii.words(request)));
        collections.drafts(officer).ifPresent(id -> all.add(drafts(id, Taxii.words(request))));
        return Taxii.json(body);
    }

    @GetMapping(ROOT + "collections/{collection}/")
    ResponseEntity<byte[]> collection(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String collection) {
        return Taxii.json(
                collections.isDrafts(officer, collection)
                        ? drafts(UUID.fromString(collection), Taxii.words(request))
                        : json(collections.find(officer, collection), Taxii.words(request)));
    }

    private static ObjectNode json(Collections.One one, Words words) {
        var area = one.area() == null ? "" : one.area().code();
        return begun(one.id(), words.say(one.words(), area), words.say(one.about(), area))
                .put("can_read", true)
                .put("can_write", false);
    }

    private static ObjectNode drafts(UUID id, Words words) {
        return begun(id, words.say("taxii.drafts"), words.say("taxii.drafts.about"))
                .put("can_read", false)
                .put("can_write", true);
    }

    private static ObjectNode begun(UUID id, String title, String about) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("id", id.toString())
                .put("title", title)
                .put("description", about);
        body.putArray("media_types").add(Taxii.STIX);
        return body;
    }
}
