package acorde.web;

import acorde.web.AccountViews.DemoPerson;
import acorde.web.AccountViews.DemoView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers the invented people of a demonstration to sign in as. There is one only where there is a {@link DemoDoor}. */
@Controller
final class Demo {
    private final DemoDoor door;
    private final Site site;
    private final Entrance entrance;
    private final Screen screen;

    Demo(Site site, Entrance entrance, Screen screen) {
        this.door = site.demo().orElseThrow();
        this.site = site;
        this.entrance = entrance;
        this.screen = screen;
    }

    @GetMapping("/demo")
    ResponseEntity<String> people(HttpServletRequest request) {
        var people = door.people().stream()
                .map(person -> new DemoPerson(person.account(), person.name(), person.office()))
                .toList();
        return screen.page(
                request, 200, "account/demo", new DemoView(site.party().value(), people));
    }

    @PostMapping("/demo")
    ResponseEntity<String> signIn(
            HttpServletRequest request, HttpServletResponse response, @RequestParam String account) {
        var session = door.signIn(account);
        session.ifPresent(it -> entrance.enter(it, request, response));
        return SignIn.seeOther(session.isPresent() ? "/" : "/demo");
    }
}
