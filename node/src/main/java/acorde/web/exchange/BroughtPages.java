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
        var now = screen.frame(request).formats().now();
        var zone = Formats.zone(acts.self().value());
        var taken = drafts.take(officer, name.length() > 64 ? "" : name);
        var address = step.equals("drop")
                ? Links.EXCHANGE
                : taken.map(report -> writing.begin(officer, Filled.fields(report, zone), now))
                        .map(text -> Links.newReport(text.draft(), false))
                        .orElse(Links.EXCHANGE); // somebody else took it up
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
