package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.offices.Officer;
import acorde.requests.Requests;
import acorde.requests.Rule;
import acorde.requests.Word;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an office says of a request beside answering it: chosen, shown as it would be signed, and signed. Each is a code and never a text. */
@Controller
public final class WordPages {
    private final Acts acts;
    private final Requests requests;
    private final Tracks tracks;
    private final Screen screen;

    WordPages(Acts acts, Requests requests, Tracks tracks, Screen screen) {
        this.acts = acts;
        this.requests = requests;
        this.tracks = tracks;
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/word")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String kind) { // who says something of what
        return find(request, officer, party + "/" + index)
                .map(asked -> page(request, 200, asked, new Chosen(kind, "", ""), Stage.CHOOSING))
                .orElseGet(() -> screen.missing(request));
    }

    private Optional<Requests.Listed> find(HttpServletRequest request, Officer officer, String act) {
        var now = screen.frame(request).formats().now();
        return ActReading.id(act).flatMap(id -> requests.toAnswer(officer, id, now));
    }

    /** As it was typed. */
    private record Chosen(String kind, String reason, String ground) {
        /** Empty if something that it takes was not chosen. */
        Optional<Word> word() {
            return switch (kind) {
                case "ACKNOWLEDGED" -> Optional.of(new Word.Acknowledged());
                case "EXTENDED" -> one(Word.Reason.values(), reason).map(Word.Extended::new);
                case "REFUSED" -> one(Word.Ground.values(), ground).map(Word.Refused::new);
                default -> Optional.empty();
            };
        }

        private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
            return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
        }

        /** The field in which the choice is missing. */
        String lacking() {
            return switch (kind) {
                case "EXTENDED" -> "reason";
                case "REFUSED" -> "ground";
                default -> "kind";
            };
        }
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, Requests.Listed asked, Chosen chosen, Stage stage) { // of what
        var frame = screen.frame(request);
        var view = new WordView(
                tracks.due(asked, frame),
                Requests.sayable(asked.request(), frame.formats().now()).stream()
                        .map(Enum::name)
                        .toList(),
                chosen.kind(),
                chosen.reason(),
                chosen.ground(),
                stage.flaws(),
                stage.review(),
                stage.declined());
        return screen.page(request, status, "exchange/word", view);
    }

    @PostMapping("/exchange/{party}/{index}/word")
    ResponseEntity<String> say( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String read) {
        var asked = find(request, officer, party + "/" + index);
        if (asked.isEmpty()) return screen.missing(request);
        var chosen = new Chosen(kind, reason, ground);
        var word = chosen.word();
        if (step.equals("edit")) return page(request, 200, asked.get(), chosen, Stage.CHOOSING);
        if (word.isEmpty())
            return page(request, 422, asked.get(), chosen, Stage.wrong(chosen.lacking(), Flaw.Why.OPTION_MISSING));
        if (!step.equals("sign")) return page(request, 200, asked.get(), chosen, Stage.REVIEW);
        if (!read.equals("yes")) return page(request, 422, asked.get(), chosen, Stage.UNREAD);
        var id = asked.get().request().act();
        var now = screen.frame(request).formats().now();
        return switch (requests.say(officer, id, word.get(), now)) {
            case Said.Written<Rule>(var said) -> Led.signed(request, said, id);
            case Said.Declined<Rule>(var rule) ->
                page(request, of(rule), asked.get(), chosen, Stage.declined(rule, acts.self()));
        };
    }

    /** As programs are answered, too. */
    public static int of(Rule rule) {
        return switch (rule) {
            case MALFORMED -> 422;
            case OFFICE_MAY_NOT -> 403;
            case NO_SUCH_REQUEST -> 404;
            case NOT_TO_ASKER, AFTER_MISSING, REQUEST_SETTLED, WORD_SAID, TIME_IS_UP -> 409;
        };
    }
}
