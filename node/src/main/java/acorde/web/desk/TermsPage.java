package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.web.Screen;
import acorde.web.view.Document;
import acorde.web.view.Frame;
import acorde.web.view.TermsView;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was founded with the compact, as it stands: the charter, the thresholds, the calendar of publication. */
@Controller
final class TermsPage {
    private final Acts acts;
    private final Compact compact;
    private final Founding founding;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Screen screen;

    TermsPage( // the parts it joins
            Acts acts, Compact compact, Founding founding, Ledgers ledgers, Directory directory, Screen screen) {
        this.acts = acts;
        this.compact = compact;
        this.founding = founding;
        this.ledgers = ledgers;
        this.directory = directory;
        this.screen = screen;
    }

    @GetMapping("/terms")
    ResponseEntity<String> terms(HttpServletRequest request) {
        var frame = screen.frame(request);
        var ledger = ledgers.read();
        var terms = Questions.KINDS.stream()
                .filter(kind -> !Questions.MANY.contains(kind))
                .map(kind -> new ItemKey(kind, founding.compact()))
                .flatMap(key -> compact.item(key).flatMap(item -> term(key, item, ledger, frame)).stream())
                .toList();
        return screen.page(request, 200, "terms", new TermsView(terms));
    }

    private Optional<TermsView.Term> term(ItemKey key, Item item, Ledger ledger, Frame frame) {
        var lines = new Lines(ledger, directory, acts.self(), frame);
        return Optional.ofNullable(item.head()).map(head -> {
            var text = Texts.of(compact.text(key, head), directory);
            return new TermsView.Term(
                    key.kind().toString(),
                    item.standing().name(),
                    head.number(),
                    Document.compare(null, text, Language.ES, frame.formats()),
                    Document.compare(null, text, Language.EN, frame.formats()),
                    ledger.of(key).stream().map(lines::proposal).toList());
        });
    }
}
