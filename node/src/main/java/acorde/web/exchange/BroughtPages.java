package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.exchange.OfficeDrafts;
import acorde.finding.Finding;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.desk.Writing;
import acorde.web.view.Links;
import acorde.web.words.Formats;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the systems of an office brought: somebody takes it up as a draft of their own, or drops it. */
@Controller
final class BroughtPages {
    private final OfficeDrafts drafts;
    private final Writing writing;
    private final Acts acts;
    private final Screen screen;

    BroughtPages(OfficeDrafts drafts, Finding finding, Acts acts, Screen screen) {
        this.drafts = drafts;
        this.writing = new Writing(finding, SendingPages.KIND);
        this.acts = acts;
        this.screen = screen;
    }

    @PostMapping("/exchange/brought/{name}")
    ResponseEntity<String> take(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String step) { // which button
        var waits = name.matches("[0-9a-f]{64}"); // nothing else is called so
        var address =
                !waits ? Links.EXCHANGE : step.equals("drop") ? drop(officer, name) : takeUp(request, officer, name);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private String drop(Officer officer, String name) {
        drafts.settle(officer, name);
        return Links.EXCHANGE;
    }

    /** Theirs before it waits no more: should the node fail in between, it is there twice, and not lost. */
    private String takeUp(HttpServletRequest request, Officer officer, String name) {
        var now = screen.frame(request).formats().now();
        var waiting = drafts.find(officer, name, now);
        if (waiting.isEmpty()) return Links.EXCHANGE; // somebody else took it up
        var zone = Formats.zone(acts.self().value());
        var text = writing.begin(officer, Filled.fields(waiting.get(), zone), now);
        if (drafts.settle(officer, name)) return Links.newReport(text.draft(), false);
        writing.over(officer, text, now);
        return Links.EXCHANGE;
    }
}
