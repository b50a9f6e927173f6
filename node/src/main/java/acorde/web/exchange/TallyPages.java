package acorde.web.exchange;

import acorde.exchange.RequestItems;
import acorde.offices.Officer;
import acorde.requests.Requests;
import acorde.requests.Tally;
import acorde.web.Screen;
import acorde.web.view.Frame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How requests between this party and each other came out, of those that the reader may find. */
@Controller
final class TallyPages {
    private final Requests requests;
    private final Screen screen;

    TallyPages(Requests requests, Screen screen) {
        this.requests = requests;
        this.screen = screen;
    }

    @GetMapping("/exchange/requests")
    ResponseEntity<String> tallies(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var frame = screen.frame(request);
        var pairs = requests.tallies(officer, frame.formats().now()).stream()
                .map(tally -> pair(tally, frame))
                .toList();
        return screen.page(request, 200, "exchange/tally", new TallyView(pairs, RequestItems.LATEST));
    }

    private static TallyView.Pair pair(Tally tally, Frame frame) {
        var lines = new ArrayList<TallyView.Line>();
        tally.states().forEach((state, count) -> lines.add(line("requests.tally." + state, count, frame)));
        tally.refused()
                .forEach((ground, count) -> lines.add(new TallyView.Line(
                        frame.say("requests.tally.ground", frame.say("requests.ground." + ground)), count)));
        tally.outcomes().forEach((kind, count) -> lines.add(line("requests.tally.outcome." + kind, count, frame)));
        return new TallyView.Pair(tally.pair().by().value(), tally.pair().to().value(), tally.asked(), lines);
    }

    private static TallyView.Line line(String key, int count, Frame frame) {
        return new TallyView.Line(frame.say(key), count);
    }
}
