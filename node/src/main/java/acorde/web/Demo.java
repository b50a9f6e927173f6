package acorde.web;

import acorde.offices.InventedPeople.Invented;
import acorde.web.view.EntryView;
import acorde.web.view.EntryView.Notice;
import acorde.web.view.EntryView.Person;
import acorde.web.view.EntryView.Seat;
import acorde.web.words.Bilingual;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

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
        var people = door.people().stream().map(Demo::person).toList();
        var seats = new ArrayList<Seat>();
        seats.add(new Seat(site.party().value(), site.body(), "/demo", people));
        door.others()
                .forEach((party, address) -> seats.add(new Seat(party, new Bilingual("", ""), address, List.of())));
        return screen.page(request, 200, "demo", new EntryView("", Notice.NONE, seats));
    }

    private static Person person(Invented invented) {
        var office = invented.office();
        return new Person(
                invented.name(), new Bilingual(office.inSpanish(), office.inEnglish()), "/demo/" + invented.account());
    }

    @PostMapping("/demo/{account}")
    ResponseEntity<String> signIn(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String account) {
        var session = door.signIn(account);
        session.ifPresent(it -> entrance.enter(it, request, response));
        return SignIn.seeOther(session.isPresent() ? "/" : "/demo");
    }
}
