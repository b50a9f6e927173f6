package acorde.web.exchange;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.exchange.Cover;
import acorde.exchange.Turn;
import acorde.web.Confirming;
import acorde.web.view.Links;
import acorde.web.view.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Where a button of these pages leads, and what the page it leads to says was signed. */
final class Led {
    private Led() {}

    static ResponseEntity<String> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    /** To the page of an item. */
    static ResponseEntity<String> to(ActId item) {
        return to(Links.report(item.toString()));
    }

    /** To an item that was sent; to what it answers, if it does. The page says that it was. */
    static ResponseEntity<String> sent(HttpServletRequest request, ActId whole, Turn turn) {
        var kind = "exchange.reported." + turn.kind().code();
        Confirming.signed(request, new Signed(kind, whole.toString(), Links.report(whole.toString()), 0));
        return to(turn instanceof Turn.Answers(var asked, var _) ? asked : whole);
    }

    /** To the page of an item, which says what was signed about it: what goes to nobody beside it, so that logs do not tell whose it is, is none of that. */
    static ResponseEntity<String> signed(HttpServletRequest request, List<Act> acts, ActId item) {
        confirmed(request, acts);
        return to(item);
    }

    /** The next page says what was signed. */
    static void confirmed(HttpServletRequest request, List<Act> acts) {
        var told = acts.stream().filter(act -> !Cover.isBlank(act)).toList();
        var first = told.getFirst();
        Confirming.signed(request, new Signed(first.kind(), first.id().toString(), "", told.size() - 1));
    }
}
