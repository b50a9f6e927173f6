package acorde.web;

import acorde.exchange.Exchange;
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
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Offers the invented people of a demonstration to sign in as. There is one only where there is a {@link DemoDoor}. */
@Controller
final class Demo {
    private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

    /** RFC 9110, section 15.5.20. */
    private static final int MISDIRECTED = 421;

    private final DemoDoor door;
    private final Site site;
    private final Entrance entrance;
    private final Screen screen;
    private final ObjectProvider<Exchange> exchange;

    Demo(Site site, Entrance entrance, Screen screen, ObjectProvider<Exchange> exchange) {
        this.door = site.demo().orElseThrow();
        this.site = site;
        this.entrance = entrance;
        this.screen = screen;
        this.exchange = exchange;
    }

    /** Whether what begins the demonstration has come as far as the rules by which its people read. */
    private Notice notice() {
        var here = exchange.getIfAvailable();
        return here != null && !here.hasRules() ? Notice.PREPARING : Notice.NONE;
    }

    /** A page elsewhere whose name was made to lead to this machine must not act here as somebody: names but ours are not served. */
    private static boolean isByAddress(HttpServletRequest request) {
        return ADDRESS.matcher(request.getServerName()).matches();
    }

    @GetMapping("/demo")
    ResponseEntity<String> people(HttpServletRequest request) {
        if (!isByAddress(request)) return ResponseEntity.status(MISDIRECTED).build();
        var people = door.people().stream().map(Demo::person).toList();
        var seats = new ArrayList<Seat>();
        var here = new Seat(site.party().value(), site.body(), people.isEmpty() ? "/sign-in" : "/demo", people);
        door.all()
                .forEach((party, address) -> seats.add(
                        party.equals(here.party())
                                ? here
                                : new Seat(party, new Bilingual("", ""), address, List.of())));
        if (!seats.contains(here)) seats.addFirst(here);
        return screen.page(request, 200, "demo", new EntryView("", notice(), seats));
    }

    private static Person person(Invented invented) {
        var office = invented.office();
        return new Person(
                invented.name(), new Bilingual(office.inSpanish(), office.inEnglish()), "/demo/" + invented.account());
    }

    @PostMapping("/demo/{account}")
    ResponseEntity<String> signIn(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String account) {
        if (!isByAddress(request)) return ResponseEntity.status(MISDIRECTED).build();
        var session = door.signIn(account);
        session.ifPresent(it -> entrance.enter(it, request, response));
        return SignIn.seeOther(session.isPresent() ? "/" : "/demo");
    }
}
