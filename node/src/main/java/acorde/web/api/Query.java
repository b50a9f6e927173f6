package acorde.web.api;

import acorde.postgres.Type;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program asks for after the question mark, read strictly. */
final class Query {
    /** Items of a list at a time. */
    static final int MOST = 200;

    private static final int USUAL = 50;
    private static final int LONGEST_CURSOR = 200;

    private final HttpServletRequest request;

    private Query(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws Problem if anything else is asked for, or one thing twice */
    static Query read(HttpServletRequest request, String... names) {
        var known = List.of(names);
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name))
                throw Problem.unreadable(
                        known.isEmpty()
                                ? "Nothing can be asked for after the question mark here."
                                : "After the question mark only these can be asked for: " + String.join(", ", known)
                                        + ".");
            if (values.length > 1) throw Problem.unreadable("\"" + name + "\" stands there twice.");
        });
        return new Query(request);
    }

    @Nullable
    String word(String name) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) return null;
        if (Type.holds(text)) return text;
        throw Problem.unreadable(
                "\"" + name + "\" holds the character U+0000 or half a character, which no text can keep.");
    }

    int limit() {
        var limit = number("limit", USUAL);
        if (limit < 1 || limit > MOST) throw Problem.unreadable("\"limit\" is a number from 1 to " + MOST + ".");
        return (int) limit;
    }

    long number(String name, long otherwise) {
        var text = word(name);
        if (text == null) return otherwise;
        if (text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9')) return Long.parseLong(text);
        throw Problem.unreadable("\"" + name + "\" is a whole number of at most 15 digits.");
    }

    /**
     * The place a list goes on after; empty at its beginning. Cursors are made by {@link #cursor}, and hold no state.
     */
    String after() {
        var text = word("cursor");
        if (text == null) return "";
        try {
            if (text.length() <= LONGEST_CURSOR) {
                var last = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
                if (Type.holds(last)) return last;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw badCursor();
    }

    static Problem badCursor() {
        return Problem.unreadable(
                "\"cursor\" is none that this node gave: use \"next\" of the page before, unchanged.");
    }

    static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.US_ASCII));
    }
}
