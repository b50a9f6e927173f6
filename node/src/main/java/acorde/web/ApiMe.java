package acorde.web;

import acorde.offices.Officer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program whom its token acts for. */
@RestController
final class ApiMe {
    private final Site site;

    ApiMe(Site site) {
        this.site = site;
    }

    /** The office and what it may do; not the name of who holds it. */
    record Answer(String party, String office, String role) {}

    @GetMapping("/api/v1/me")
    Answer me(@AuthenticationPrincipal Officer officer) {
        return new Answer(
                site.party().value(), officer.office().value(), officer.role().code());
    }
}
