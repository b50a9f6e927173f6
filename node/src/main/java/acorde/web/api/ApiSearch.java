package acorde.web.api;

import acorde.finding.Answer;
import acorde.finding.Cursor;
import acorde.finding.Entry;
import acorde.finding.Excerpt;
import acorde.finding.Filter;
import acorde.finding.Finding;
import acorde.finding.Question;
import acorde.offices.Officer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Search over everything the office may read. */
@Controller
final class ApiSearch {
    private final Finding finding;

    ApiSearch(Finding finding) {
        this.finding = finding;
    }

    @GetMapping("/api/v1/search")
    ResponseEntity<byte[]> search(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var query = Query.read(request, "q", "kind", "area", "party", "standing", "from", "to", "cursor", "limit");
        var typed = query.word("q");
        var question = typed == null ? Question.NOTHING : Question.read(typed);
        var filter = new Filter(
                query.word("kind"),
                query.word("area"),
                query.word("party"),
                query.word("standing"),
                day(query, "from"),
                day(query, "to"),
                null);
        return switch (finding.ask(officer, question, filter, cursor(query), query.limit())) {
            case Answer.TooBroad _ ->
                throw Problem.of(422, "Too broad", "The search took too long and was stopped. Add a word or a filter.");
            case Answer.Found found -> Answers.json(request, body(found, question));
        };
    }

    private static @Nullable LocalDate day(Query query, String name) {
        var text = query.word(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.unreadable("\"" + name + "\" is a day, such as 2026-11-25.");
        }
    }

    private static @Nullable Cursor cursor(Query query) {
        var after = query.after();
        return after.isEmpty() ? null : Cursor.read(after).orElseThrow(Query::badCursor);
    }

    private ObjectNode body(Answer.Found found, Question question) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("count", found.count()).put("more", found.more()).put("cut", question.cut());
        body.put("behind", finding.behind()).put("again", finding.isLookingAgain());
        var items = body.putArray("items");
        found.hits().forEach(hit -> items.add(item(hit)));
        var values = body.putObject("values");
        found.values().forEach((by, counts) -> {
            var names = values.putObject(by.name().toLowerCase(Locale.ROOT));
            counts.forEach(names::put);
        });
        var next = found.next();
        body.put("next", next == null ? null : Query.cursor(next.toString()));
        return body;
    }

    private static ObjectNode item(Answer.Hit hit) {
        var entry = hit.entry();
        var place = entry.place();
        var item = JsonMapper.shared().createObjectNode();
        item.put("kind", entry.key().kind()).put("name", entry.key().name());
        item.set("title", text(entry.title()));
        item.set("excerpt", text(new Entry.Text(words(hit.es()), words(hit.en()))));
        item.put("area", place.area()).put("standing", place.standing());
        item.put("day", place.day() == null ? null : place.day().toString());
        var parties = item.putArray("parties");
        place.parties().forEach(party -> parties.add(party.value()));
        item.put("act", entry.act() == null ? null : entry.act().toString());
        return item;
    }

    private static String words(Excerpt excerpt) {
        return excerpt.pieces().stream().map(Excerpt.Piece::text).collect(Collectors.joining());
    }

    private static ObjectNode text(Entry.Text text) {
        return JsonMapper.shared().createObjectNode().put("es", text.es()).put("en", text.en());
    }
}
