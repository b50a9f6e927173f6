package acorde.web.exchange;

import acorde.offices.AlertSwitch;
import acorde.offices.Change;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.web.Screen;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether alerts of this node are real: two persons say so, one after the other; one alone says that they belong to an exercise again. */
@Controller
final class AlertPages {
    private final AlertSwitch alerts;
    private final Screen screen;

    AlertPages(Offices offices, Screen screen) {
        this.alerts = offices.alertSwitch();
        this.screen = screen;
    }

    @GetMapping("/exchange/alerts")
    ResponseEntity<String> show(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return page(request, 200, officer, List.of());
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, Officer officer, List<Flaw> flaws) { // what is shown to whom
        return screen.page(request, status, "exchange/alerts", view(alerts.stands(), officer, flaws));
    }

    private static AlertsView view(AlertSwitch.Stands stands, Officer officer, List<Flaw> flaws) {
        return switch (stands) {
            case AlertSwitch.Stands.Exercise _ -> new AlertsView(AlertsView.Stands.EXERCISE, null, false, flaws);
            case AlertSwitch.Stands.Asked(var by, var at) ->
                new AlertsView(AlertsView.Stands.ASKED, at, by.equals(officer.person()), flaws);
            case AlertSwitch.Stands.Real(var since) -> new AlertsView(AlertsView.Stands.REAL, since, false, flaws);
        };
    }

    @PostMapping("/exchange/alerts")
    ResponseEntity<String> turn(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String read,
            @RequestParam(defaultValue = "") String seen) { // which button, by who saw what
        if (step.equals("on") && !read.equals("yes"))
            return page(request, 422, officer, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
        var change = switch (step) {
            case "on" ->
                alerts.turnOn(
                        officer,
                        stands -> view(stands, officer, List.of()).seen().equals(seen));
            case "off" -> alerts.turnOff(officer);
            default -> new Change.Done<>(alerts.stands());
        };
        // The page is drawn anew: it says how it stands now, and to who said so first that another is waited for.
        if (change instanceof Change.Declined<AlertSwitch.Stands>) return page(request, 409, officer, List.of());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Links.ALERTS))
                .build();
    }
}
